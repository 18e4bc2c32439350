package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.outcomes.mortality.HomeDeathMonths;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Deaths a resident-month by the records of ONS and of CQC, beside those of the address link. */
final class DeathDefinitions {
  /** Columns of the frame. */
  static final List<String> NAMES =
      List.of("deaths_ons_per_resident_month", "deaths_notified_per_resident_month");

  private static final HomeDeathMonths DEATHS = HomeDeathMonths.TABLE;

  private DeathDefinitions() {}

  /** Adds them to home-months. */
  static Dataset<Row> with(Dataset<Row> panel, Dataset<Row> deaths) {
    return panel.join(
        deaths.select(
            DEATHS.homeId.col().as(CarePanel.HOME),
            Month.number(DEATHS.month.col()).cast("double").as(CarePanel.MONTH),
            DEATHS.matchTier.col().as(CarePanel.TIER),
            rate(DEATHS.ofOns.col()).as(NAMES.get(0)),
            rate(DEATHS.ofNotices.col()).as(NAMES.get(1))),
        CarePanel.KEY,
        "left_outer");
  }

  private static Column rate(Column deaths) {
    Column days = DEATHS.residentDays.col();
    return when(
        days.gt(lit(0L)),
        deaths.multiply(dayofmonth(last_day(DEATHS.month.col()))).cast("double").divide(days));
  }
}
