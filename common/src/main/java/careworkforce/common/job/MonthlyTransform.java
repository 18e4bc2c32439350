package careworkforce.common.job;

import careworkforce.common.delta.Part;
import careworkforce.common.time.Month;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A transform that can merge changed months of its inputs into the table that stands. What stands
 * then is, value for value, what {@link #rows} would make of the inputs.
 */
public interface MonthlyTransform extends Transform {
  /**
   * What to put in the place of what.
   *
   * @param inputs the declared tables and settings, as they are now
   * @param changed the months of the inputs that differ from those which the standing rows were
   *     made from, at least one; a row that depends on none of them is as it was
   * @param standing the table's rows as they were made, those among them that a promise set aside
   */
  Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing);

  /**
   * Rows in the place of others.
   *
   * @param part where rows are replaced; null if none is
   * @param rows what stands there instead, of the contract's columns
   * @param months the months whose change this brings to those who read the table
   */
  record Replacement(
      @org.jspecify.annotations.Nullable Part part, Dataset<Row> rows, SortedSet<Month> months) {}
}
