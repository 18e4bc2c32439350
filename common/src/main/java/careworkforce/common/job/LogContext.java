package careworkforce.common.job;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The run, and within it the table and the job that writes it, that log lines belong to: on the
 * thread that opened it, in work that it hands to {@link SideBySide}, and in the tasks of the Spark
 * jobs it starts, which properties that begin with {@code mdc.} reach. Layouts write them as {@code
 * %X{mdc.run}}, {@code %X{mdc.table}} and {@code %X{mdc.job}}. Closed, what held before holds
 * again.
 */
public final class LogContext implements AutoCloseable {
  private static final String RUN = "mdc.run";
  private static final String TABLE = "mdc.table";
  private static final String JOB = "mdc.job";

  private final SparkContext spark;
  private final Map<String, @Nullable String> before = new TreeMap<>();

  private LogContext(SparkContext spark, Map<String, String> names) {
    this.spark = spark;
    names.forEach(
        (key, name) -> {
          before.put(key, MDC.get(key));
          put(key, name);
        });
  }

  /** Of a run outside its jobs. */
  public static LogContext ofRun(SparkContext spark, String run) {
    return new LogContext(spark, Map.of(RUN, run));
  }

  static LogContext ofJob(SparkContext spark, String run, Job job) {
    String name = job.getClass().getSimpleName();
    return new LogContext(spark, Map.of(RUN, run, TABLE, job.writes().fullName(), JOB, name));
  }

  private void put(String key, @Nullable String name) {
    if (name == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, name);
    }
    spark.setLocalProperty(key, name);
  }

  @Override
  public void close() {
    before.forEach(this::put);
  }
}
