package careworkforce.pipelines.gold.careers.consequences;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of event paths from sums by trust; a point of one trust alone, or without variation, such as
 * the base, is none.
 */
final class EventPathRows {
  private static final CareersEventPaths PATHS = CareersEventPaths.TABLE;

  private static final Map<String, String> UNITS =
      Map.of(
          StaffPanel.LOG_PAY,
          "log points of hourly pay, nominal, of those at work",
          StaffPanel.FTE,
          "full-time equivalents of those at work",
          StaffPanel.PART_TIME,
          "share part time of those at work",
          StaffPanel.BANK,
          "share on a bank contract of those at work",
          "on_payroll",
          "share on an NHS payroll, of those not transferred out of the record",
          "other_trust",
          "share in another trust than in the base month, of those on a payroll",
          "other_area",
          "share in another travel-to-work area than in the base month, of those on a payroll",
          "other_group",
          "share in another occupation group than in the base month, of those on a payroll",
          "higher_band",
          "share in a higher band of the group held in event month 0, of those on a payroll");

  private final Inputs inputs;
  private final List<Table> reads;

  EventPathRows(Inputs inputs, List<Table> reads) {
    this.inputs = inputs;
    this.reads = reads;
  }

  /** Sums of one outcome in one event month. */
  private record Point(EventStudy study, EventSample sample, String outcome, int k) {}

  List<Row> rows(Dataset<Row> sums) {
    Map<Point, List<Row>> points = new LinkedHashMap<>();
    for (Row row : sums.collectAsList()) {
      points
          .computeIfAbsent(
              new Point(
                  EventStudy.valueOf(row.getAs(MatchedUnits.STUDY)),
                  EventSample.valueOf(row.getAs(MatchedPaths.SAMPLE)),
                  row.getAs(MatchedPaths.OUTCOME),
                  row.getAs(MatchedPaths.K)),
              p -> new ArrayList<>())
          .add(row);
    }
    List<Row> rows = new ArrayList<>();
    points.forEach(
        (point, trusts) -> {
          if (trusts.size() < 2) {
            return;
          }
          ClusterRatio effect =
              ClusterRatio.of(
                  term(point),
                  numbers(trusts, MatchedPaths.INFLUENCE),
                  numbers(trusts, MatchedPaths.TREATED_UNITS));
          if (effect.mean().standardError() > 0) {
            rows.add(row(question(point), point, effect, trusts));
          }
        });
    return rows;
  }

  private static String term(Point point) {
    return String.format(Locale.ROOT, "k=%+03d", point.k());
  }

  private Row row(Question question, Point point, ClusterRatio effect, List<Row> trusts) {
    double units = total(numbers(trusts, MatchedPaths.UNITS));
    double treated = total(numbers(trusts, MatchedPaths.TREATED_UNITS));
    Evidence evidence =
        new Evidence(
            Math.round(units),
            effect.clusters(),
            "cluster:organisation, t of clusters less one",
            "mean over events of outcome less mean of comparisons in the stratum");
    return PATHS.row(
        new Finding(question, term(point), effect.mean(), evidence).ofClusters(effect.scores()),
        inputs,
        reads,
        point.k(),
        total(numbers(trusts, MatchedPaths.COMPARISON)) / treated,
        Math.round(treated),
        Math.round(total(numbers(trusts, MatchedPaths.UNMATCHED))));
  }

  private static Question question(Point point) {
    boolean differenced = point.study().differenced;
    String strata =
        differenced
            ? "same " + StaffPanel.SAME_KIND + " in the same months"
            : "same " + StaffPanel.SAME_JOB + ", entered in the same month";
    return new Question(
        point.outcome(),
        point.study().sample(point.sample()),
        differenced ? "matched difference in differences" : "matched difference",
        UNITS.getOrDefault(point.outcome(), point.outcome()),
        "association",
        "comparison staff have the "
            + strata
            + ", and may have the event later; who has it is not drawn by lot");
  }

  private static double[] numbers(List<Row> rows, String column) {
    return rows.stream().mapToDouble(row -> row.<Number>getAs(column).doubleValue()).toArray();
  }

  private static double total(double[] numbers) {
    double total = 0;
    for (double number : numbers) {
      total += number;
    }
    return total;
  }
}
