package careworkforce.common.estimate.absorb;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Up-looking sparse Cholesky factor of a symmetric matrix in a given order (Davis 2006, chapter 4).
 */
final class SparseCholesky {
  /** A pivot so large that its unknown and its column vanish. */
  private static final double DROPPED = 1e150;

  private static final double MOST_WORK = 1e10;

  private final int size;
  private final int[] order;
  private final int[] starts;
  private final int[] rows;
  private final double[] values;
  private int rank;

  private SparseCholesky(int[] order, int[] starts) {
    this.size = order.length;
    this.order = order;
    this.starts = starts;
    this.rows = new int[starts[size]];
    this.values = new double[starts[size]];
  }

  /**
   * Factors the matrix.
   *
   * @param redundant pivots at or below it are dropped: their unknown is 0 in every solution
   * @param most entries the factor may have
   * @return null if it would have more
   */
  static @Nullable SparseCholesky of(
      SparseSymmetric matrix, int[] order, double redundant, long most) {
    int size = matrix.size;
    int[] position = new int[size];
    for (int i = 0; i < size; i++) {
      position[order[i]] = i;
    }
    int[] parent = new int[size];
    int[] counts = new int[size + 1];
    if (!count(matrix, order, position, parent, counts, most)) {
      return null;
    }
    for (int j = 0; j < size; j++) {
      counts[j + 1] += counts[j];
    }
    SparseCholesky factor = new SparseCholesky(order, counts);
    factor.fill(matrix, position, parent, redundant);
    return factor;
  }

  /** Elimination tree and column counts, by walking each row's subtree. */
  private static boolean count(
      SparseSymmetric matrix, int[] order, int[] position, int[] parent, int[] counts, long most) {
    int size = matrix.size;
    int[] flag = new int[size];
    Arrays.fill(parent, -1);
    long total = size;
    for (int k = 0; k < size; k++) {
      flag[k] = k + 1;
      counts[k + 1]++;
      int node = order[k];
      for (int p = matrix.starts[node]; p < matrix.starts[node + 1]; p++) {
        for (int i = position[matrix.columns[p]]; i < k && flag[i] != k + 1; i = parent[i]) {
          if (parent[i] < 0) {
            parent[i] = k;
          }
          counts[i + 1]++;
          total++;
          flag[i] = k + 1;
        }
      }
      if (total > most) {
        return false;
      }
    }
    double work = 0;
    for (int column = 0; column < size; column++) {
      work += (double) counts[column + 1] * counts[column + 1];
    }
    return work <= MOST_WORK;
  }

  private void fill(SparseSymmetric matrix, int[] position, int[] parent, double redundant) {
    int[] next = Arrays.copyOf(starts, size);
    double[] x = new double[size];
    int[] pattern = new int[size];
    int[] path = new int[size];
    int[] flag = new int[size];
    for (int k = 0; k < size; k++) {
      int node = order[k];
      int top = size;
      flag[k] = k + 1;
      for (int p = matrix.starts[node]; p < matrix.starts[node + 1]; p++) {
        int i = position[matrix.columns[p]];
        if (i > k) {
          continue;
        }
        x[i] = matrix.values[p];
        int length = 0;
        for (; flag[i] != k + 1; i = parent[i]) {
          path[length++] = i;
          flag[i] = k + 1;
        }
        while (length > 0) {
          pattern[--top] = path[--length];
        }
      }
      double d = matrix.diagonal[node];
      for (; top < size; top++) {
        int i = pattern[top];
        double entry = x[i] / values[starts[i]];
        x[i] = 0;
        for (int p = starts[i] + 1; p < next[i]; p++) {
          x[rows[p]] -= values[p] * entry;
        }
        d -= entry * entry;
        rows[next[i]] = k;
        values[next[i]++] = entry;
      }
      rows[next[k]] = k;
      boolean kept = d > redundant;
      rank += kept ? 1 : 0;
      values[next[k]++] = kept ? Math.sqrt(d) : DROPPED;
    }
  }

  /** Number of pivots that were not redundant. */
  int rank() {
    return rank;
  }

  /** Solves for several right-hand sides, width values a row, in the matrix's own order. */
  double[] solve(double[] right, int width) {
    double[] x = new double[right.length];
    for (int i = 0; i < size; i++) {
      System.arraycopy(right, order[i] * width, x, i * width, width);
    }
    for (int j = 0; j < size; j++) {
      double pivot = values[starts[j]];
      for (int c = 0; c < width; c++) {
        double solved = x[j * width + c] / pivot;
        x[j * width + c] = solved;
        for (int p = starts[j] + 1; p < starts[j + 1]; p++) {
          x[rows[p] * width + c] -= values[p] * solved;
        }
      }
    }
    for (int j = size - 1; j >= 0; j--) {
      double pivot = values[starts[j]];
      for (int c = 0; c < width; c++) {
        double sum = x[j * width + c];
        for (int p = starts[j] + 1; p < starts[j + 1]; p++) {
          sum -= values[p] * x[rows[p] * width + c];
        }
        x[j * width + c] = sum / pivot;
      }
    }
    double[] result = new double[right.length];
    for (int i = 0; i < size; i++) {
      System.arraycopy(x, i * width, result, order[i] * width, width);
    }
    return result;
  }
}
