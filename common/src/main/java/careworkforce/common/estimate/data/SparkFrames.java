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
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

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

  private SparkFrames() {}

  /**
   * Reads columns of a dataset. Numbers of any width and booleans become numbers; everything else
   * becomes words, dates in ISO form. Nulls are missing.
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
    return parts.isEmpty()
        ? new RowColumns(plain.columns(), numeric(plain)).frame()
        : RowColumns.frame(parts);
  }

  private static void requireFew(long rows) {
    if (rows > MOST_ROWS) {
      throw UserError.checks(
          "bring the data to one process",
          "they have more than " + MOST_ROWS + " rows",
          "Use a variance and a formula that are fitted where the rows are: plain effects, and iid,"
              + " hetero or cluster");
    }
  }

  /** Reads every column. */
  public static Frame read(Dataset<Row> data) {
    return read(data, List.of(data.columns()));
  }

  /** The columns wanted, cast to doubles and strings, in the dataset's order. */
  public static Dataset<Row> plain(Dataset<Row> data, Collection<String> columns) {
    return data.select(
        java.util.Arrays.stream(data.schema().fields())
            .filter(field -> columns.contains(field.name()))
            .map(SparkFrames::plain)
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private static org.apache.spark.sql.Column plain(StructField field) {
    return functions
        .col("`" + field.name() + "`")
        .cast(numeric(field.dataType()) ? DataTypes.DoubleType : DataTypes.StringType)
        .as(field.name());
  }

  /** Which columns of a plain dataset hold doubles. */
  public static boolean[] numeric(Dataset<Row> plain) {
    StructField[] fields = plain.schema().fields();
    boolean[] numeric = new boolean[fields.length];
    for (int c = 0; c < numeric.length; c++) {
      numeric[c] = numeric(fields[c].dataType());
    }
    return numeric;
  }

  /** Whether values of a type become numbers. */
  public static boolean numeric(DataType type) {
    return type instanceof NumericType || type.equals(DataTypes.BooleanType);
  }

  private static JavaRDD<RowColumns> columns(Dataset<Row> plain) {
    String[] names = plain.columns();
    boolean[] numeric = numeric(plain);
    return plain
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> List.of(read(rows, names, numeric)).iterator());
  }

  private static RowColumns read(Iterator<InternalRow> rows, String[] names, boolean[] numeric) {
    RowColumns columns = new RowColumns(names, numeric);
    while (rows.hasNext()) {
      columns.add(rows.next());
    }
    return columns.trimmed();
  }
}
