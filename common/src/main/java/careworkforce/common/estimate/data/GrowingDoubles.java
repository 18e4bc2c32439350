package careworkforce.common.estimate.data;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Doubles, NaN where missing. */
final class GrowingDoubles extends Growing {
  private static final long serialVersionUID = 1L;

  private double[] values = new double[1024];

  GrowingDoubles(int position) {
    super(position);
  }

  @Override
  void add(InternalRow row, int at) {
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * at);
    }
    values[at] = row.isNullAt(position) ? Double.NaN : row.getDouble(position);
  }

  @Override
  boolean same(InternalRow row, int at) {
    return !row.isNullAt(position) && row.getDouble(position) == values[at];
  }

  @Override
  Growing take(int[] rows) {
    GrowingDoubles taken = new GrowingDoubles(position);
    taken.values = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    return taken;
  }

  @Override
  Column joined(List<? extends Growing> parts, int[] sizes) {
    double[] all = new double[Arrays.stream(sizes).sum()];
    int at = 0;
    for (int p = 0; p < sizes.length; p++) {
      System.arraycopy(((GrowingDoubles) parts.get(p)).values, 0, all, at, sizes[p]);
      at += sizes[p];
    }
    return new Column.Numbers(all);
  }
}
