package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Resident-days that stand for those of all homes, whether or not these report their staff to
 * ASC-WDS, which is voluntary: in each region, kind of home, month and match tier the days of homes
 * that report are weighted up to the days of all homes there (post-stratification; methods 2.10).
 */
final class ReportingWeights {
  /** The weight of a home-month; null without residents. */
  static final String DAYS = "resident_days_of_all_homes";

  private static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final String[] CELL = {
    CarePanel.REGION, CarePanel.KIND, CarePanel.MONTH, CarePanel.TIER
  };
  private static final String OF_ALL = "days_of_all";

  private ReportingWeights() {}

  /** Adds them to home-months. */
  static Dataset<Row> with(Dataset<Row> panel, Inputs inputs) {
    Column reported =
        sum(col(CarePanel.DAYS))
            .over(Window.partitionBy(col(CELL[0]), col(CELL[1]), col(CELL[2]), col(CELL[3])));
    return panel
        .join(broadcast(ofAll(inputs)), CELL, "left_outer")
        .withColumn(DAYS, col(CarePanel.DAYS).multiply(col(OF_ALL)).divide(reported))
        .drop(OF_ALL);
  }

  private static Dataset<Row> ofAll(Inputs inputs) {
    Dataset<Row> homes =
        inputs
            .table(HOMES)
            .where(HOMES.region.col().isNotNull())
            .select(
                HOMES.homeId.col(),
                HOMES.region.col().as(CarePanel.REGION),
                when(HOMES.nursing.col(), lit(CarePanel.NURSING))
                    .otherwise(lit(CarePanel.RESIDENTIAL))
                    .as(CarePanel.KIND));
    return inputs
        .table(OUTCOMES)
        .join(broadcast(homes), new String[] {HOMES.homeId.name()}, "inner")
        .groupBy(
            col(CarePanel.REGION),
            col(CarePanel.KIND),
            Month.number(OUTCOMES.month.col()).cast("double").as(CarePanel.MONTH),
            OUTCOMES.matchTier.col().as(CarePanel.TIER))
        .agg(sum(OUTCOMES.residentDays.col()).cast("double").as(OF_ALL));
  }
}
