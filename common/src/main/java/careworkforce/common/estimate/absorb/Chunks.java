package careworkforce.common.estimate.absorb;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Ranges of groups worked on at once. Their number depends on the data only, never on the
 * processors, so that sums come out the same on every machine.
 */
final class Chunks {
  private static final int ROWS = 50_000;
  private static final int MOST = 8;

  /** First group of each chunk, and the number of groups at the end. */
  final int[] bounds;

  private Chunks(int[] bounds) {
    this.bounds = bounds;
  }

  /**
   * About equal numbers of rows; fewer chunks where each would need a large accumulator (bytes).
   */
  static Chunks of(int[] starts, long accumulator) {
    int groups = starts.length - 1;
    int rows = starts[groups];
    long affordable = Math.max(2, (256L << 20) / Math.max(1, accumulator));
    int count = (int) Math.max(1, Math.min(Math.min(MOST, affordable), rows / ROWS));
    int[] bounds = new int[count + 1];
    for (int chunk = 1; chunk < count; chunk++) {
      int found = Arrays.binarySearch(starts, (int) ((long) rows * chunk / count));
      bounds[chunk] = Math.max(bounds[chunk - 1], found >= 0 ? found : -found - 1);
    }
    bounds[count] = groups;
    return new Chunks(bounds);
  }

  int count() {
    return bounds.length - 1;
  }

  /** Runs one piece of work for each chunk and returns the results in the chunks' order. */
  <T> java.util.List<T> map(IntFunction<T> work) {
    return IntStream.range(0, count()).parallel().mapToObj(work).toList();
  }

  /** Adds the arrays, first to last. */
  static double[] sum(java.util.List<double[]> parts) {
    double[] total = parts.get(0);
    for (double[] part : parts.subList(1, parts.size())) {
      for (int i = 0; i < total.length; i++) {
        total[i] += part[i];
      }
    }
    return total;
  }
}
