package careworkforce.common.estimate.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Whole numbers, some beyond 2^53, where neighbours share a double: identifiers, which may be
 * levels but not numbers.
 *
 * @param values one a row; not copied
 * @param missing rows without a value
 */
public record Wholes(long[] values, BitSet missing) implements Column {
  /** The numbers as doubles where each has one, as they are otherwise. */
  static Column of(long[] values, BitSet missing) {
    for (long value : values) {
      if (value > EXACT || value < -EXACT) {
        return new Wholes(values, missing);
      }
    }
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    missing.stream().forEach(i -> doubles[i] = Double.NaN);
    return new Numbers(doubles);
  }

  /** The first value beyond 2^53. */
  long largest() {
    return Arrays.stream(values).filter(v -> v > EXACT || v < -EXACT).findFirst().orElse(0);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Column take(int[] rows) {
    BitSet gone = new BitSet(rows.length);
    for (int i = 0; i < rows.length; i++) {
      gone.set(i, missing.get(rows[i]));
    }
    return of(Arrays.stream(rows).mapToLong(row -> values[row]).toArray(), gone);
  }

  @Override
  public long[] keys() {
    return values;
  }

  /** Levels in ascending order. */
  @Override
  public Codes codes() {
    long[] levels =
        IntStream.range(0, values.length)
            .filter(i -> !missing.get(i))
            .mapToLong(i -> values[i])
            .sorted()
            .distinct()
            .toArray();
    int[] codes =
        IntStream.range(0, values.length)
            .parallel()
            .map(i -> missing.get(i) ? -1 : Arrays.binarySearch(levels, values[i]))
            .toArray();
    return new Codes(codes, new LevelNames(levels.length, i -> Long.toString(levels[i])));
  }
}
