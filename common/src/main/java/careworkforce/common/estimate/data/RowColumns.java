package careworkforce.common.estimate.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Columns that grow by Spark's internal rows, of the types that {@link SparkFrames#plain} leaves.
 */
public final class RowColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final Growing[] columns;
  private int size;

  /** Empty columns for rows of a plain dataset's schema. */
  public RowColumns(StructType plain) {
    names = plain.fieldNames();
    columns = new Growing[names.length];
    Arrays.setAll(columns, c -> Growing.of(c, plain.fields()[c]));
  }

  private RowColumns(String[] names, Growing[] columns, int size) {
    this.names = names;
    this.columns = columns;
    this.size = size;
  }

  /** Adds a row. */
  public void add(InternalRow row) {
    for (Growing column : columns) {
      column.add(row, size);
    }
    size++;
  }

  /** Whether a row has the same values as the last one added in some columns. */
  public boolean continues(InternalRow row, int[] positions) {
    return IntStream.of(positions).allMatch(c -> columns[c].same(row, size - 1));
  }

  /**
   * Whether a row's whole number in a column is below that of the last row added, or follows none.
   */
  public boolean descends(InternalRow row, int column) {
    return size > 0 && wholes(column).descends(row, size - 1);
  }

  /** Least and largest whole number in a column; the other way round where there is none. */
  public long[] range(int column) {
    return wholes(column).range(size);
  }

  private GrowingWholes wholes(int column) {
    return (GrowingWholes) columns[column];
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Forgets the rows. */
  public void clear() {
    size = 0;
    for (Growing column : columns) {
      column.clear();
    }
  }

  /** Some of the rows, in arrays no longer than they need be. */
  public RowColumns take(int[] rows) {
    return new RowColumns(
        names, Arrays.stream(columns).map(c -> c.take(rows)).toArray(Growing[]::new), rows.length);
  }

  /** The same rows in arrays no longer than they need be. */
  public RowColumns trimmed() {
    return take(IntStream.range(0, size).toArray());
  }

  /** The rows as a frame, words in alphabetical order. */
  public Frame frame() {
    return frame(List.of(this));
  }

  /** The rows of several parts of the same columns, in order, as one frame. */
  public static Frame frame(List<RowColumns> parts) {
    RowColumns first = parts.get(0);
    int[] sizes = parts.stream().mapToInt(RowColumns::size).toArray();
    Math.toIntExact(Arrays.stream(sizes).asLongStream().sum());
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int c = 0; c < first.names.length; c++) {
      int position = c;
      List<Growing> pieces = parts.stream().map(p -> p.columns[position]).toList();
      columns.put(first.names[c], first.columns[c].joined(pieces, sizes));
    }
    return Frame.of(columns);
  }
}
