package careworkforce.common.estimate.absorb;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An elimination order that keeps a sparse Cholesky factor thin: reverse Cuthill-McKee over the
 * sparse columns, the columns that touch nearly everything (such as months) last.
 */
final class Ordering {
  private Ordering() {}

  /** Column at each position of the order. */
  static int[] of(SparseSymmetric matrix) {
    int size = matrix.size;
    double mean = size == 0 ? 0 : (double) matrix.columns.length / size;
    double dense = Math.max(64, 16 * mean);
    int[] byDegree =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingInt(matrix::degree))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] placed = new boolean[size];
    int[] queue = new int[size];
    int end = 0;
    for (int seed : byDegree) {
      if (placed[seed] || matrix.degree(seed) > dense) {
        continue;
      }
      placed[seed] = true;
      queue[end] = seed;
      int head = end++;
      while (head < end) {
        end = visit(matrix, queue[head++], placed, queue, end, dense);
      }
    }
    int[] order = new int[size];
    for (int i = 0; i < end; i++) {
      order[i] = queue[end - 1 - i];
    }
    for (int column : byDegree) {
      if (!placed[column]) {
        order[end++] = column;
      }
    }
    return order;
  }

  private static int visit(
      SparseSymmetric matrix, int node, boolean[] placed, int[] queue, int end, double dense) {
    int from = end;
    int to = end;
    for (int k = matrix.starts[node]; k < matrix.starts[node + 1]; k++) {
      int neighbour = matrix.columns[k];
      if (!placed[neighbour] && matrix.degree(neighbour) <= dense) {
        placed[neighbour] = true;
        queue[to++] = neighbour;
      }
    }
    Integer[] fresh = Arrays.stream(queue, from, to).boxed().toArray(Integer[]::new);
    Arrays.sort(
        fresh,
        Comparator.<Integer>comparingInt(matrix::degree).thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < fresh.length; i++) {
      queue[from + i] = fresh[i];
    }
    return to;
  }
}
