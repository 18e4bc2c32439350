package careworkforce.common.estimate.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Frames from Spark: only the columns asked for, streamed partition by partition into primitive
 * columns.
 */
public final class SparkFrames {
  private SparkFrames() {}

  /**
   * Reads columns of a dataset. Numbers of any width and booleans become numbers; everything else
   * becomes words, dates in ISO form. Nulls are missing.
   *
   * @param columns names wanted; those the dataset lacks are left out, so that the error comes with
   *     the formula
   */
  public static Frame read(Dataset<Row> data, java.util.Collection<String> columns) {
    List<StructField> fields = new ArrayList<>();
    List<org.apache.spark.sql.Column> selected = new ArrayList<>();
    for (StructField field : data.schema().fields()) {
      if (columns.contains(field.name())) {
        fields.add(field);
        org.apache.spark.sql.Column column = functions.col("`" + field.name() + "`");
        selected.add(
            column
                .cast(numeric(field.dataType()) ? DataTypes.DoubleType : DataTypes.StringType)
                .as(field.name()));
      }
    }
    Growing[] growing = new Growing[fields.size()];
    for (int c = 0; c < growing.length; c++) {
      growing[c] = new Growing(numeric(fields.get(c).dataType()));
    }
    Iterator<Row> rows =
        data.select(selected.toArray(org.apache.spark.sql.Column[]::new)).toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int c = 0; c < growing.length; c++) {
        growing[c].add(row, c);
      }
    }
    Map<String, Column> result = new LinkedHashMap<>();
    for (int c = 0; c < growing.length; c++) {
      result.put(fields.get(c).name(), growing[c].column());
    }
    return Frame.of(result);
  }

  /** Reads every column. */
  public static Frame read(Dataset<Row> data) {
    return read(data, List.of(data.columns()));
  }

  private static boolean numeric(DataType type) {
    return type instanceof NumericType || type.equals(DataTypes.BooleanType);
  }

  /** A column that grows. */
  private static final class Growing {
    private final boolean numeric;
    private final Map<String, Integer> dictionary = new LinkedHashMap<>();
    private double[] numbers = new double[0];
    private int[] codes = new int[0];
    private int size;

    Growing(boolean numeric) {
      this.numeric = numeric;
    }

    void add(Row row, int column) {
      if (numeric) {
        numbers = size == numbers.length ? java.util.Arrays.copyOf(numbers, grown()) : numbers;
        numbers[size++] = row.isNullAt(column) ? Double.NaN : row.getDouble(column);
      } else {
        codes = size == codes.length ? java.util.Arrays.copyOf(codes, grown()) : codes;
        codes[size++] =
            row.isNullAt(column)
                ? -1
                : dictionary.computeIfAbsent(row.getString(column), w -> dictionary.size());
      }
    }

    private int grown() {
      return Math.max(1024, size + size / 2);
    }

    Column column() {
      if (numeric) {
        return new Column.Numbers(java.util.Arrays.copyOf(numbers, size));
      }
      String[] seen = dictionary.keySet().toArray(String[]::new);
      String[] levels = seen.clone();
      java.util.Arrays.sort(levels);
      int[] place = new int[seen.length];
      for (int i = 0; i < seen.length; i++) {
        place[i] = java.util.Arrays.binarySearch(levels, seen[i]);
      }
      int[] values = new int[size];
      for (int i = 0; i < size; i++) {
        values[i] = codes[i] < 0 ? -1 : place[codes[i]];
      }
      return new Column.Codes(values, List.of(levels));
    }
  }
}
