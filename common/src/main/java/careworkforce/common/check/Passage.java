package careworkforce.common.check;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Rows that are looked at on their way into a table, so that the columns which promises name need
 * not be read again. What was found is known once they are written, and waited for until then.
 */
final class Passage {
  private final Observation seen = new Observation();
  private final Dataset<Row> rows;

  /**
   * Looks at rows.
   *
   * @param stays true of a row that is to stand in the table, never null
   * @param kept true of a row that breaks no promise, never null
   */
  Passage(Dataset<Row> rows, Column stays, Column kept) {
    this.rows =
        rows.observe(
            seen, rowsThat(not(stays)).as("aside"), rowsThat(stays.and(not(kept))).as("broken"));
  }

  private static Column rowsThat(Column are) {
    return count(when(are, lit(1)));
  }

  /** The same rows; those that do not stay are among them. */
  Dataset<Row> rows() {
    return rows;
  }

  /** How many do not stay. */
  long aside() {
    return seen.getRow().getLong(0);
  }

  /** True if no row that stays breaks a promise; the key is not looked at. */
  boolean isSound() {
    return seen.getRow().getLong(1) == 0;
  }
}
