package careworkforce.common.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Estimates with their intervals by time since an event, on a common axis, the event between −1 and
 * 0 marked.
 *
 * @param title what is shown
 * @param unit of the estimates, written above the axis
 * @param when what event time is counted in, such as {@code quarters since the opening}
 * @param points ascending
 * @param decimals of the numbers in the table beside
 */
public record EventPlot(String title, String unit, String when, List<Point> points, int decimals)
    implements Picture {
  private static final double HEIGHT = 300;
  private static final double LEFT = 70;
  private static final double RIGHT = Svg.WIDTH - 24;
  private static final double TOP = 30;
  private static final double BOTTOM = HEIGHT - 46;
  private static final double HALF = 0.5;

  /**
   * An estimate.
   *
   * @param time since the event
   * @param estimate the point
   * @param low lower end of its interval; infinite if there is none, NaN without an interval
   * @param high upper end; likewise
   */
  public record Point(int time, double estimate, double low, double high) {}

  @Override
  public String svg() {
    Axis y = Axis.around(all().min().orElse(0), all().max().orElse(1), BOTTOM, TOP, 5);
    Element svg = Svg.canvas(HEIGHT, title, description());
    svg.add(Svg.words("unit", LEFT, 14, "start", unit));
    svg.add(Svg.words("unit", (LEFT + RIGHT) / 2, HEIGHT - 6, "middle", when));
    Svg.gridAcross(svg, y, LEFT, RIGHT);
    svg.add(Svg.line("zero", LEFT, y.at(0), RIGHT, y.at(0)));
    svg.add(Svg.line("truth", px(-HALF), TOP, px(-HALF), BOTTOM));
    for (Point point : points) {
      double x = px(point.time());
      svg.add(Svg.words("tick", x, BOTTOM + 18, "middle", Numbers.whole(point.time())));
      if (!Double.isNaN(point.low()) && !Double.isNaN(point.high())) {
        double low = y.at(Math.max(y.low(), point.low()));
        double high = y.at(Math.min(y.high(), point.high()));
        svg.add(Svg.line("whisker s1", x, low, x, high));
      }
      svg.add(Svg.circle("dot s1", x, y.at(point.estimate()), 4));
    }
    return svg.toString();
  }

  private double px(double time) {
    int first = points.stream().mapToInt(Point::time).min().orElse(-1);
    int last = points.stream().mapToInt(Point::time).max().orElse(1);
    return LEFT + (time - first + HALF) / (last - first + 1) * (RIGHT - LEFT);
  }

  private DoubleStream all() {
    return DoubleStream.concat(
        DoubleStream.of(0),
        points.stream()
            .flatMapToDouble(p -> DoubleStream.of(p.estimate(), p.low(), p.high()))
            .filter(Double::isFinite));
  }

  private String description() {
    return "Estimates with 95% intervals by " + when + ", " + unit;
  }

  @Override
  public HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(title + ", " + unit)
            .column(when)
            .number("Point")
            .number("Lower end")
            .number("Upper end");
    for (Point point : points) {
      table.row(
          Numbers.whole(point.time()),
          Numbers.fixed(point.estimate(), decimals),
          Numbers.fixed(point.low(), decimals),
          Numbers.fixed(point.high(), decimals));
    }
    return table;
  }
}
