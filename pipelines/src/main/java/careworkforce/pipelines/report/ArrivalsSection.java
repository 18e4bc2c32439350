package careworkforce.pipelines.report;

import careworkforce.common.delta.Lake;
import careworkforce.common.report.Block;
import careworkforce.common.report.Figure;
import careworkforce.common.report.LineChart;
import careworkforce.common.report.Series;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.socialcare.SocialcareArrivalsByMonth;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Arrivals of residents over time, each record of arrivals a line of its own. */
public final class ArrivalsSection {
  private static final SocialcareArrivalsByMonth ARRIVALS = SocialcareArrivalsByMonth.TABLE;
  private static final int DECIMALS = 4;
  private static final String TIER = "uprn";

  private ArrivalsSection() {}

  /** The figure, from the table that stands in a lake. */
  public static Block[] blocks(Lake lake) {
    return new Block[] {
      Block.prose(
          "HES Accident and Emergency ends where the Emergency Care Data Set begins. The two are"
              + " recorded differently and never joined silently: each is a series."),
      new Figure(
          picture(lake.read(ARRIVALS).collectAsList()),
          "Unplanned arrivals, each once, of residents found by the address match (tier uprn), over"
              + " their resident-months.")
    };
  }

  /** Arrivals over resident-months, homes with and without nursing together. */
  static LineChart picture(List<Row> rows) {
    Map<String, TreeMap<Integer, long[]>> counts = new TreeMap<>();
    for (Row row : rows) {
      if (TIER.equals(row.<String>getAs(ARRIVALS.matchTier.name()))) {
        LocalDate month = row.<Date>getAs(ARRIVALS.month.name()).toLocalDate();
        long[] sums =
            counts
                .computeIfAbsent(row.getAs(ARRIVALS.series.name()), s -> new TreeMap<>())
                .computeIfAbsent(Month.of(month).number(), m -> new long[2]);
        sums[0] += row.<Long>getAs(ARRIVALS.arrivals.name());
        sums[1] += row.<Long>getAs(ARRIVALS.residentDays.name());
      }
    }
    List<Series> lines = new ArrayList<>();
    // HES first, as it came first.
    new TreeMap<>(counts).descendingMap().forEach((name, line) -> lines.add(series(name, line)));
    return new LineChart(
        "A&E arrivals of care home residents", "arrivals a resident-month", lines, DECIMALS);
  }

  private static Series series(String name, TreeMap<Integer, long[]> line) {
    double[] x = new double[line.size()];
    double[] y = new double[line.size()];
    int i = 0;
    for (Map.Entry<Integer, long[]> point : line.entrySet()) {
      int days = new Month(point.getKey()).lastDay().getDayOfMonth();
      x[i] = point.getKey();
      y[i] = (double) point.getValue()[0] * days / point.getValue()[1];
      i++;
    }
    return new Series(label(name), x, y);
  }

  private static String label(String series) {
    return switch (series) {
      case "hes" -> "HES A&E";
      case "ecds" -> "ECDS";
      default -> series;
    };
  }
}
