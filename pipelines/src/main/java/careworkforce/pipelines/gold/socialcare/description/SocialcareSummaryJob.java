package careworkforce.pipelines.gold.socialcare.description;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Summarises home-months. Sums are of decimals, so that they are the same in whatever order rows
 * come.
 */
@AutoService(Job.class)
public final class SocialcareSummaryJob implements Transform {
  private static final SocialcareSummary SUMMARY = SocialcareSummary.TABLE;
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;
  private static final String EXACT = "decimal(20,8)";
  private static final String EXACT_SQUARE = "decimal(38,8)";
  private static final Column VALUE = col("value");

  @Override
  public Table writes() {
    return SUMMARY;
  }

  @Override
  public List<Table> reads() {
    return Stream.concat(HomeMonthsSeen.tables().stream(), Stream.of(WAGES)).toList();
  }

  @Override
  public List<Setting<?>> settings() {
    return SocialcareSample.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> long_ =
        HomeMonthsSeen.rows(inputs)
            .where(HomeMonthsSeen.OUTCOMES.month.col().leq(lit(SocialcareSample.lastMonth(inputs))))
            .where(HomeMonthsSeen.HOMES.region.col().isNotNull())
            .join(
                broadcast(inputs.table(WAGES)),
                new String[] {WAGES.ttwa.name(), WAGES.month.name()},
                "left_semi")
            .select(
                explode(array(kind(), lit("all"))).as(SUMMARY.kind.name()),
                variables().as("variable_of_home"))
            .select(SUMMARY.kind.col(), explode(col("variable_of_home")).as("v"))
            .select(SUMMARY.kind.col(), col("v.*"))
            .where(VALUE.isNotNull());
    return SUMMARY.select(statistics(long_));
  }

  private static Column kind() {
    return when(HomeMonthsSeen.HOMES.nursing.col(), lit("nursing")).otherwise(lit("residential"));
  }

  private static Column variables() {
    Column staff = HomeMonthsSeen.STAFF.staffAtStart.col();
    Column residents = HomeMonthsSeen.OUTCOMES.residents.col();
    Column beds = when(HomeMonthsSeen.HOMES.beds.col().gt(lit(0)), HomeMonthsSeen.HOMES.beds.col());
    return array(
        variable("turnover", "share a year", HomeMonthsSeen.STAFF.turnover.col()),
        variable(
            "starters",
            "share a year",
            HomeMonthsSeen.STAFF.starters.col().multiply(lit(12)).cast("double").divide(staff)),
        variable("staff", "directly employed", staff),
        variable("beds", "beds", beds),
        variable("staff per bed", "directly employed a bed", staff.cast("double").divide(beds)),
        variable(
            "vacancies",
            "posts, of returns that are not stale",
            HomeMonthsSeen.STAFF.vacancies.col()),
        variable("residents", "matched residents", residents),
        variable(
            "arrivals",
            "arrivals a resident-month",
            HomeMonthsSeen.OUTCOMES.arrivalsPerResidentMonth.col()),
        variable(
            "deaths",
            "deaths a resident and month",
            HomeMonthsSeen.OUTCOMES.deaths.col().cast("double").divide(residents)),
        variable(
            "rated good or better",
            "share of home-months",
            HomeMonthsSeen.OUTCOMES.rating.col().cast("int").geq(lit(3)).cast("int")));
  }

  private static Column variable(String name, String unit, Column value) {
    return struct(
        lit(name).as(SUMMARY.variable.name()),
        lit(unit).as(SUMMARY.unit.name()),
        value.cast("double").as("value"));
  }

  private static Dataset<Row> statistics(Dataset<Row> values) {
    Column exact = VALUE.cast(EXACT);
    Column n = SUMMARY.observations.col().cast("double");
    Column sum = col("sum").cast("double");
    Column centred = col("squares").cast("double").minus(sum.multiply(sum).divide(n));
    Column variance = greatest(centred, lit(0.0)).divide(n.minus(lit(1)));
    return values
        .groupBy(SUMMARY.kind.col(), SUMMARY.variable.col(), SUMMARY.unit.col())
        .agg(
            count(lit(1)).as(SUMMARY.observations.name()),
            sum(exact).as("sum"),
            sum(exact.multiply(exact).cast(EXACT_SQUARE)).as("squares"),
            percentile(VALUE, lit(0.1)).as(SUMMARY.p10.name()),
            percentile(VALUE, lit(0.5)).as(SUMMARY.median.name()),
            percentile(VALUE, lit(0.9)).as(SUMMARY.p90.name()))
        .withColumn(SUMMARY.mean.name(), sum.divide(n))
        .withColumn(SUMMARY.sd.name(), when(n.gt(lit(1.0)), sqrt(variance)));
  }
}
