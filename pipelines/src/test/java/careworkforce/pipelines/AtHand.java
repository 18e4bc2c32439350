package careworkforce.pipelines;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tables that are worked out once, however often a test or the plan of a job reads them. */
public final class AtHand {
  private AtHand() {}

  /** The same rows as a table that stands on no other, so that nothing works them out again. */
  public static Dataset<Row> of(Dataset<Row> rows) {
    return rows.sparkSession().createDataFrame(rows.collectAsList(), rows.schema());
  }
}
