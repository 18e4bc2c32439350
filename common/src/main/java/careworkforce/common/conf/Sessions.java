package careworkforce.common.conf;

import org.apache.spark.sql.SparkSession;

/** Spark sessions from the settings; under {@code spark-submit} the cluster's master stands. */
public final class Sessions {
  private Sessions() {}

  /** A session with every key under {@code spark}; keys that spark-submit has set win. */
  public static SparkSession open(Settings settings) {
    SparkSession.Builder builder = SparkSession.builder();
    settings
        .spark()
        .forEach(
            (key, value) -> {
              if (System.getProperty(key) == null) {
                builder.config(key, value);
              }
            });
    return builder.getOrCreate();
  }
}
