package careworkforce.pipelines.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A row of many columns of which few are filled. The cells between the filled ones are the same in
 * every row and are joined once.
 */
public final class WideRow implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String[] columns;
  private final char delimiter;
  private final int[] cellAt;
  private final String[] before;
  private final String after;

  /**
   * Prepares a row.
   *
   * @param columns every column, in order
   * @param filled the columns whose cells are given, in the order they are given
   * @param usual what stands in a column that is not
   * @throws IllegalArgumentException if a filled column is not there
   */
  public WideRow(
      List<String> columns, char delimiter, List<String> filled, Function<String, String> usual) {
    this.columns = columns.toArray(String[]::new);
    this.delimiter = delimiter;
    for (String column : filled) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException("no column " + column);
      }
    }
    this.cellAt = columns.stream().mapToInt(filled::indexOf).filter(i -> i >= 0).toArray();
    this.before = new String[cellAt.length];
    StringBuilder between = new StringBuilder();
    int next = 0;
    for (int i = 0; i < this.columns.length; i++) {
      if (i > 0) {
        between.append(delimiter);
      }
      if (filled.contains(this.columns[i])) {
        before[next++] = between.toString();
        between.setLength(0);
      } else {
        between.append(usual.apply(this.columns[i]));
      }
    }
    this.after = between.toString();
  }

  /** The header, with line end. */
  public String header() {
    return String.join(String.valueOf(delimiter), Arrays.asList(columns)) + "\n";
  }

  /** Appends the whole row, given the filled cells joined by the delimiter. */
  public void expand(String cells, StringBuilder to) {
    int[] starts = new int[cellAt.length + 1];
    int start = 0;
    for (int cell = 0; cell < cellAt.length; cell++) {
      starts[cell] = start;
      int end = cells.indexOf(delimiter, start);
      start = end < 0 ? cells.length() + 1 : end + 1;
    }
    starts[cellAt.length] = start;
    for (int i = 0; i < cellAt.length; i++) {
      to.append(before[i]).append(cells, starts[cellAt[i]], starts[cellAt[i] + 1] - 1);
    }
    to.append(after);
  }
}
