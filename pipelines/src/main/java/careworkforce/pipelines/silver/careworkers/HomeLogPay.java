package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;

import careworkforce.common.time.Month;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * What an establishment pays its care staff against what England pays them, job role by job role. A
 * single worker's pay also tells of skill and service, which are not the employer's offer. Pay
 * years begin in April, when minimum wages change.
 */
final class HomeLogPay {
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final int APRIL = 3;
  private static final String YEAR = "pay_year";

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
    Column middle =
        Month.number(CUTS.month.col()).plus(floor(CUTS.months.col().plus(lit(1)).divide(lit(2))));
    return matched
        .withColumn(YEAR, payYear(middle))
        .join(
            broadcast(byYear(records)),
            new String[] {CUTS.establishmentId.name(), YEAR},
            "left_outer");
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
        .agg(sum(col("above")).cast("double").divide(sum(col("paid"))).as(CUTS.homeLogPay.name()));
  }

  private static Column payYear(Column month) {
    return floor(month.minus(lit(APRIL)).divide(lit(12)));
  }
}
