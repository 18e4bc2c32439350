package careworkforce.pipelines.gold.socialcare.description;

import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Adds up home-months by region and year. */
@AutoService(Job.class)
public final class SocialcareRegionsJob implements Transform {
  private static final SocialcareRegions REGIONS = SocialcareRegions.TABLE;
  private static final int MONTHS = 12;
  private static final double DAYS = 365.25;

  @Override
  public Table writes() {
    return REGIONS;
  }

  @Override
  public List<Table> reads() {
    return HomeMonthsSeen.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SocialcareSample.MATCH_TIER);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> sums =
        HomeMonthsSeen.rows(inputs)
            .where(HomeMonthsSeen.HOMES.region.col().isNotNull())
            .groupBy(
                REGIONS.region.col(), REGIONS.year.is(year(HomeMonthsSeen.OUTCOMES.month.col())))
            .agg(
                countDistinct(HomeMonthsSeen.OUTCOMES.month.col()).as(REGIONS.months.name()),
                countDistinct(HomeMonthsSeen.HOMES.homeId.col()).as(REGIONS.homes.name()),
                sum(HomeMonthsSeen.STAFF.staffAtStart.col()).as(REGIONS.staffMonths.name()),
                total(REGIONS.leavers),
                total(REGIONS.starters),
                total(REGIONS.residentDays),
                total(REGIONS.arrivals));
    return REGIONS.select(
        sums.withColumn(REGIONS.turnover.name(), aYear(REGIONS.leavers))
            .withColumn(REGIONS.starterRate.name(), aYear(REGIONS.starters))
            .withColumn(
                REGIONS.arrivalRate.name(),
                REGIONS.arrivals.col().multiply(lit(DAYS)).divide(REGIONS.residentDays.col())));
  }

  private static Column total(Field field) {
    return sum(field.col()).as(field.name());
  }

  private static Column aYear(Field events) {
    return events.col().multiply(lit(MONTHS)).cast("double").divide(REGIONS.staffMonths.col());
  }
}
