package careworkforce.common.report;

import java.util.Arrays;

/**
 * Points with a fitted line, such as means within bins of an instrument.
 *
 * @param title what is shown
 * @param across the horizontal measure and its unit
 * @param up the vertical measure and its unit
 * @param x one value a point
 * @param y one value a point
 * @param slope of the line drawn
 * @param intercept of the line drawn
 */
public record ScatterPlot(
    String title, String across, String up, double[] x, double[] y, double slope, double intercept)
    implements Picture {
  private static final double HEIGHT = 330;
  private static final double LEFT = 70;
  private static final double RIGHT = Svg.WIDTH - 24;
  private static final double TOP = 30;
  private static final double BOTTOM = HEIGHT - 52;
  private static final int DIGITS = 3;

  @Override
  public String svg() {
    Axis ax = axis(x, LEFT, RIGHT, 7);
    Axis ay = axis(y, BOTTOM, TOP, 5);
    Element svg = Svg.canvas(HEIGHT, title, description());
    svg.add(Svg.words("unit", LEFT, 14, "start", up));
    svg.add(Svg.words("unit", (LEFT + RIGHT) / 2, HEIGHT - 10, "middle", across));
    Svg.gridAcross(svg, ay, LEFT, RIGHT);
    Svg.gridDown(svg, ax, TOP, BOTTOM);
    double from = Arrays.stream(x).min().orElse(0);
    double to = Arrays.stream(x).max().orElse(0);
    svg.add(Svg.line("whisker s2", ax.at(from), ay.at(fit(from)), ax.at(to), ay.at(fit(to))));
    for (int i = 0; i < x.length; i++) {
      svg.add(Svg.circle("dot s1", ax.at(x[i]), ay.at(y[i]), 5));
    }
    return svg.toString();
  }

  private static Axis axis(double[] values, double from, double to, int ticks) {
    double least = Arrays.stream(values).min().orElse(0);
    return Axis.around(least, Arrays.stream(values).max().orElse(1), from, to, ticks);
  }

  private double fit(double at) {
    return intercept + slope * at;
  }

  private String description() {
    return x.length + " points and a line of slope " + Numbers.significant(slope, DIGITS);
  }

  @Override
  public HtmlTable table() {
    HtmlTable table = HtmlTable.of(title).number(across).number(up);
    for (int i = 0; i < x.length; i++) {
      table.row(Numbers.significant(x[i], 4), Numbers.significant(y[i], 4));
    }
    return table;
  }
}
