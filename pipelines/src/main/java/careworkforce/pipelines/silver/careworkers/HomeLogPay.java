package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * What an establishment pays its care staff against what England pays them, job role by job role. A
 * single worker's pay also tells of skill and service, which are not the employer's offer. Pay is
 * told by pay year, which begins in April, when minimum wages change; a time to the next cut that
 * an April falls into has the pay of both years, by months.
 */
final class HomeLogPay {
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final int APRIL = 3;
  private static final String YEAR = "pay_year";
  private static final String PAY = "pay_of_year";
  private static final String NEXT_PAY = "pay_of_next_year";

  /** Logs are added up as decimals, so that no order of rows changes the sum. */
  private static final DataType EXACT = DataTypes.createDecimalType(24, 12);

  private HomeLogPay() {}

  /**
   * Adds {@link AscWorkerCuts#homeLogPay}.
   *
   * @param matched records with the months to their next cut
   * @param records all records, of which pay is told
   */
  static Dataset<Row> with(Dataset<Row> matched, Dataset<Row> records) {
    Column first = Month.number(CUTS.month.col()).plus(lit(1));
    return matched
        .withColumn(YEAR, payYear(first))
        .join(
            broadcast(withNext(byYear(records))),
            new String[] {CUTS.establishmentId.name(), YEAR},
            "left_outer")
        .withColumn(CUTS.homeLogPay.name(), overMonths());
  }

  /**
   * Of the months to the next cut, which begin with the one after the cut, each at its pay year's
   * pay. Where one of two pay years tells none, that of the year with more of the months.
   */
  private static Column overMonths() {
    Column april = col(YEAR).plus(lit(1)).multiply(lit(12)).plus(lit(APRIL));
    Column last = Month.number(CUTS.month.col()).plus(CUTS.months.col());
    Column after = greatest(lit(0), last.minus(april).plus(lit(1))).divide(CUTS.months.col());
    Column mixed = col(PAY).multiply(lit(1).minus(after)).plus(col(NEXT_PAY).multiply(after));
    return when(
        CUTS.months.col().isNotNull(),
        coalesce(mixed, when(after.leq(lit(0.5)), col(PAY)).otherwise(col(NEXT_PAY))));
  }

  private static Dataset<Row> withNext(Dataset<Row> years) {
    WindowSpec establishment = Window.partitionBy(CUTS.establishmentId.col()).orderBy(col(YEAR));
    return years.withColumn(
        NEXT_PAY,
        when(
            lead(col(YEAR), 1).over(establishment).equalTo(col(YEAR).plus(lit(1))),
            lead(col(PAY), 1).over(establishment)));
  }

  private static Dataset<Row> byYear(Dataset<Row> records) {
    Column ofRole = sum(col("log_sum")).over(Window.partitionBy(col(YEAR), CUTS.jobRole.col()));
    Column inRole = sum(col("paid")).over(Window.partitionBy(col(YEAR), CUTS.jobRole.col()));
    Column above =
        col("log_sum")
            .minus(ofRole.cast("double").divide(inRole).multiply(col("paid")).cast(EXACT));
    return records
        .where(CUTS.careStaff.col().and(CUTS.hourlyPay.col().isNotNull()))
        .groupBy(
            CUTS.establishmentId.col(),
            payYear(Month.number(CUTS.month.col())).as(YEAR),
            CUTS.jobRole.col())
        .agg(sum(log(CUTS.hourlyPay.col()).cast(EXACT)).as("log_sum"), count(lit(1)).as("paid"))
        .withColumn("above", above)
        .groupBy(CUTS.establishmentId.col(), col(YEAR))
        .agg(sum(col("above")).cast("double").divide(sum(col("paid"))).as(PAY));
  }

  private static Column payYear(Column month) {
    return floor(month.minus(lit(APRIL)).divide(lit(12)));
  }
}
