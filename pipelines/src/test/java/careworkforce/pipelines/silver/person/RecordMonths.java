package careworkforce.pipelines.silver.person;

import careworkforce.pipelines.TestRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A staff record of which only the first and the last month matter. */
public final class RecordMonths {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;

  private RecordMonths() {}

  /** Months of nobody in particular. */
  public static Dataset<Row> of(String first, String last) {
    return TestRows.of(M)
        .each(M.personId, "somebody", M.assignment, "1", M.assignments, 1, M.groupsHeld, 2)
        .row(M.month, first)
        .row(M.month, last)
        .dataset();
  }
}
