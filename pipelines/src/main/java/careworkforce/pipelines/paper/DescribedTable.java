package careworkforce.pipelines.paper;

import careworkforce.common.delta.Lake;
import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Numbers;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** A gold table that describes, printed with some of its columns, in the order of its key. */
final class DescribedTable {
  private static final int DIGITS = 3;

  private DescribedTable() {}

  /**
   * The printed table.
   *
   * @param note what a reader must know of it
   * @param fields the columns, the first naming the rows
   */
  static TableGrid of(Lake lake, Table table, String note, List<Field> fields) {
    List<Row> rows =
        lake.read(table)
            .orderBy(table.key().stream().map(Field::col).toArray(Column[]::new))
            .collectAsList();
    List<List<String>> body = new ArrayList<>();
    rows.forEach(row -> body.add(fields.stream().map(field -> cell(row, field)).toList()));
    return new TableGrid(
        List.of(fields.stream().map(f -> EstimateGrid.words(f.name())).toList()),
        body,
        List.of(),
        note);
  }

  private static String cell(Row row, Field field) {
    int at = row.fieldIndex(field.name());
    if (row.isNullAt(at)) {
      return "–";
    }
    Object value = row.get(at);
    if (value instanceof Double number) {
      return Numbers.significant(number, DIGITS);
    }
    return value instanceof Long number ? Numbers.whole(number) : String.valueOf(value);
  }
}
