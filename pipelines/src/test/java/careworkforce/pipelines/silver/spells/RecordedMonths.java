package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Months of a staff record that a test knows by its spells: the first and the last. */
public final class RecordedMonths {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrSpells S = EsrSpells.TABLE;

  private RecordedMonths() {}

  /** Rows of {@link EsrPersonMonths} in the first and the last month of spells. */
  public static Dataset<Row> of(Dataset<Row> spells) {
    Row ends = spells.agg(min(S.firstMonth.col()), max(S.lastMonth.col())).first();
    return TestRows.of(M)
        .row(M.month, ends.getDate(0).toString())
        .row(M.month, ends.getDate(1).toString())
        .dataset();
  }
}
