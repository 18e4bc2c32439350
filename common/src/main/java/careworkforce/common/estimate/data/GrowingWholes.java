package careworkforce.common.estimate.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Whole numbers of any size a long has. */
final class GrowingWholes extends Growing {
  private static final long serialVersionUID = 1L;

  private long[] values = new long[1024];
  private BitSet missing = new BitSet();

  GrowingWholes(int position) {
    super(position);
  }

  @Override
  void add(InternalRow row, int at) {
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * at);
    }
    boolean none = row.isNullAt(position);
    values[at] = none ? 0 : row.getLong(position);
    if (none) {
      missing.set(at);
    }
  }

  @Override
  boolean same(InternalRow row, int at) {
    return !row.isNullAt(position) && !missing.get(at) && row.getLong(position) == values[at];
  }

  /** Whether a row's number is below that of row {@code at}, or follows none. */
  boolean descends(InternalRow row, int at) {
    return !row.isNullAt(position) && (missing.get(at) || row.getLong(position) < values[at]);
  }

  /** Least and largest of the first rows; the other way round where there is none. */
  long[] range(int size) {
    long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
    for (int i = 0; i < size; i++) {
      if (!missing.get(i)) {
        range[0] = Math.min(range[0], values[i]);
        range[1] = Math.max(range[1], values[i]);
      }
    }
    return range;
  }

  @Override
  void clear() {
    missing = new BitSet();
  }

  @Override
  Growing take(int[] rows) {
    GrowingWholes taken = new GrowingWholes(position);
    taken.values = Arrays.stream(rows).mapToLong(row -> values[row]).toArray();
    for (int i = 0; i < rows.length; i++) {
      taken.missing.set(i, missing.get(rows[i]));
    }
    return taken;
  }

  @Override
  Column joined(List<? extends Growing> parts, int[] sizes) {
    long[] all = new long[Arrays.stream(sizes).sum()];
    BitSet gone = new BitSet();
    int at = 0;
    for (int p = 0; p < sizes.length; p++) {
      GrowingWholes part = (GrowingWholes) parts.get(p);
      System.arraycopy(part.values, 0, all, at, sizes[p]);
      int before = at;
      part.missing.stream().forEach(i -> gone.set(before + i));
      at += sizes[p];
    }
    return Wholes.of(all, gone);
  }
}
