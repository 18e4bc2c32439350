package careworkforce.pipelines.gold.socialcare.retail;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.panels.HomeMonths;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Staff of care homes by quarter. Numerators and denominators are summed before they are divided,
 * so that a month of few staff weighs little. A quarter is numbered: {@code month number / 3}.
 */
final class HomeQuarters {
  static final String QUARTER = "quarter";
  static final String LOG_STAFF = "log_staff";
  static final String LEAVING = "leaving_rate";
  static final String STARTING = "starters_rate";
  static final String VACANCY = "vacancy_rate";
  static final String STAFF_MONTHS = "staff_months";
  private static final HomeMonths MONTHS = HomeMonths.TABLE;

  private HomeQuarters() {}

  /** The quarter of a date. */
  static Column quarter(Column date) {
    return floor(Month.number(date).divide(lit(3))).cast("int");
  }

  /**
   * A row a home and quarter; rates are a year for each member of staff. The vacancy rate is of the
   * months that tell vacancies, {@code vacancies / (vacancies + staff)} with the directly employed
   * of the same months, as everywhere (methods 2.6); null where none does.
   */
  static Dataset<Row> of(Dataset<Row> months) {
    Column vacancies = MONTHS.vacancies.col().cast("double");
    Column filled = when(vacancies.isNotNull(), MONTHS.staffAtStart.col().cast("double"));
    return months
        .groupBy(MONTHS.homeId.col(), quarter(MONTHS.month.col()).as(QUARTER))
        .agg(
            sum(MONTHS.staffAtStart.col()).cast("double").as(STAFF_MONTHS),
            count(lit(1)).as("months"),
            sum(MONTHS.leavers.col()).cast("double").as("leavers"),
            sum(MONTHS.starters.col()).cast("double").as("starters"),
            sum(vacancies).as("vacancies"),
            sum(filled).as("filled"))
        .select(
            MONTHS.homeId.col(),
            col(QUARTER),
            col(STAFF_MONTHS),
            log(col(STAFF_MONTHS).divide(col("months"))).as(LOG_STAFF),
            yearly("leavers").as(LEAVING),
            yearly("starters").as(STARTING),
            col("vacancies").divide(col("vacancies").plus(col("filled"))).as(VACANCY));
  }

  private static Column yearly(String events) {
    return col(events).multiply(lit(12.0)).divide(col(STAFF_MONTHS));
  }
}
