package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import careworkforce.common.job.Inputs;
import careworkforce.common.time.Month;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The first and the last month of the staff record. */
public final class RecordWindow {
  /** The number of the record's first month. */
  public static final Column FIRST = col("window_first");

  /** The number of the record's last month. */
  public static final Column LAST = col("window_last");

  private static final Column MONTH = Month.number(EsrPersonMonths.TABLE.month.col());

  private RecordWindow() {}

  /**
   * Months of the record from one to another, both counted; none where they do not meet.
   *
   * @param from number of a month
   * @param to number of another
   */
  public static Column months(Column from, Column to) {
    return greatest(lit(0), least(to, LAST).minus(greatest(from, FIRST)).plus(lit(1))).cast("int");
  }

  /** Rows with {@link #FIRST} and {@link #LAST} beside each. */
  public static Dataset<Row> beside(Dataset<Row> rows, Inputs inputs) {
    return rows.crossJoin(broadcast(of(inputs)));
  }

  /** One row of {@link #FIRST} and {@link #LAST}, null of a record without months. */
  public static Dataset<Row> of(Inputs inputs) {
    return inputs
        .partitions(EsrPersonMonths.TABLE)
        .agg(min(MONTH).as(FIRST.toString()), max(MONTH).as(LAST.toString()));
  }
}
