package careworkforce.pipelines.silver.outcomes.homes;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_timestamp;

import careworkforce.pipelines.silver.outcomes.arrivals.AeArrivals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Arrivals that HES A&E and ECDS both tell, with midnight between: the one has it in a month that
 * the other does not. Both are of the earlier month, so that the arrival counts once, whichever
 * record each month is counted in. Diagnoses and treatments are coded differently in them, so that
 * person, provider and the hour alone can pair them.
 */
final class ArrivalPairs {
  private static final AeArrivals ARRIVALS = AeArrivals.TABLE;

  /** Seconds within which two arrivals are one. */
  private static final long HOUR = 3600;

  private ArrivalPairs() {}

  /** Rows of {@link AeArrivals} with their months set so. */
  static Dataset<Row> inOneMonth(Dataset<Row> arrivals) {
    Column second = unix_timestamp(ARRIVALS.arrivedAt.col());
    Column monthAfter = trunc(timestamp_seconds(second.plus(lit(HOUR))).cast("date"), "month");
    Dataset<Row> late =
        arrivals
            .where(monthAfter.gt(ARRIVALS.month.col()))
            .groupBy(
                ARRIVALS.personId.col().as("late_person"),
                ARRIVALS.provider.col().as("late_provider"),
                ARRIVALS.series.col().as("late_series"),
                ARRIVALS.month.col().as("late_month"))
            .agg(max(second).as("late_second"));
    Column pairs =
        ARRIVALS
            .personId
            .col()
            .equalTo(col("late_person"))
            .and(ARRIVALS.provider.col().equalTo(col("late_provider")))
            .and(ARRIVALS.series.col().notEqual(col("late_series")))
            .and(ARRIVALS.month.col().gt(col("late_month")))
            .and(second.minus(col("late_second")).leq(lit(HOUR)));
    return arrivals
        .join(broadcast(late), pairs, "left_outer")
        .withColumn(ARRIVALS.month.name(), coalesce(col("late_month"), ARRIVALS.month.col()));
  }
}
