package careworkforce.common.delta;

import careworkforce.common.error.UserError;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
 * entries from there on are set aside, not deleted. Of a damaged checkpoint that sums up what the
 * entries tell too, the checkpoint alone is.
 */
public final class LogRepair {
  private static final Pattern OF_VERSION = Pattern.compile("(\\d{20})\\..*");
  private static final String SET_ASIDE = ".damaged";
  private static final String LAST_CHECKPOINT = "_last_checkpoint";
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

  /** True if checkpoints alone are damaged, and the entries tell every version without them. */
  public boolean losesNoVersion() {
    return !needless().isEmpty();
  }

  private List<Path> needless() {
    try {
      return LogEntries.of(log.getParent(), hadoop).needless(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Nothing if the log is whole.
   *
   * @throws UserError that tells the last good version or that none is lost, and what to do
   */
  public void mustBeWhole() {
    damaged()
        .ifPresent(
            version -> {
              throw losesNoVersion()
                  ? ofCheckpoint(log.getParent(), version)
                  : fault(log.getParent(), version);
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

  /**
   * Sets aside damaged checkpoints without which every version is known, and takes away the file by
   * which Delta finds the last.
   *
   * @return how many files were set aside; 0 if versions would be lost
   */
  public int setAsideCheckpoints() {
    List<Path> checkpoints = needless();
    if (checkpoints.isEmpty()) {
      return 0;
    }
    try {
      FileSystem files = log.getFileSystem(hadoop);
      files.delete(new Path(log, LAST_CHECKPOINT), false);
      for (Path checkpoint : checkpoints) {
        files.rename(checkpoint, checkpoint.suffix(SET_ASIDE));
      }
      DeltaLog.invalidateCache(spark, log.getParent());
      return checkpoints.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a person is told of a log that is not whole. */
  static UserError fault(Path table, long version) {
    String name = name(table);
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

  private static UserError ofCheckpoint(Path table, long version) {
    String name = name(table);
    return UserError.input(
        "read the log of " + name,
        "the checkpoint of version "
            + version
            + " in "
            + table
            + "/_delta_log is damaged; the entries that it sums up are whole, and no version is"
            + " lost",
        "'careworkforce maintain mend " + name + " --apply' sets the checkpoint aside");
  }

  private static String name(Path table) {
    return table.getParent().getName() + "." + table.getName();
  }
}
