package careworkforce.common.report;

import careworkforce.common.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * Lines over months.
 *
 * @param title what is shown
 * @param unit of the values, written above the axis
 * @param series at most four lines, each named where it ends
 * @param decimals of the values in the table beside
 */
public record LineChart(String title, String unit, List<Series> series, int decimals)
    implements Picture {
  private static final double HEIGHT = 300;
  private static final double LEFT = 62;
  private static final double RIGHT = Svg.WIDTH - 96;
  private static final double TOP = 30;
  private static final double BOTTOM = HEIGHT - 30;

  @Override
  public String svg() {
    Axis y = Axis.around(least(), greatest(), BOTTOM, TOP, 5);
    Element svg = Svg.canvas(HEIGHT, title, description());
    svg.add(Svg.words("unit", LEFT, 14, "start", unit));
    Svg.gridAcross(svg, y, LEFT, RIGHT);
    years(svg);
    for (int i = 0; i < series.size(); i++) {
      draw(svg, series.get(i), "s" + (i + 1), y);
    }
    return svg.toString();
  }

  private void draw(Element svg, Series line, String kind, Axis y) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    int last = -1;
    for (int i = 0; i < line.size(); i++) {
      if (Double.isNaN(line.y()[i])) {
        pen = false;
        continue;
      }
      path.append(pen ? 'L' : 'M')
          .append(Numbers.coordinate(px(line.x()[i])))
          .append(' ')
          .append(Numbers.coordinate(y.at(line.y()[i])));
      pen = true;
      last = i;
    }
    svg.add(Element.of("path").with("class", "line " + kind).with("d", path.toString()));
    if (last >= 0) {
      svg.add(name(line, last, kind, y));
    }
  }

  /** Beside a line that goes on to the last month; above the last year of one that ends sooner. */
  private Element name(Series line, int last, String kind, Axis y) {
    double end = line.x()[last];
    if (end == last()) {
      return Svg.words("name " + kind, px(end) + 6, y.at(line.y()[last]) + 4, "start", line.name());
    }
    double greatest = line.y()[last];
    for (int i = last; i >= 0 && line.x()[i] > end - 12; i--) {
      greatest = Double.isNaN(line.y()[i]) ? greatest : Math.max(greatest, line.y()[i]);
    }
    return Svg.words("name " + kind, px(end), y.at(greatest) - 6, "end", line.name());
  }

  private void years(Element svg) {
    int first = (int) first();
    int last = (int) last();
    int every = Math.max(1, (last - first) / 12 / 10);
    for (int month = first; month <= last; month++) {
      Month m = new Month(month);
      if (m.ofYear() == 1 && (m.year() - new Month(first).year()) % every == 0) {
        svg.add(Svg.line("mark", px(month), BOTTOM, px(month), BOTTOM + 5));
        svg.add(Svg.words("tick", px(month), BOTTOM + 18, "middle", String.valueOf(m.year())));
      }
    }
  }

  private double px(double month) {
    return LEFT + (month - first()) / Math.max(1, last() - first()) * (RIGHT - LEFT);
  }

  private double first() {
    return xs().min().orElse(0);
  }

  private double last() {
    return xs().max().orElse(1);
  }

  private DoubleStream xs() {
    return series.stream().flatMapToDouble(s -> Arrays.stream(s.x()));
  }

  private DoubleStream ys() {
    return series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).filter(v -> !Double.isNaN(v));
  }

  private double least() {
    return Math.min(0, ys().min().orElse(0));
  }

  private double greatest() {
    return ys().max().orElse(1);
  }

  private String description() {
    List<String> names = series.stream().map(Series::name).toList();
    return "Lines for "
        + String.join(", ", names)
        + ", "
        + new Month((int) first())
        + " to "
        + new Month((int) last())
        + ", "
        + unit;
  }

  @Override
  public HtmlTable table() {
    HtmlTable table = HtmlTable.of(title + ", " + unit).column("Month");
    series.forEach(s -> table.number(s.name()));
    TreeSet<Double> months = new TreeSet<>(xs().boxed().toList());
    for (double month : months) {
      String[] cells = new String[series.size() + 1];
      cells[0] = new Month((int) month).toString();
      for (int i = 0; i < series.size(); i++) {
        int at = Arrays.binarySearch(series.get(i).x(), month);
        double value = at < 0 ? Double.NaN : series.get(i).y()[at];
        cells[i + 1] = Numbers.fixed(value, decimals);
      }
      table.row(cells);
    }
    return table;
  }
}
