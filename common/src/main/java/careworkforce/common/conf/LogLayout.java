package careworkforce.common.conf;

import java.nio.file.Path;
import java.util.Map;

/**
 * The layout that this process logs by, one of {@code conf/log4j2}, for processes of the same
 * machine that work for it. By a layout of its own Spark logs the row on which a task fails.
 */
final class LogLayout {
  private static final String PROPERTY = "log4j2.configurationFile";
  private static final String EXECUTORS = "spark.executor.extraJavaOptions";

  private LogLayout() {}

  /** Has executors log by it, unless they have a layout or this process has none. */
  static void toExecutors(Map<String, String> keys) {
    String layout = System.getProperty(PROPERTY, "");
    String options = keys.getOrDefault(EXECUTORS, "");
    if (!layout.isEmpty() && !options.contains(PROPERTY)) {
      boolean address = layout.matches("[a-z]+:.*");
      String whole = address ? layout : Path.of(layout).toAbsolutePath().toString();
      keys.put(EXECUTORS, (options + " \"-D" + PROPERTY + "=" + whole + '"').strip());
    }
  }
}
