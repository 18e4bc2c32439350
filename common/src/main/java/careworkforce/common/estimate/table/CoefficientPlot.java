package careworkforce.common.estimate.table;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Coefficients as points with their intervals, one line each, numbers beside them; as SVG text or
 * PNG file.
 *
 * <p>Event-study coefficients are plotted by giving those coefficients in the order of event time.
 */
public final class CoefficientPlot {
  private static final int WIDTH = 760;
  private static final int LEFT = 200;
  private static final int RIGHT = 220;
  private static final int TOP = 40;
  private static final int LINE = 26;

  private final String title;
  private final List<Coefficient> coefficients;
  private final double low;
  private final double high;

  private CoefficientPlot(String title, List<Coefficient> coefficients) {
    this.title = title;
    this.coefficients = List.copyOf(coefficients);
    double least = 0;
    double most = 0;
    for (Coefficient c : coefficients) {
      least = Double.isFinite(c.ciLow()) ? Math.min(least, c.ciLow()) : least;
      most = Double.isFinite(c.ciHigh()) ? Math.max(most, c.ciHigh()) : most;
    }
    double margin = most > least ? 0.05 * (most - least) : 1;
    low = least - margin;
    high = most + margin;
  }

  /** A plot of a fit's slopes, constant left out, under its formula. */
  public static CoefficientPlot of(Fit fit) {
    return of(
        fit.formula() + " (" + fit.design() + ")",
        fit.coefficients().stream().filter(c -> !c.name().equals("(Intercept)")).toList());
  }

  /** A plot of some coefficients, top to bottom. */
  public static CoefficientPlot of(String title, List<Coefficient> coefficients) {
    return new CoefficientPlot(title, coefficients);
  }

  private int height() {
    return TOP + LINE * coefficients.size() + 20;
  }

  private double place(double value) {
    double within = Math.max(low, Math.min(high, value));
    return LEFT + (WIDTH - LEFT - RIGHT) * (within - low) / (high - low);
  }

  private static double line(int index) {
    return TOP + LINE * (index + 0.5);
  }

  private static String numbers(Coefficient c) {
    return String.format(Locale.ROOT, "%.4g [%.4g, %.4g]", c.estimate(), c.ciLow(), c.ciHigh());
  }

  /** The picture as SVG. */
  public String svg() {
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
        WIDTH,
        height());
    add(svg, "<title>%s</title>", TableFormats.escaped(title));
    add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    add(svg, "<text x=\"10\" y=\"20\" font-weight=\"bold\">%s</text>", TableFormats.escaped(title));
    add(
        svg,
        "<line x1=\"%.2f\" x2=\"%.2f\" y1=\"%d\" y2=\"%d\" stroke=\"#999\" stroke-dasharray=\"4 3\"/>",
        place(0),
        place(0),
        TOP,
        height() - 20);
    for (int i = 0; i < coefficients.size(); i++) {
      Coefficient c = coefficients.get(i);
      double y = line(i);
      add(
          svg,
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 10,
          y + 4,
          TableFormats.escaped(c.name()));
      add(
          svg,
          "<line x1=\"%.2f\" x2=\"%.2f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#1f4e79\" stroke-width=\"2\"/>",
          place(c.ciLow()),
          place(c.ciHigh()),
          y,
          y);
      add(
          svg,
          "<circle cx=\"%.2f\" cy=\"%.1f\" r=\"4\" fill=\"#1f4e79\"/>",
          place(c.estimate()),
          y);
      add(
          svg,
          "<text x=\"%d\" y=\"%.1f\">%s</text>",
          WIDTH - RIGHT + 10,
          y + 4,
          TableFormats.escaped(numbers(c)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** Writes the picture as PNG. */
  public void png(Path file) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, height());
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    pen.drawString(title, 10, 20);
    pen.setColor(Color.GRAY);
    pen.drawLine((int) place(0), TOP, (int) place(0), height() - 20);
    for (int i = 0; i < coefficients.size(); i++) {
      Coefficient c = coefficients.get(i);
      int y = (int) line(i);
      pen.setColor(Color.BLACK);
      pen.drawString(c.name(), LEFT - 10 - pen.getFontMetrics().stringWidth(c.name()), y + 4);
      pen.drawString(numbers(c), WIDTH - RIGHT + 10, y + 4);
      pen.setColor(new Color(0x1f4e79));
      pen.fillRect(
          (int) place(c.ciLow()), y - 1, (int) (place(c.ciHigh()) - place(c.ciLow())) + 1, 2);
      pen.fillOval((int) place(c.estimate()) - 4, y - 4, 8, 8);
    }
    pen.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
