package careworkforce.common;

import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The one local Spark session that tests share. */
public final class Sparks {
  private static volatile Settings settings = settings(2);

  private Sparks() {}

  /**
   * Two cores, two shuffle partitions, Delta. Expressions are interpreted, not compiled: on a
   * test's few rows, compiling costs more than it saves. Whoever asks has all of this so, whatever
   * a command has set before in the same session.
   */
  public static synchronized SparkSession session() {
    return Sessions.open(settings);
  }

  /** What is done with {@code parts} shuffle partitions, whoever asks for the session meanwhile. */
  public static <T> T inParts(int parts, Supplier<T> work) {
    Settings before = settings;
    settings = settings(parts);
    try {
      session();
      return work.get();
    } finally {
      settings = before;
      session();
    }
  }

  private static Settings settings(int parts) {
    return Settings.load(
        List.of(),
        Map.of(
            "spark.master", "\"local[2]\"",
            "spark.sql.shuffle.partitions", String.valueOf(parts),
            "spark.databricks.delta.snapshotPartitions", "1",
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false"));
  }
}
