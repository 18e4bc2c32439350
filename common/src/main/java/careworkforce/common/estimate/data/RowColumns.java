package careworkforce.common.estimate.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Primitive columns that grow by Spark's internal rows: doubles, and dictionary codes of words.
 * Rows must hold doubles and strings only.
 */
public final class RowColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final double[][] numbers;
  private final int[][] codes;
  private final Map<UTF8String, Integer>[] dictionaries;
  private int size;

  /** Empty columns; {@code numeric} says which hold doubles. */
  public RowColumns(String[] names, boolean[] numeric) {
    this.names = names;
    this.numbers = new double[names.length][];
    this.codes = new int[names.length][];
    this.dictionaries = dictionaries(names.length);
    for (int c = 0; c < names.length; c++) {
      if (numeric[c]) {
        numbers[c] = new double[1024];
        codes[c] = new int[0];
      } else {
        numbers[c] = new double[0];
        codes[c] = new int[1024];
        dictionaries[c] = new HashMap<>();
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<UTF8String, Integer>[] dictionaries(int count) {
    Map[] maps = new Map[count];
    Arrays.fill(maps, Map.of());
    return maps;
  }

  private boolean numeric(int column) {
    return numbers[column].length > 0;
  }

  /** Adds a row. */
  public void add(InternalRow row) {
    for (int c = 0; c < names.length; c++) {
      if (numeric(c)) {
        if (size == numbers[c].length) {
          numbers[c] = Arrays.copyOf(numbers[c], 2 * size);
        }
        numbers[c][size] = row.isNullAt(c) ? Double.NaN : row.getDouble(c);
      } else {
        if (size == codes[c].length) {
          codes[c] = Arrays.copyOf(codes[c], 2 * size);
        }
        codes[c][size] = row.isNullAt(c) ? -1 : code(dictionaries[c], row.getUTF8String(c));
      }
    }
    size++;
  }

  private static int code(Map<UTF8String, Integer> dictionary, UTF8String word) {
    Integer known = dictionary.get(word);
    if (known == null) {
      known = dictionary.size();
      dictionary.put(word.copy(), known);
    }
    return known;
  }

  /** Whether a row has the same values as the last one added in some columns. */
  public boolean continues(InternalRow row, int[] columns) {
    for (int c : columns) {
      boolean same =
          numeric(c)
              ? !row.isNullAt(c) && row.getDouble(c) == numbers[c][size - 1]
              : !row.isNullAt(c)
                  && dictionaries[c].getOrDefault(row.getUTF8String(c), -2) == codes[c][size - 1];
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row's number in a column is below that of the last row added, or follows none. */
  public boolean descends(InternalRow row, int column) {
    return size > 0
        && !row.isNullAt(column)
        && !(row.getDouble(column) >= numbers[column][size - 1]);
  }

  /** Least and largest number in a column, missing ones aside; infinite where there is none. */
  public double[] range(int column) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < size; i++) {
      double value = numbers[column][i];
      if (!Double.isNaN(value)) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
      }
    }
    return range;
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Forgets the rows. */
  public void clear() {
    size = 0;
    for (Map<UTF8String, Integer> dictionary : dictionaries) {
      if (!dictionary.isEmpty()) {
        dictionary.clear();
      }
    }
  }

  /** The same rows in arrays no longer than they need be. */
  public RowColumns trimmed() {
    for (int c = 0; c < names.length; c++) {
      if (numeric(c)) {
        numbers[c] = Arrays.copyOf(numbers[c], Math.max(1, size));
      } else {
        codes[c] = Arrays.copyOf(codes[c], size);
      }
    }
    return this;
  }

  /** The rows as a frame, words in alphabetical order. */
  public Frame frame() {
    return frame(List.of(this));
  }

  /** The rows of several parts of the same columns, in order, as one frame. */
  public static Frame frame(List<RowColumns> parts) {
    RowColumns first = parts.get(0);
    int rows = Math.toIntExact(parts.stream().mapToLong(p -> p.size).sum());
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int c = 0; c < first.names.length; c++) {
      columns.put(
          first.names[c], first.numeric(c) ? numbers(parts, c, rows) : words(parts, c, rows));
    }
    return Frame.of(columns);
  }

  private static Column numbers(List<RowColumns> parts, int column, int rows) {
    double[] values = new double[rows];
    int at = 0;
    for (RowColumns part : parts) {
      System.arraycopy(part.numbers[column], 0, values, at, part.size);
      at += part.size;
    }
    return new Column.Numbers(values);
  }

  private static Column words(List<RowColumns> parts, int column, int rows) {
    UTF8String[] levels =
        parts.stream()
            .flatMap(p -> p.dictionaries[column].keySet().stream())
            .distinct()
            .sorted()
            .toArray(UTF8String[]::new);
    int[] values = new int[rows];
    int at = 0;
    for (RowColumns part : parts) {
      int[] place = new int[part.dictionaries[column].size()];
      part.dictionaries[column].forEach(
          (word, code) -> place[code] = Arrays.binarySearch(levels, word));
      for (int i = 0; i < part.size; i++) {
        int code = part.codes[column][i];
        values[at++] = code < 0 ? -1 : place[code];
      }
    }
    return new Column.Codes(values, Arrays.stream(levels).map(UTF8String::toString).toList());
  }
}
