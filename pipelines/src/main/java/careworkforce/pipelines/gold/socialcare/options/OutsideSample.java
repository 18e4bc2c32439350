package careworkforce.pipelines.gold.socialcare.options;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningMonths;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageIndex;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageOccupations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Home-years with staff seen in enough of their months, in areas that have an index. No month after
 * the sample's last is in them, of staff nor of what is beside them (methods 2.8).
 */
final class OutsideSample {
  static final String HOME = "home";
  static final String REGION = "region";
  static final String TTWA = "ttwa";
  static final String LAD = "lad";
  static final String OWNERSHIP = "ownership";
  static final String NURSING = "nursing";
  static final String YEAR = "year";
  static final String TURNOVER = "turnover";
  static final String STARTERS = "starters_rate";
  static final String STAFF = "log_staff";
  static final String BEDS = "log_beds";
  static final String MONTHS = "staff_months";
  static final String INDEX = "outside_wage";
  static final String HERE = "outside_wage_here";
  static final String LEAD = "outside_wage_next_year";
  static final String EXPOSURES = "sum_of_exposures";
  static final String VACANCIES = "vacancy_index";
  static final String NHS = "nhs_openings";
  static final String NHS_PREDICTED = "predicted_openings";
  static final String RETAIL = "retail_openings";
  static final String RETAIL_JOBS = "retail_jobs_predicted";
  static final String BITE = "minimum_wage_bite";

  /** Destinations told by occupation, not by industry. */
  static final String OCCUPATIONS = "occupations";

  /** The ownership of homes whose directory does not tell it. */
  static final String UNKNOWN = "unknown";

  private static final String NO_STORE = "openings_near_none";

  private static final String[] WORDS = {HOME, REGION, TTWA, LAD, OWNERSHIP};
  private static final String[] NUMBERS = {
    NURSING,
    YEAR,
    TURNOVER,
    STARTERS,
    STAFF,
    BEDS,
    MONTHS,
    INDEX,
    HERE,
    LEAD,
    EXPOSURES,
    VACANCIES,
    NHS,
    NHS_PREDICTED,
    RETAIL,
    RETAIL_JOBS,
    BITE
  };

  private static final HomeMonths S = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final OutsideWageIndex I = OutsideWageIndex.TABLE;
  private static final String[] AREA_YEAR = {TTWA, YEAR};

  private OutsideSample() {}

  /** The sample in memory, in the order of home and year; what is not known is NaN. */
  static Frame frame(Inputs inputs, String destinations) {
    Column[] words = java.util.Arrays.stream(WORDS).map(name -> col(name)).toArray(Column[]::new);
    Column[] numbers =
        java.util.Arrays.stream(NUMBERS)
            .map(name -> coalesce(col(name).cast("double"), lit(Double.NaN)))
            .toArray(Column[]::new);
    Column[] all =
        java.util.stream.Stream.of(words, numbers)
            .flatMap(java.util.Arrays::stream)
            .toArray(Column[]::new);
    List<Row> rows = rows(inputs, destinations).orderBy(HOME, YEAR).select(all).collectAsList();
    Frame frame = Frame.empty();
    for (int i = 0; i < WORDS.length; i++) {
      int at = i;
      String[] values = rows.stream().map(row -> row.getString(at)).toArray(String[]::new);
      frame = frame.with(WORDS[i], values);
    }
    for (int i = 0; i < NUMBERS.length; i++) {
      int at = WORDS.length + i;
      frame = frame.with(NUMBERS[i], rows.stream().mapToDouble(row -> row.getDouble(at)).toArray());
    }
    return frame;
  }

  private static Dataset<Row> rows(Inputs inputs, String destinations) {
    Dataset<Row> index =
        destinations.equals(OCCUPATIONS)
            ? inputs.table(OutsideWageOccupations.TABLE)
            : inputs.table(I).where(I.destinations.col().equalTo(lit(destinations)));
    Dataset<Row> next =
        index.select(
            I.ttwa.col().as("next_ttwa"),
            I.year.col().minus(lit(1)).as("before_next"),
            I.index.col().as(LEAD));
    return years(inputs)
        .join(homes(inputs.table(H)), new String[] {HOME}, "inner")
        .join(
            broadcast(
                index.select(
                    I.ttwa.col().as("index_ttwa"),
                    I.year.col().as("index_year"),
                    I.index.col().as(INDEX),
                    I.indexHere.col().as(HERE),
                    I.exposures.col().as(EXPOSURES))),
            col(TTWA).equalTo(col("index_ttwa")).and(col(YEAR).equalTo(col("index_year"))),
            "inner")
        .join(
            broadcast(next),
            col(TTWA).equalTo(col("next_ttwa")).and(col(YEAR).equalTo(col("before_next"))),
            "left_outer")
        .join(broadcast(FurtherOptions.vacancies(inputs)), AREA_YEAR, "left_outer")
        .join(broadcast(FurtherOptions.nhs(inputs)), AREA_YEAR, "left_outer")
        .join(broadcast(FurtherOptions.retailJobs(inputs)), AREA_YEAR, "left_outer")
        .join(FurtherOptions.stores(inputs), new String[] {HOME, YEAR}, "left_outer")
        .join(FurtherOptions.minimumWage(inputs), new String[] {HOME, YEAR}, "left_outer")
        .withColumn(RETAIL, coalesce(col(RETAIL), col(NO_STORE)));
  }

  private static Dataset<Row> homes(Dataset<Row> homes) {
    return homes
        .where(H.region.col().isNotNull().and(H.ttwa.col().isNotNull()))
        .select(
            H.homeId.col().as(HOME),
            H.region.col().as(REGION),
            H.ttwa.col().as(TTWA),
            H.lad.col().as(LAD),
            coalesce(H.ownership.col(), lit(UNKNOWN)).as(OWNERSHIP),
            H.nursing.col().cast("int").as(NURSING),
            RetailOpeningMonths.withoutRow().as(NO_STORE),
            log(H.beds.col().cast("double")).as(BEDS));
  }

  private static Dataset<Row> years(Inputs inputs) {
    int least = inputs.value(SocialcareOutsideOptionsJob.LEAST_MONTHS);
    Column staff = col("staff").cast("double");
    return inputs
        .table(S)
        .where(S.month.col().leq(lit(SocialcareSample.lastMonth(inputs))))
        .groupBy(S.homeId.col().as(HOME), year(S.month.col()).as(YEAR))
        .agg(
            count(lit(1)).as("seen"),
            sum(S.staffAtStart.col()).as("staff"),
            sum(S.leavers.col()).as("left"),
            sum(S.starters.col()).as("started"))
        .where(col("seen").geq(lit(least)))
        .select(
            col(HOME),
            col(YEAR),
            col("left").multiply(lit(12)).cast("double").divide(staff).as(TURNOVER),
            col("started").multiply(lit(12)).cast("double").divide(staff).as(STARTERS),
            log(staff.divide(col("seen"))).as(STAFF),
            staff.as(MONTHS));
  }
}
