package careworkforce.pipelines.gold.socialcare.minimumwage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.minimumwage.HomeBites;
import careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Homes by rise of the minimum wage: the bite, and the change of each outcome from the year before
 * to the year after, and between the two years before. A year counts in which the staff of {@value
 * #LEAST_MONTHS} months are seen. A rise is left out that another follows before its year has
 * ended, as October 2015 by April 2016, and one whose year goes on after the last month before
 * COVID; a change of pay counts between rises a year apart.
 */
final class RiseSample {
  static final String REGION = "region";
  static final String TTWA = "ttwa";
  static final String RISE = "rise";
  static final String BITE = "bite";
  static final String STAFF = "staff";
  static final String TURNOVER = "turnover";
  static final String STARTERS = "starters_rate";
  static final String LOG_STAFF = "log_staff";
  static final String LOG_PAY = "log_pay";
  static final List<String> OUTCOMES = List.of(LOG_PAY, TURNOVER, STARTERS, LOG_STAFF);

  /** Half a year. */
  private static final int LEAST_MONTHS = 6;

  private static final int YEAR = 12;
  private static final String HOME = "home";
  private static final String OFFSET = "years_from_rise";
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final HomeMonths M = HomeMonths.TABLE;

  private RiseSample() {}

  static List<Table> tables() {
    return Stream.concat(HomeBites.tables().stream(), Stream.of(H, M)).toList();
  }

  /** The last month of which the year after a rise may be (methods 2.8). */
  static Month lastMonth(Inputs inputs) {
    return inputs.value(SocialcareSample.LAST_MONTH);
  }

  static List<Setting<?>> settings() {
    return List.of(SocialcareSample.LAST_MONTH);
  }

  /** The change of an outcome from the year before a rise to the year after. */
  static String after(String outcome) {
    return outcome + "_after";
  }

  /** Its change between the two years before. */
  static String before(String outcome) {
    return outcome + "_before";
  }

  /** The sample in memory, in the order of home and rise; what is not known is missing. */
  static Frame frame(Inputs inputs) {
    Dataset<Row> rises = rises(inputs);
    Dataset<Row> years = years(inputs.table(M), rises);
    for (int year : new int[] {-2, -1, 0}) {
      rises = rises.join(of(years, year), new String[] {HOME, RISE}, "left_outer");
    }
    List<Column> columns = new ArrayList<>();
    for (String name : List.of(HOME, REGION, TTWA)) {
      columns.add(col(name));
    }
    columns.add(col(RISE).cast("string").as(RISE));
    columns.add(col(BITE));
    columns.add(col(at(STAFF, -1)).as(STAFF));
    columns.add(col(after(LOG_PAY)));
    columns.add(col(before(LOG_PAY)));
    for (String outcome : List.of(TURNOVER, STARTERS, LOG_STAFF)) {
      columns.add(col(at(outcome, 0)).minus(col(at(outcome, -1))).as(after(outcome)));
      columns.add(col(at(outcome, -1)).minus(col(at(outcome, -2))).as(before(outcome)));
    }
    return SparkFrames.read(rises.select(columns.toArray(Column[]::new)).orderBy(HOME, RISE));
  }

  /**
   * Bites of homes; pay changes from the cut before a rise to that before the next a year later.
   */
  private static Dataset<Row> rises(Inputs inputs) {
    WindowSpec home = Window.partitionBy(col(HOME)).orderBy(B.rise.col());
    Column pay = log(B.wageBill.col().cast("double").divide(B.hours.col().cast("double")));
    Dataset<Row> homes =
        inputs
            .table(H)
            .where(H.region.col().isNotNull().and(H.ttwa.col().isNotNull()))
            .select(H.homeId.col().as(HOME), H.region.col().as(REGION), H.ttwa.col().as(TTWA));
    Column number = Month.number(B.rise.col());
    Dataset<Row> followed = followed(inputs.table(B));
    int last = lastMonth(inputs).number();
    return HomeBites.of(inputs)
        .where(B.month.col().equalTo(B.rise.col()))
        .withColumnRenamed(H.homeId.name(), HOME)
        .withColumn(LOG_PAY, pay)
        .withColumn(
            after(LOG_PAY),
            when(
                lead(number, 1).over(home).minus(number).equalTo(lit(YEAR)),
                lead(LOG_PAY, 1).over(home).minus(col(LOG_PAY))))
        .withColumn(
            before(LOG_PAY),
            when(
                number.minus(lag(number, 1).over(home)).equalTo(lit(YEAR)),
                col(LOG_PAY).minus(lag(LOG_PAY, 1).over(home))))
        .where(number.plus(lit(YEAR - 1)).leq(lit(last)))
        .join(broadcast(followed), new String[] {RISE}, "left_anti")
        .join(broadcast(homes), new String[] {HOME}, "inner")
        .select(
            col(HOME),
            col(REGION),
            col(TTWA),
            B.rise.col(),
            B.bite.col(),
            col(after(LOG_PAY)),
            col(before(LOG_PAY)));
  }

  /** Rises that another follows before their year has ended. */
  private static Dataset<Row> followed(Dataset<Row> bites) {
    Column number = Month.number(B.rise.col());
    Column next = lead(number, 1).over(Window.orderBy(B.rise.col()));
    return bites
        .select(B.rise.col())
        .distinct()
        .withColumn("months", next.minus(number))
        .where(col("months").lt(lit(YEAR)))
        .select(B.rise.col().as(RISE));
  }

  /** Outcomes of homes by year from each rise: 0 is the one that begins with it. */
  private static Dataset<Row> years(Dataset<Row> months, Dataset<Row> rises) {
    Column fromRise = Month.number(M.month.col()).minus(Month.number(col(RISE)));
    Column staff = sum(M.staffAtStart.col()).cast("double");
    return months
        .join(
            rises.select(col(HOME), col(RISE)),
            M.homeId
                .col()
                .equalTo(col(HOME))
                .and(fromRise.geq(lit(-2 * YEAR)))
                .and(fromRise.lt(lit(YEAR))),
            "inner")
        .groupBy(col(HOME), col(RISE), floor(fromRise.divide(lit(YEAR))).cast("int").as(OFFSET))
        .agg(
            count(lit(1)).as("seen"),
            staff.as(STAFF),
            sum(M.leavers.col()).multiply(lit(YEAR)).divide(staff).as(TURNOVER),
            sum(M.starters.col()).multiply(lit(YEAR)).divide(staff).as(STARTERS))
        .where(col("seen").geq(lit(LEAST_MONTHS)))
        .withColumn(STAFF, col(STAFF).divide(col("seen")))
        .withColumn(LOG_STAFF, log(col(STAFF)));
  }

  private static Dataset<Row> of(Dataset<Row> years, int year) {
    return years
        .where(col(OFFSET).equalTo(lit(year)))
        .select(
            col(HOME),
            col(RISE),
            col(STAFF).as(at(STAFF, year)),
            col(TURNOVER).as(at(TURNOVER, year)),
            col(STARTERS).as(at(STARTERS, year)),
            col(LOG_STAFF).as(at(LOG_STAFF, year)));
  }

  private static String at(String outcome, int year) {
    return outcome + "_" + (year + 2);
  }
}
