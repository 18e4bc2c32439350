package careworkforce.common.job;

import org.apache.spark.SparkContext;
import org.slf4j.MDC;

/**
 * The run and the table that log lines belong to, on the thread that opened it and in the tasks of
 * the Spark jobs it starts, which properties that begin with {@code mdc.} reach. Layouts write them
 * as {@code %X{mdc.run}} and {@code %X{mdc.table}}.
 */
final class LogContext implements AutoCloseable {
  private static final String RUN = "mdc.run";
  private static final String TABLE = "mdc.table";
  private final SparkContext spark;

  LogContext(SparkContext spark, String run, String table) {
    this.spark = spark;
    put(RUN, run);
    put(TABLE, table);
  }

  private void put(String key, String value) {
    MDC.put(key, value);
    spark.setLocalProperty(key, value);
  }

  @Override
  public void close() {
    remove(RUN);
    remove(TABLE);
  }

  private void remove(String key) {
    MDC.remove(key);
    spark.setLocalProperty(key, null);
  }
}
