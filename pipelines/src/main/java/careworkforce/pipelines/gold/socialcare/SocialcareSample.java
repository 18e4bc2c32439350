package careworkforce.pipelines.gold.socialcare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The home-months of the headline: staff and residents both seen, an area with an outside wage, and
 * not after the last month of the sample.
 */
public final class SocialcareSample {
  public static final Setting<String> LAST_MONTH =
      Setting.text("socialcare.sample.last-month", "last month of the sample, such as 2020-02");
  public static final Setting<String> MATCH_TIER =
      Setting.text(
          "socialcare.sample.match-tier", "residents of this match tier: uprn or postcode");

  static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;
  static final HomeMonths STAFF = HomeMonths.TABLE;
  static final CareHomes HOMES = CareHomes.TABLE;
  static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;

  /** Names of the frame's columns. */
  static final String ARRIVALS = "arrivals";

  static final String TURNOVER = "turnover";
  static final String WAGE = "log_outside_wage";
  static final String HOME = "home";
  static final String REGION = "region";
  static final String MONTH = "month";
  static final String TTWA = "ttwa";
  static final String DAYS = "resident_days";

  private SocialcareSample() {}

  static List<Table> tables() {
    return List.of(OUTCOMES, STAFF, HOMES, WAGES);
  }

  /** The settings that bound the sample. */
  public static List<Setting<?>> settings() {
    return List.of(LAST_MONTH, MATCH_TIER);
  }

  /** First day of the last month of the sample. */
  public static java.sql.Date lastMonth(Inputs inputs) {
    return java.sql.Date.valueOf(Month.parse(inputs.value(LAST_MONTH)).firstDay());
  }

  /** The sample in memory, in the order of home and month. */
  static Frame frame(Inputs inputs) {
    List<Row> rows = rows(inputs).collectAsList();
    return Frame.empty()
        .with(HOME, words(rows, 0))
        .with(REGION, words(rows, 1))
        .with(TTWA, words(rows, 2))
        .with(MONTH, numbers(rows, 3))
        .with(ARRIVALS, numbers(rows, 4))
        .with(TURNOVER, numbers(rows, 5))
        .with(WAGE, numbers(rows, 6))
        .with(DAYS, numbers(rows, 7));
  }

  static Dataset<Row> rows(Inputs inputs) {
    return inputs
        .table(OUTCOMES)
        .where(OUTCOMES.matchTier.col().equalTo(lit(inputs.value(MATCH_TIER))))
        .where(
            OUTCOMES
                .month
                .col()
                .leq(lit(lastMonth(inputs)))
                .and(OUTCOMES.residentDays.col().gt(lit(0L))))
        .join(
            inputs.table(STAFF).select(STAFF.homeId.col(), STAFF.month.col(), STAFF.turnover.col()),
            new String[] {STAFF.homeId.name(), STAFF.month.name()},
            "inner")
        .join(
            inputs.table(HOMES).select(HOMES.homeId.col(), HOMES.region.col(), HOMES.ttwa.col()),
            new String[] {HOMES.homeId.name()},
            "inner")
        .join(inputs.table(WAGES), new String[] {WAGES.ttwa.name(), WAGES.month.name()}, "inner")
        .where(HOMES.region.col().isNotNull())
        .select(
            OUTCOMES.homeId.col(),
            HOMES.region.col(),
            HOMES.ttwa.col(),
            Month.number(OUTCOMES.month.col()).cast("double").as("month"),
            OUTCOMES.arrivalsPerResidentMonth.col(),
            STAFF.turnover.col(),
            WAGES.logOutsideWage.col(),
            OUTCOMES.residentDays.col().cast("double"))
        .orderBy(OUTCOMES.homeId.col(), col("month"));
  }

  private static String[] words(List<Row> rows, int at) {
    List<String> words = new ArrayList<>(rows.size());
    rows.forEach(row -> words.add(row.getString(at)));
    return words.toArray(new String[0]);
  }

  private static double[] numbers(List<Row> rows, int at) {
    return rows.stream().mapToDouble(row -> row.getDouble(at)).toArray();
  }
}
