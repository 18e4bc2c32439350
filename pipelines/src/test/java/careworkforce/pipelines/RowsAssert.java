package careworkforce.pipelines;

import careworkforce.common.SameTables;
import careworkforce.common.Sparks;
import careworkforce.common.table.Field;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Some columns, or all, of every row of a table, held against rows written in the test. */
public final class RowsAssert {
  private final Dataset<Row> actual;
  private final Field[] fields;

  private RowsAssert(Dataset<Row> actual, Field... fields) {
    this.actual = actual;
    this.fields = fields;
  }

  public static RowsAssert assertRows(Dataset<Row> actual, Field... fields) {
    return new RowsAssert(actual, fields);
  }

  /**
   * Holds the table to exactly these rows, in whatever order. A row is its cells parted by blanks,
   * each read as its column's type, {@code -} for null; the last may hold blanks.
   */
  public void areExactly(String... rows) {
    List<Row> expected = Arrays.stream(rows).map(this::read).toList();
    StructType schema =
        DataTypes.createStructType(
            Arrays.stream(fields)
                .map(f -> DataTypes.createStructField(f.name(), f.type(), true))
                .toList());
    SameTables.assertSame(
        Sparks.session().createDataFrame(expected, schema),
        actual.select(Arrays.stream(fields).map(Field::col).toArray(Column[]::new)));
  }

  private Row read(String row) {
    String[] cells = row.split(" ", fields.length);
    if (cells.length != fields.length) {
      throw new IllegalArgumentException(
          "'" + row + "' has " + cells.length + " cells for " + fields.length + " columns");
    }
    Object[] values = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      values[i] = TestRows.read(cells[i], fields[i].type());
    }
    return RowFactory.create(values);
  }
}
