package careworkforce.common.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Estimates with their intervals, one a line, above a common axis; a dashed line where the truth is
 * known.
 *
 * @param title what is shown
 * @param unit of the estimates
 * @param intervals top to bottom
 * @param truth the planted value; null where nobody knows it
 */
public record IntervalPlot(
    String title, String unit, List<Interval> intervals, @Nullable Double truth)
    implements Picture {
  private static final double LEFT = 250;
  private static final double RIGHT = Svg.WIDTH - 24;
  private static final double TOP = 34;
  private static final double ROW = 46;
  private static final double HALF_OF_WORDS = 90;
  private static final int DIGITS = 3;

  @Override
  public String svg() {
    double bottom = TOP + ROW * intervals.size();
    Axis x = Axis.around(all().min().orElse(0), all().max().orElse(1), LEFT, RIGHT, 6);
    Element svg = Svg.canvas(bottom + 50, title, description());
    Svg.gridDown(svg, x, TOP, bottom);
    svg.add(Svg.words("unit", (LEFT + RIGHT) / 2, bottom + 40, "middle", unit));
    svg.add(Svg.line("zero", x.at(0), TOP, x.at(0), bottom));
    for (int i = 0; i < intervals.size(); i++) {
      draw(svg, intervals.get(i), "s" + (i + 1), x, TOP + (i + 0.5) * ROW);
    }
    if (truth != null) {
      svg.add(Svg.line("truth", x.at(truth), TOP - 8, x.at(truth), bottom));
      String anchor = x.at(truth) + HALF_OF_WORDS > Svg.WIDTH ? "end" : "middle";
      String text = "planted truth " + number(truth);
      svg.add(Svg.words("name truth", x.at(truth), TOP - 14, anchor, text));
    }
    return svg.toString();
  }

  private void draw(Element svg, Interval row, String kind, Axis x, double y) {
    svg.add(Svg.words("label", LEFT - 22, y - 3, "end", row.name()));
    svg.add(Svg.words("value", LEFT - 22, y + 13, "end", numbers(row)));
    if (row.known()) {
      double low = x.at(Math.max(x.low(), row.low()));
      double high = x.at(Math.min(x.high(), row.high()));
      svg.add(Svg.line("whisker " + kind, low, y, high, y));
      cap(svg, kind, row.low(), low, y);
      cap(svg, kind, row.high(), high, y);
    }
    svg.add(Svg.circle("dot " + kind, x.at(row.estimate()), y, 6));
  }

  /** The end of a whisker, unless the interval has none there. */
  private static void cap(Element svg, String kind, double end, double x, double y) {
    if (Double.isFinite(end)) {
      svg.add(Svg.line("whisker " + kind, x, y - 6, x, y + 6));
    }
  }

  private String numbers(Interval row) {
    return number(row.estimate())
        + (row.known()
            ? " (" + number(row.low()) + " to " + number(row.high()) + ")"
            : " (no interval)");
  }

  /** All with the decimals that the largest needs, so that they compare. */
  private String number(double value) {
    double largest = all().map(Math::abs).max().orElse(0);
    return Numbers.fixed(value, Numbers.decimals(largest, DIGITS));
  }

  private DoubleStream all() {
    DoubleStream ends =
        intervals.stream()
            .flatMapToDouble(i -> DoubleStream.of(i.estimate(), i.low(), i.high()))
            .filter(Double::isFinite);
    DoubleStream marks = truth == null ? DoubleStream.of(0) : DoubleStream.of(0, truth);
    return DoubleStream.concat(ends, marks);
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    for (Interval row : intervals) {
      text.append(row.name()).append(' ').append(numbers(row)).append("; ");
    }
    return text + (truth == null ? "" : "planted truth " + number(truth));
  }

  @Override
  public HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(title + ", " + unit)
            .column("Estimate")
            .number("Point")
            .number("Lower end")
            .number("Upper end");
    for (Interval row : intervals) {
      table.row(row.name(), number(row.estimate()), number(row.low()), number(row.high()));
    }
    if (truth != null) {
      table.row("planted truth", number(truth), "–", "–");
    }
    return table;
  }
}
