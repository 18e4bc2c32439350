package careworkforce.pipelines.gold.socialcare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds up arrivals and days over homes; months without a record of arrivals, or of the days in
 * hospital that residents are not at risk, are left out.
 */
@AutoService(Job.class)
public final class SocialcareArrivalsByMonthJob implements Transform {
  private static final SocialcareArrivalsByMonth MONTHS = SocialcareArrivalsByMonth.TABLE;
  private static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(OUTCOMES, HOMES);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> homes = inputs.table(HOMES).select(HOMES.homeId.col(), HOMES.nursing.col());
    return MONTHS.select(
        inputs
            .table(OUTCOMES)
            .where(OUTCOMES.series.col().isNotNull().and(OUTCOMES.residentDays.col().isNotNull()))
            .join(broadcast(homes), new String[] {HOMES.homeId.name()}, "inner")
            .groupBy(
                MONTHS.month.col(),
                MONTHS.series.col(),
                MONTHS.nursing.col(),
                MONTHS.matchTier.col())
            .agg(
                count(lit(1)).as(MONTHS.homes.name()),
                sum(OUTCOMES.residentDays.col()).as(MONTHS.residentDays.name()),
                sum(OUTCOMES.residentMonths.col()).as("resident_months"),
                sum(OUTCOMES.arrivals.col()).as(MONTHS.arrivals.name()),
                sum(OUTCOMES.byAmbulance.col()).as(MONTHS.byAmbulance.name()))
            .withColumn(
                MONTHS.rate.name(),
                when(
                    MONTHS.residentDays.col().gt(lit(0L)),
                    MONTHS
                        .arrivals
                        .col()
                        .cast("double")
                        .divide(col("resident_months").cast("double")))));
  }
}
