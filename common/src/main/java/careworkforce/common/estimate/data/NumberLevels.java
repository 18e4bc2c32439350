package careworkforce.common.estimate.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers as levels, in ascending order. */
final class NumberLevels {
  private NumberLevels() {}

  static Column.Codes of(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        whole &= value == Math.rint(value);
      }
    }
    if (low > high) {
      int[] none = new int[values.length];
      Arrays.fill(none, -1);
      return new Column.Codes(none, List.of());
    }
    boolean direct = whole && high - low < 4.0 * values.length + 1024;
    return direct ? direct(values, low, (int) (high - low) + 1) : sorted(values);
  }

  private static Column.Codes direct(double[] values, double low, int span) {
    int[] level = new int[span];
    for (double value : values) {
      if (Double.isFinite(value)) {
        level[(int) (value - low)] = 1;
      }
    }
    int count = 0;
    double[] found = new double[span];
    for (int i = 0; i < span; i++) {
      if (level[i] != 0) {
        found[count] = low + i;
        level[i] = count++;
      }
    }
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Double.isFinite(values[i]) ? level[(int) (values[i] - low)] : -1;
    }
    return coded(codes, Arrays.copyOf(found, count));
  }

  private static Column.Codes sorted(double[] values) {
    double[] distinct = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int count = 0;
    for (int i = 0; i < distinct.length; i++) {
      if (i == 0 || distinct[i] != distinct[count - 1]) {
        distinct[count++] = distinct[i];
      }
    }
    double[] levels = Arrays.copyOf(distinct, count);
    int[] codes =
        IntStream.range(0, values.length)
            .parallel()
            .map(i -> Double.isFinite(values[i]) ? position(levels, values[i]) : -1)
            .toArray();
    return coded(codes, levels);
  }

  private static int position(double[] levels, double value) {
    return Arrays.binarySearch(levels, value == 0 ? 0.0 : value);
  }

  private static Column.Codes coded(int[] codes, double[] levels) {
    return new Column.Codes(codes, new LevelNames(levels.length, i -> Column.label(levels[i])));
  }
}
