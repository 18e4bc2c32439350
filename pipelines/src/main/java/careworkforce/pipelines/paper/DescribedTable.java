package careworkforce.pipelines.paper;

import careworkforce.common.delta.Lake;
import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Numbers;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A gold table that describes, printed with some of its columns. The ends of a column's interval,
 * or its standard error and p-value, stand in its cell, where they bear its name: {@code x_low} and
 * {@code x_high}, {@code x_se} and {@code x_p}.
 */
final class DescribedTable {
  private static final int DIGITS = 3;
  private static final int DECIMALS = 2;
  private static final String LOW = "_low";
  private static final String HIGH = "_high";
  private static final String ERROR = "_se";
  private static final String P = "_p";
  private static final String NONE = "–";

  private DescribedTable() {}

  /**
   * The printed table, in the order of its key.
   *
   * @param note what a reader must know of it
   * @param fields the columns, the first naming the rows
   */
  static TableGrid of(Lake lake, Table table, String note, List<Field> fields) {
    List<Row> rows =
        lake.read(table)
            .orderBy(table.key().stream().map(Field::col).toArray(Column[]::new))
            .collectAsList();
    return of(rows, table, note, fields);
  }

  /**
   * The printed rows of a table, as they come.
   *
   * @param note what a reader must know of them
   * @param fields the columns, the first naming the rows
   */
  static TableGrid of(List<Row> rows, Table table, String note, List<Field> fields) {
    List<Field> columns = columns(table, fields);
    List<List<String>> body = new ArrayList<>();
    rows.forEach(row -> body.add(columns.stream().map(field -> cell(row, table, field)).toList()));
    return new TableGrid(
        List.of(columns.stream().map(DescribedTable::words).toList()), body, List.of(), note);
  }

  /** Those of some columns that have cells of their own. */
  static List<Field> columns(Table table, List<Field> fields) {
    return fields.stream().filter(field -> !besideAnother(table, field)).toList();
  }

  /** What a column is called above its cells. */
  static String words(Field field) {
    return EstimateGrid.words(field.name());
  }

  /** A value with its interval, or its stars and standard error. */
  static String cell(Row row, Table table, Field field) {
    String value = cell(row, field);
    if (value.equals(NONE)) {
      return value;
    }
    String low = beside(row, table, field, LOW);
    String high = beside(row, table, field, HIGH);
    if (low != null && high != null) {
      return value + " (" + low + " to " + high + ")";
    }
    String error = beside(row, table, field, ERROR);
    return error == null ? value : value + stars(row, table, field) + " (" + error + ")";
  }

  private static String stars(Row row, Table table, Field field) {
    Field p = named(table, field.name() + P);
    return p == null || row.isNullAt(row.fieldIndex(p.name()))
        ? ""
        : TableGrid.stars(row.<Double>getAs(p.name()));
  }

  private static @Nullable String beside(Row row, Table table, Field field, String ending) {
    Field other = named(table, field.name() + ending);
    return other == null ? null : cell(row, other);
  }

  private static boolean besideAnother(Table table, Field field) {
    return List.of(LOW, HIGH, ERROR, P).stream()
        .filter(ending -> field.name().endsWith(ending))
        .map(ending -> field.name().substring(0, field.name().length() - ending.length()))
        .anyMatch(name -> named(table, name) != null);
  }

  private static @Nullable Field named(Table table, String name) {
    return table.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  /** A value alone. */
  static String cell(Row row, Field field) {
    int at = row.fieldIndex(field.name());
    if (row.isNullAt(at)) {
      return NONE;
    }
    Object value = row.get(at);
    if (value instanceof Double number) {
      return Numbers.significant(number, DIGITS);
    }
    if (value instanceof BigDecimal number) {
      return Numbers.fixed(number.doubleValue(), DECIMALS);
    }
    return value instanceof Long number ? Numbers.whole(number) : String.valueOf(value);
  }
}
