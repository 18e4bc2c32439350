package careworkforce.common.conf;

import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Spark sessions from the settings; under {@code spark-submit} the cluster's master stands. */
public final class Sessions {
  private static final Setting<Integer> METRICS_PORT =
      Setting.integer(
          "observe.metrics-port", "", "port of Spark's own metrics; 0: none", 0, 65_535);

  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Spark would otherwise put the environment and Java's properties, keys of pseudonyms among them,
   * in the place of {@code ${env:NAME}} and {@code ${system:NAME}} in the text of every query.
   */
  private static final String SUBSTITUTES = "spark.sql.variable.substitute";

  private static final Map<String, String> INTERPRETED =
      Map.of(
          "spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private Sessions() {}

  /**
   * Spark's keys, how wide the files it makes are open, the keys to encrypted tables, access to the
   * cluster of this machine and the layout of its logs if that is the master, the address of the
   * machine's own where no other machine takes part, which is there whatever its name is looked up
   * to and open to nobody else, a folder that is there for the catalogue of Spark's own, in which
   * nothing is kept and for which it otherwise makes one where it is started, and, where a port is
   * set for them, those by which Spark serves its metrics for Prometheus while it runs: {@code
   * /metrics/prometheus} of the driver and {@code /metrics/executors/prometheus} (Spark's
   * documentation, "Monitoring and Instrumentation"). Whatever the settings say, a text of SQL is
   * read as it stands.
   */
  static Map<String, String> keys(Settings settings) {
    Map<String, String> keys = new TreeMap<>(ClusterAccess.keys(settings));
    keys.putAll(Encryption.keys(settings));
    keys.put("spark.hadoop.fs.permissions.umask-mode", FolderModes.umask(settings));
    if (isLocal(settings)) {
      keys.put(ClusterAccess.DRIVER, LOOPBACK);
      keys.put(ClusterAccess.BIND, LOOPBACK);
    }
    keys.put("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
    keys.putAll(settings.spark());
    keys.put(SUBSTITUTES, "false");
    if (ClusterAccess.isOfThisMachine(settings, master(settings))) {
      LogLayout.toExecutors(keys);
    }
    int port = settings.value(METRICS_PORT);
    if (port > 0) {
      String servlet = "spark.metrics.conf.*.sink.prometheusServlet.";
      keys.put(servlet + "class", "org.apache.spark.metrics.sink.PrometheusServlet");
      keys.put(servlet + "path", "/metrics/prometheus");
      keys.put("spark.ui.prometheus.enabled", "true");
      keys.put("spark.ui.enabled", "true");
      keys.put("spark.ui.port", String.valueOf(port));
    }
    return keys;
  }

  /** True if all that Spark does is done on this machine, by its folders. */
  public static boolean areOfThisMachine(Settings settings) {
    return isLocal(settings) || ClusterAccess.isOfThisMachine(settings, master(settings));
  }

  private static boolean isLocal(Settings settings) {
    return master(settings).startsWith("local");
  }

  private static String master(Settings settings) {
    return System.getProperty(
        ClusterAccess.MASTER, settings.spark().getOrDefault(ClusterAccess.MASTER, ""));
  }

  /** What Hadoop is told by the settings, over the files that it reads itself. */
  public static Configuration hadoop(Settings settings) {
    SparkConf spark = new SparkConf();
    settings.spark().forEach(spark::setIfMissing);
    return SparkHadoopUtil.get().newConfiguration(spark);
  }

  /**
   * A session with every key under {@code spark}; keys that spark-submit has set win, but for the
   * one by which Spark would change texts of SQL.
   *
   * @throws careworkforce.common.error.UserError if other machines are to find this one by its
   *     name, which cannot be looked up
   */
  public static SparkSession open(Settings settings) {
    Map<String, String> keys = keys(settings);
    if (!keys.containsKey(ClusterAccess.DRIVER)) {
      HostName.mustBeKnown("start Spark on " + master(settings));
    }
    SparkSession.Builder builder = SparkSession.builder();
    keys.forEach(
        (key, value) -> {
          if (System.getProperty(key) == null || key.equals(SUBSTITUTES)) {
            builder.config(key, value);
          }
        });
    return builder.getOrCreate();
  }

  /**
   * A session of the same Spark in which queries are interpreted; the same one if that is so in it.
   * Spark otherwise writes a program for each and compiles it, which takes longer than to go
   * through a few rows.
   */
  public static SparkSession interpreting(SparkSession session) {
    if (INTERPRETED.entrySet().stream()
        .allMatch(set -> session.conf().get(set.getKey()).equals(set.getValue()))) {
      return session;
    }
    SparkSession other = session.newSession();
    INTERPRETED.forEach((key, value) -> other.conf().set(key, value));
    return other;
  }
}
