package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Frames from Spark: only the columns asked for, turned into primitive columns partition by
 * partition and brought here so, never as row objects.
 *
 * <p>The frame is held by this process, so {@link #MOST_ROWS} is the most it takes; models that the
 * distributed estimators fit have no such bound.
 */
public final class SparkFrames {
  /** Most rows brought here. */
  public static final long MOST_ROWS = 100_000_000;

  private static final int DIGITS_OF_DOUBLE = 15;
  private static final int DIGITS_OF_LONG = 18;

  private SparkFrames() {}

  /**
   * Reads columns of a dataset. Numbers of any width and booleans become numbers, those that a
   * double cannot tell from its neighbours exact levels; everything else becomes words, dates in
   * ISO form. Nulls are missing.
   *
   * @param columns names wanted; those the dataset lacks are left out, so that the error comes with
   *     the formula
   * @throws UserError if there are more rows than {@link #MOST_ROWS}
   */
  public static Frame read(Dataset<Row> data, Collection<String> columns) {
    Dataset<Row> plain = plain(data, columns);
    List<RowColumns> parts = new ArrayList<>();
    long rows = 0;
    for (Iterator<RowColumns> all = columns(plain).toLocalIterator(); all.hasNext(); ) {
      RowColumns part = all.next();
      parts.add(part);
      rows += part.size();
      requireFew(rows);
    }
    return parts.isEmpty() ? new RowColumns(plain.schema()).frame() : RowColumns.frame(parts);
  }

  private static void requireFew(long rows) {
    if (rows > MOST_ROWS) {
      throw UserError.checks(
          "bring the data to one process",
          "they have more than " + MOST_ROWS + " rows",
          "Use a formula and a variance that are fitted where the rows are: absorbed effects,"
              + " and iid, hetero, cluster or driscoll-kraay");
    }
  }

  /** Reads every column. */
  public static Frame read(Dataset<Row> data) {
    return read(data, List.of(data.columns()));
  }

  /** The columns wanted as doubles, longs, long decimals and strings, in the dataset's order. */
  public static Dataset<Row> plain(Dataset<Row> data, Collection<String> columns) {
    return data.select(
        java.util.Arrays.stream(data.schema().fields())
            .filter(field -> columns.contains(field.name()))
            .map(SparkFrames::plain)
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private static org.apache.spark.sql.Column plain(StructField field) {
    return functions.col("`" + field.name() + "`").cast(exact(field.dataType())).as(field.name());
  }

  /** The type that keeps every value of a type apart from every other. */
  private static DataType exact(DataType type) {
    if (type instanceof DecimalType decimal) {
      boolean whole = decimal.scale() == 0 && decimal.precision() <= DIGITS_OF_LONG;
      DataType rounded = decimal.precision() <= DIGITS_OF_DOUBLE ? DataTypes.DoubleType : type;
      return whole ? DataTypes.LongType : rounded;
    }
    if (type instanceof IntegralType) {
      return DataTypes.LongType;
    }
    return numeric(type) ? DataTypes.DoubleType : DataTypes.StringType;
  }

  /** Whether values of a type become numbers. */
  public static boolean numeric(DataType type) {
    return type instanceof NumericType || type.equals(DataTypes.BooleanType);
  }

  private static JavaRDD<RowColumns> columns(Dataset<Row> plain) {
    StructType schema = plain.schema();
    return plain
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> List.of(read(rows, schema)).iterator());
  }

  private static RowColumns read(Iterator<InternalRow> rows, StructType schema) {
    RowColumns columns = new RowColumns(schema);
    while (rows.hasNext()) {
      columns.add(rows.next());
    }
    return columns.trimmed();
  }
}
