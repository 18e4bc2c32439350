package careworkforce.common.fault;

import careworkforce.common.error.UserError;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** A data file of the lake that cannot be read, found among the causes of an error. */
public final class DamagedFile {
  private static final String CONDITION = "FAILED_READ_FILE";
  private static final String REST =
      " it from a copy, or move the folder of its table aside and run again: the table is then made"
          + " from its files or inputs";

  private DamagedFile() {}

  /**
   * What a person is told of it where tables are read as they are now; empty if the error has
   * another cause.
   *
   * @param doing what was tried
   */
  public static Optional<UserError> in(Throwable error, String doing) {
    return in(error, doing, "Restore" + REST);
  }

  /** The same where a past version of a table may have been read, whose files go in time. */
  public static Optional<UserError> ofAnyVersion(Throwable error, String doing) {
    return in(
        error,
        doing,
        "If a past version was asked for, 'maintain vacuum' or 'maintain erase' removed its files:"
            + " ask for a later one. If not, restore"
            + REST);
  }

  private static Optional<UserError> in(Throwable error, String doing, String remedy) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable known
          && String.valueOf(known.getCondition()).startsWith(CONDITION)) {
        String path = String.valueOf(known.getMessageParameters().get("path"));
        return Optional.of(
            UserError.input(doing, "the data file " + path + " is damaged or gone", remedy));
      }
    }
    return Optional.empty();
  }
}
