package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Compares two versions of a table, row by row of the same key, in one pass over both. */
public final class TableComparison {
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  /** Numbers as near as this are both nothing but the rounding of a zero. */
  private static final double NOTHING = 1e-12;

  private final Table table;
  private final double tolerance;

  /**
   * A comparison by a table's key.
   *
   * @param tolerance how far numbers may be apart, as a share of the one that is larger in absolute
   *     value, be they large or small; where it is not 0, those within 1e-12 are the same too
   */
  public TableComparison(Table table, double tolerance) {
    this.table = table;
    this.tolerance = tolerance;
  }

  /** What differs. */
  public TableDifference of(Dataset<Row> before, Dataset<Row> after) {
    List<String> schema = schemas(before.schema(), after.schema());
    List<String> common =
        Arrays.stream(before.schema().fields())
            .filter(f -> same(f, after.schema()))
            .map(StructField::name)
            .toList();
    List<String> key = table.key().stream().map(Field::name).toList();
    return key.isEmpty() || !common.containsAll(key)
        ? counted(before, after, schema, common)
        : matched(before, after, schema, key, common);
  }

  private static boolean same(StructField field, StructType other) {
    return Arrays.stream(other.fields())
        .anyMatch(f -> f.name().equals(field.name()) && f.dataType().sameType(field.dataType()));
  }

  private static List<String> schemas(StructType before, StructType after) {
    List<String> found = new ArrayList<>();
    Arrays.stream(before.fields())
        .filter(f -> !same(f, after))
        .forEach(f -> found.add("only before: " + f.name() + " " + f.dataType().simpleString()));
    Arrays.stream(after.fields())
        .filter(f -> !same(f, before))
        .forEach(f -> found.add("only after: " + f.name() + " " + f.dataType().simpleString()));
    return found;
  }

  /** Without a key, rows are the same if all their columns are. */
  private static TableDifference counted(
      Dataset<Row> before, Dataset<Row> after, List<String> schema, List<String> common) {
    Column[] columns = columns(common);
    Dataset<Row> first = before.select(columns);
    Dataset<Row> second = after.select(columns);
    return new TableDifference(
        schema,
        first.count(),
        second.count(),
        first.exceptAll(second).count(),
        second.exceptAll(first).count(),
        List.of());
  }

  private TableDifference matched(
      Dataset<Row> before,
      Dataset<Row> after,
      List<String> schema,
      List<String> key,
      List<String> common) {
    List<String> values = common.stream().filter(c -> !key.contains(c)).toList();
    Dataset<Row> pairs =
        side(before, key, values, BEFORE)
            .join(side(after, key, values, AFTER), names("key", key), "full_outer");
    List<Column> sums = new ArrayList<>();
    sums.add(count(col(BEFORE).isNotNull()));
    sums.add(count(col(AFTER).isNotNull()));
    sums.add(count(col(AFTER).isNull()));
    sums.add(count(col(BEFORE).isNull()));
    String[] names = names("value", values);
    for (int i = 0; i < names.length; i++) {
      boolean number = before.schema().apply(values.get(i)).dataType() instanceof NumericType;
      sums.add(count(both().and(number ? numbersDiffer(names[i]) : valuesDiffer(names[i]))));
      sums.add(number ? max(when(both(), distance(names[i]))) : lit(null).cast("double"));
    }
    Row found = pairs.agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new)).head();
    List<TableDifference.ColumnDifference> columns = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      long rows = found.getLong(4 + 2 * i);
      if (rows > 0) {
        double largest = found.isNullAt(5 + 2 * i) ? Double.NaN : found.getDouble(5 + 2 * i);
        columns.add(new TableDifference.ColumnDifference(values.get(i), rows, largest));
      }
    }
    return new TableDifference(
        schema, found.getLong(0), found.getLong(1), found.getLong(2), found.getLong(3), columns);
  }

  /** Columns by their places, so that none has the name of what is worked out beside them. */
  private static Dataset<Row> side(
      Dataset<Row> rows, List<String> key, List<String> values, String name) {
    List<Column> columns = new ArrayList<>(renamed(key, names("key", key)));
    List<Column> inside = new ArrayList<>(renamed(values, names("value", values)));
    inside.add(lit(true).as("there"));
    columns.add(struct(inside.toArray(Column[]::new)).as(name));
    return rows.select(columns.toArray(Column[]::new));
  }

  private static String[] names(String kind, List<String> columns) {
    return IntStream.range(0, columns.size()).mapToObj(i -> kind + i).toArray(String[]::new);
  }

  private static List<Column> renamed(List<String> from, String[] to) {
    Column[] columns = columns(from);
    return IntStream.range(0, to.length).mapToObj(i -> columns[i].as(to[i])).toList();
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(n -> col("`" + n + "`")).toArray(Column[]::new);
  }

  private static Column count(Column condition) {
    return coalesce(sum(when(condition, 1L).otherwise(0L)), lit(0L));
  }

  private static Column both() {
    return col(BEFORE).isNotNull().and(col(AFTER).isNotNull());
  }

  private static Column valuesDiffer(String value) {
    return col(BEFORE).getField(value).eqNullSafe(col(AFTER).getField(value)).equalTo(false);
  }

  private static Column number(String side, String value) {
    return col(side).getField(value).cast(DataTypes.DoubleType);
  }

  private static Column distance(String value) {
    return abs(number(BEFORE, value).minus(number(AFTER, value)));
  }

  private Column numbersDiffer(String value) {
    Column larger = greatest(abs(number(BEFORE, value)), abs(number(AFTER, value)));
    Column allowed = greatest(lit(tolerance > 0 ? NOTHING : 0), larger.multiply(lit(tolerance)));
    Column endless = distance(value).geq(lit(Double.POSITIVE_INFINITY)); // or NaN from a number
    Column far = coalesce(distance(value).gt(allowed).or(endless), lit(true));
    return valuesDiffer(value).and(far);
  }
}
