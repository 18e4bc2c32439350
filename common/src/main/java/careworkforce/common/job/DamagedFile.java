package careworkforce.common.job;

import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.table.Table;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** A data file of the lake that cannot be read, found among the causes of an error. */
final class DamagedFile {
  private static final String CONDITION = "FAILED_READ_FILE";

  private DamagedFile() {}

  /** What a person is told of it; empty if the error has another cause. */
  static Optional<UserError> in(Throwable error, Table table, Lake lake) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable known
          && String.valueOf(known.getCondition()).startsWith(CONDITION)) {
        String path = String.valueOf(known.getMessageParameters().get("path"));
        return Optional.of(
            UserError.input(
                "make " + table,
                "the data file " + path + " is damaged or gone",
                "Restore it from a copy, or move the folder of its table below "
                    + lake.root()
                    + " aside and run again: the table is then made from its files or inputs"));
      }
    }
    return Optional.empty();
  }
}
