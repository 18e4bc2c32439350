package careworkforce.common.job;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A pure function from tables to a table. No read, write, count or collect inside; an estimate may
 * collect its small sample.
 */
public interface Transform extends Job {
  /**
   * The table's rows, ending in {@code writes().select(…)}.
   *
   * @param inputs the declared tables and settings
   */
  Dataset<Row> rows(Inputs inputs);
}
