package careworkforce.common;

import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Settings;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one local Spark session that tests share. */
public final class Sparks {
  private Sparks() {}

  /**
   * Two cores, two shuffle partitions, Delta. Expressions are interpreted, not compiled: on a
   * test's few rows, compiling costs more than it saves.
   */
  public static synchronized SparkSession session() {
    return Sessions.open(
        Settings.load(
            List.of(),
            Map.of(
                "spark.master", "\"local[2]\"",
                "spark.sql.shuffle.partitions", "2",
                "spark.databricks.delta.snapshotPartitions", "1",
                "spark.sql.codegen.wholeStage", "false",
                "spark.sql.codegen.factoryMode", "NO_CODEGEN",
                "spark.sql.adaptive.enabled", "false")));
  }
}
