package careworkforce.pipelines.report;

import careworkforce.common.delta.Lake;
import careworkforce.common.report.Block;
import careworkforce.common.report.Figure;
import careworkforce.common.report.HtmlTable;
import careworkforce.common.report.Interval;
import careworkforce.common.report.IntervalPlot;
import careworkforce.common.report.Numbers;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.socialcare.SocialcareFirstStage;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** How turnover answers to the outside wage, and how strongly. */
final class FirstStageSection {
  private static final SocialcareFirstStage STAGE = SocialcareFirstStage.TABLE;
  private static final int DIGITS = 3;

  private FirstStageSection() {}

  static Block[] blocks(Lake lake, @Nullable Double planted) {
    return blocks(lake.read(STAGE).where(STAGE.headline()).collectAsList(), planted);
  }

  static Block[] blocks(List<Row> rows, @Nullable Double planted) {
    List<Interval> intervals =
        rows.stream()
            .map(
                r ->
                    new Interval(
                        "log outside wage",
                        EstimateRow.number(r, STAGE.estimate),
                        EstimateRow.number(r, STAGE.ciLow),
                        EstimateRow.number(r, STAGE.ciHigh)))
            .toList();
    return new Block[] {
      Block.prose(
          "The first of two steps: how staff turnover answers to wages outside social care, within"
              + " home and within region and month."),
      new Figure(
          new IntervalPlot(
              "Turnover and the outside wage",
              "turnover a year for one log point",
              intervals,
              planted),
          "Point with its 95% interval, standard errors clustered by travel-to-work area."),
      table(rows)
    };
  }

  private static HtmlTable table(List<Row> rows) {
    HtmlTable table =
        HtmlTable.of("First stage")
            .column("Instrument")
            .number("Estimate")
            .number("Standard error")
            .number("F")
            .number("Effective F")
            .number("Partial R²")
            .number("Home-months")
            .number("Areas")
            .column("Design");
    for (Row row : rows) {
      table.row(
          row.getAs(STAGE.term.name()),
          Numbers.significant(EstimateRow.number(row, STAGE.estimate), DIGITS),
          Numbers.significant(EstimateRow.number(row, STAGE.stdError), DIGITS),
          Numbers.fixed(EstimateRow.number(row, STAGE.firstStageF), 1),
          Numbers.fixed(EstimateRow.number(row, STAGE.effectiveF), 1),
          Numbers.significant(EstimateRow.number(row, STAGE.partialR2), DIGITS),
          Numbers.whole(row.<Long>getAs(STAGE.observations.name())),
          Numbers.whole(row.<Long>getAs(STAGE.clusters.name())),
          row.getAs(STAGE.design.name()));
    }
    return table;
  }
}
