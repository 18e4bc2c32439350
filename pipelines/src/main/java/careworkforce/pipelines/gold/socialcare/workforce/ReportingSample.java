package careworkforce.pipelines.gold.socialcare.workforce;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.cqc.CqcRatings;
import careworkforce.pipelines.silver.careworkers.AscEstablishmentYears;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.outcomes.homes.HomeRatings;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.EstablishmentHomes;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Care homes by year, with what was known of them at its beginning, and whether they report to
 * ASC-WDS. Turnover alone is of the year itself, as told in its last report. A home that reports
 * under another establishment number, as after a sale, goes on reporting.
 */
final class ReportingSample {
  static final String HOME = "home";
  static final String TTWA = "ttwa";
  static final String REGION = "region_name";
  static final String YEAR = "calendar_year";
  static final String JOINS = "joins";
  static final String LEAVES = "leaves";
  static final String LOG_BEDS = "log_beds";
  static final String NURSING = "with_nursing";
  static final String OWNERSHIP = "owner";
  static final String RATED_POORLY = "rated_poorly";
  static final String NOT_RATED = "not_rated";
  static final String TURNOVER = "turnover";

  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final AscEstablishmentYears YEARS = AscEstablishmentYears.TABLE;
  private static final CqcRatings RATINGS = CqcRatings.TABLE;
  private static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;

  private ReportingSample() {}

  static List<Table> tables() {
    return List.of(HOMES, LOCATIONS, ESTABLISHMENTS, YEARS, RATINGS);
  }

  /**
   * Home-years of the years in which anybody reports, with reporting if any. Nobody can be seen to
   * join in the first, nor to leave in the last.
   */
  static Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> locations = inputs.table(LOCATIONS);
    Dataset<Row> employers = EstablishmentHomes.of(inputs.table(ESTABLISHMENTS), locations);
    Dataset<Row> reports = reports(inputs.table(YEARS), employers);
    Dataset<Row> years = reports.agg(min(col(YEAR)).as("from"), max(col(YEAR)).as("to"));
    Dataset<Row> panel =
        homes(inputs.table(HOMES))
            .join(broadcast(years), lit(true), "inner")
            .where(col("from").isNotNull())
            .withColumn(YEAR, explode(sequence(col("from"), col("to"))))
            .where(open());
    String[] key = {HOME, YEAR};
    return panel
        .join(poorly(panel, inputs.table(RATINGS), locations), key, "left_outer")
        .join(reports, key, "left_outer")
        .join(span(reports), new String[] {HOME}, "left_outer")
        .withColumn(LEAVES, leaves())
        .withColumn(NOT_RATED, when(col(RATED_POORLY).isNull(), lit(1.0)).otherwise(lit(0.0)))
        .withColumn(RATED_POORLY, coalesce(col(RATED_POORLY), lit(0.0)))
        .withColumn(JOINS, joins())
        .orderBy(col(HOME), col(YEAR));
  }

  /** 1 or 0 of those who did not report in a year before; null of others, and in the first year. */
  private static Column joins() {
    Column before = col("first_year").isNull().or(col("first_year").geq(col(YEAR)));
    return when(
        before.and(col(YEAR).gt(col("from"))),
        when(col("first_year").equalTo(col(YEAR)), lit(1.0)).otherwise(lit(0.0)));
  }

  /** 0 or 1 of those who report in the year, 0 if in any after; null of others. */
  private static Column leaves() {
    Column goesOn = col(LEAVES).isNotNull().and(col(YEAR).lt(col("last_year")));
    return when(goesOn, lit(0.0)).otherwise(col(LEAVES));
  }

  private static Column open() {
    Column begins = make_date(col(YEAR), lit(1), lit(1));
    return HOMES
        .openedOn
        .col()
        .leq(begins)
        .and(HOMES.closedOn.col().isNull().or(HOMES.closedOn.col().gt(begins)));
  }

  private static Dataset<Row> homes(Dataset<Row> homes) {
    return homes
        .where(HOMES.region.col().isNotNull().and(HOMES.ttwa.col().isNotNull()))
        .select(
            HOMES.homeId.col().as(HOME),
            HOMES.ttwa.col().as(TTWA),
            HOMES.region.col().as(REGION),
            HOMES.openedOn.col(),
            HOMES.closedOn.col(),
            when(HOMES.beds.col().gt(lit(0)), log(HOMES.beds.col())).as(LOG_BEDS),
            when(HOMES.nursing.col(), lit(1.0)).otherwise(lit(0.0)).as(NURSING),
            coalesce(HOMES.ownership.col(), lit("not told")).as(OWNERSHIP));
  }

  /**
   * Homes and years in which an establishment of theirs reports: whether none of these does after
   * the year's last extract, and the turnover of the latest report, of several the last by number.
   */
  private static Dataset<Row> reports(Dataset<Row> years, Dataset<Row> employers) {
    Column latest =
        struct(YEARS.month.col(), YEARS.establishmentId.col(), YEARS.turnover.col().as(TURNOVER));
    return years
        .join(
            broadcast(employers),
            YEARS.establishmentId.col().equalTo(col(EstablishmentHomes.REPORTER)),
            "inner")
        .groupBy(LOCATIONS.homeId.col().as(HOME), YEARS.year.col().as(YEAR))
        .agg(
            min(YEARS.leaves.col().cast("double")).as(LEAVES),
            max(latest).getField(TURNOVER).as(TURNOVER));
  }

  private static Dataset<Row> span(Dataset<Row> reports) {
    return reports
        .groupBy(col(HOME))
        .agg(min(col(YEAR)).as("first_year"), max(col(YEAR)).as("last_year"));
  }

  /** Whether the rating in force when the year begins is below good; of rated homes. */
  private static Dataset<Row> poorly(
      Dataset<Row> panel, Dataset<Row> ratings, Dataset<Row> locations) {
    Column poor = OUTCOMES.rating.col().isInCollection(HomeRatings.BELOW_GOOD);
    return HomeRatings.atBeginning(panel, HOME, YEAR, ratings, locations)
        .select(col(HOME), col(YEAR), when(poor, lit(1.0)).otherwise(lit(0.0)).as(RATED_POORLY));
  }
}
