package careworkforce.pipelines;

import careworkforce.common.Sparks;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Rows of a contract of which a test names only the columns that matter; the others are null. */
public final class TestRows {
  private final Table table;
  private final List<Row> rows = new ArrayList<>();
  private Object[] common;

  private TestRows(Table table) {
    this.table = table;
    this.common = new Object[table.fields().size()];
  }

  public static TestRows of(Table table) {
    return new TestRows(table);
  }

  /** Sets values that every later row has unless it says otherwise: field, value, field, value … */
  public TestRows each(Object... fieldsAndValues) {
    common = filled(fieldsAndValues);
    return this;
  }

  /** Adds a row: field, value, field, value … Texts are read as dates and decimals where needed. */
  public TestRows row(Object... fieldsAndValues) {
    rows.add(RowFactory.create(filled(fieldsAndValues)));
    return this;
  }

  private Object[] filled(Object... fieldsAndValues) {
    Object[] values = common.clone();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      Field field = (Field) fieldsAndValues[i];
      int at = table.fields().indexOf(field);
      if (at < 0) {
        throw new IllegalArgumentException(field + " is no column of " + table);
      }
      values[at] = value(fieldsAndValues[i + 1], field.type());
    }
    return values;
  }

  private static Object value(Object given, DataType type) {
    return given instanceof String text ? parsed(text, type) : given;
  }

  /** A value of a type from its text; {@code -} is null. */
  static Object read(String text, DataType type) {
    return text.equals("-") ? null : parsed(text, type);
  }

  private static Object parsed(String text, DataType type) {
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf(text.length() == 7 ? text + "-01" : text);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Timestamp.valueOf(text);
    }
    if (type instanceof DecimalType decimal) {
      return new BigDecimal(text).setScale(decimal.scale());
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(text);
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(text);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return Double.valueOf(text);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    return text;
  }

  public Dataset<Row> dataset() {
    return Sparks.session().createDataFrame(rows, table.schema());
  }
}
