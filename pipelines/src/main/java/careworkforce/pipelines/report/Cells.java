package careworkforce.pipelines.report;

import careworkforce.common.table.Field;
import org.apache.spark.sql.Row;

/** Cells of collected rows that may be empty. */
final class Cells {
  private Cells() {}

  /** A real number; NaN where the cell is null. */
  static double number(Row row, Field field) {
    int at = row.fieldIndex(field.name());
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }
}
