package careworkforce.common.estimate.collapse;

import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.Collection;

/**
 * Rows numbered by the combination of some columns' values, in order of appearance.
 *
 * @param cells number of each row
 * @param first position of the first row of each number
 */
record CellIndex(int[] cells, int[] first) {
  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  /** Numbers some rows of a frame, none of which has a value missing in the columns. */
  static CellIndex of(Frame frame, Collection<String> columns, int[] rows) {
    long[][] keys = columns.stream().map(frame::column).map(Column::keys).toArray(long[][]::new);
    int[] table = new int[Integer.highestOneBit(Math.max(1, rows.length)) * 4];
    int[] cells = new int[rows.length];
    int[] first = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      int slot = slot(keys, rows[i], table.length);
      while (table[slot] > 0 && !same(keys, rows[first[table[slot] - 1]], rows[i])) {
        slot = slot + 1 & table.length - 1;
      }
      if (table[slot] == 0) {
        first[count] = i;
        table[slot] = ++count;
      }
      cells[i] = table[slot] - 1;
    }
    return new CellIndex(cells, Arrays.copyOf(first, count));
  }

  private static int slot(long[][] keys, int row, int size) {
    long hash = 0;
    for (long[] key : keys) {
      hash = (hash ^ key[row]) * SCATTER;
      hash ^= hash >>> 32;
    }
    return (int) hash & size - 1;
  }

  private static boolean same(long[][] keys, int a, int b) {
    for (long[] key : keys) {
      if (key[a] != key[b]) {
        return false;
      }
    }
    return true;
  }

  int count() {
    return first.length;
  }
}
