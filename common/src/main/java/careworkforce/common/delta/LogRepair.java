package careworkforce.common.delta;

import careworkforce.common.error.UserError;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * A table whose log has a damaged or missing entry, taken back to the last version before it. The
 * entries from there on are set aside, not deleted.
 */
public final class LogRepair {
  private static final Pattern OF_VERSION = Pattern.compile("(\\d{20})\\..*");
  private static final String SET_ASIDE = ".damaged";
  private final SparkSession spark;
  private final Path log;
  private final Configuration hadoop;

  public LogRepair(Lake lake, Table table) {
    this.log = new Path(lake.path(table), "_delta_log");
    this.spark = lake.spark();
    this.hadoop = spark.sessionState().newHadoopConf();
  }

  /** The first version that is damaged or missing; empty if the log is whole. */
  public OptionalLong damaged() {
    try {
      return LogEntries.of(log.getParent(), hadoop).broken(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Nothing if the log is whole.
   *
   * @throws UserError that tells the last good version, and what to do
   */
  public void mustBeWhole() {
    damaged()
        .ifPresent(
            version -> {
              throw fault(log.getParent(), version);
            });
  }

  /**
   * Sets aside a version and all after it.
   *
   * @return how many files were set aside
   */
  public int setAsideFrom(long version) {
    try {
      FileSystem files = log.getFileSystem(hadoop);
      int moved = 0;
      for (FileStatus file : files.listStatus(log)) {
        Path path = file.getPath();
        Matcher name = OF_VERSION.matcher(path.getName());
        boolean after = name.matches() && Long.parseLong(name.group(1)) >= version;
        if (after && !path.getName().endsWith(SET_ASIDE)) {
          files.rename(path, path.suffix(SET_ASIDE));
          moved++;
        }
      }
      DeltaLog.invalidateCache(spark, log.getParent());
      return moved;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a person is told of a log that is not whole. */
  static UserError fault(Path table, long version) {
    String name = table.getParent().getName() + "." + table.getName();
    String good =
        version == 0 ? "it has no good version" : "its last good version is " + (version - 1);
    return UserError.input(
        "read the log of " + name,
        "the entry of version "
            + version
            + " in "
            + table
            + "/_delta_log is damaged or missing; "
            + good,
        "'careworkforce maintain mend " + name + " --apply' makes that the newest again");
  }
}
