package careworkforce.common.estimate.dense;

import java.util.stream.IntStream;

/**
 * Cholesky factor with diagonal pivoting of a positive semi-definite matrix, and so its numerical
 * rank.
 *
 * <p>Blocked right-looking, as LAPACK's dpstrf (Hammarling, Higham and Lucas 2007).
 */
public final class PivotedCholesky {
  private static final int BLOCK = 48;
  private static final int PARALLEL = 192;

  private final int size;
  private final int rank;
  private final double[] upper;
  private final int[] pivots;

  private PivotedCholesky(int size, int rank, double[] upper, int[] pivots) {
    this.size = size;
    this.rank = rank;
    this.upper = upper;
    this.pivots = pivots;
  }

  /**
   * Factors in place.
   *
   * @param matrix size by size by rows, of which the upper triangle is read; overwritten
   * @param tolerance pivots at or below it count as zero
   */
  public static PivotedCholesky of(double[] matrix, int size, double tolerance) {
    int[] pivots = IntStream.range(0, size).toArray();
    double[] dots = new double[size];
    for (int block = 0; block < size; block += BLOCK) {
      int end = Math.min(size, block + BLOCK);
      java.util.Arrays.fill(dots, block, size, 0);
      for (int j = block; j < end; j++) {
        int best = choose(matrix, dots, size, block, j);
        double pivot = matrix[best * size + best] - dots[best];
        if (!(pivot > tolerance)) {
          return new PivotedCholesky(size, j, matrix, pivots);
        }
        swap(matrix, dots, pivots, size, j, best);
        finishRow(matrix, size, block, j, Math.sqrt(pivot));
      }
      updateTrailing(matrix, size, block, end);
    }
    return new PivotedCholesky(size, size, matrix, pivots);
  }

  /** Number of pivots above the tolerance. */
  public int rank() {
    return rank;
  }

  /**
   * Rows and columns in the order they were pivoted; those from {@link #rank()} on are redundant.
   */
  public int[] pivots() {
    return pivots.clone();
  }

  /** Solves for several right-hand sides (width values a row), redundant unknowns set to 0. */
  public double[] solve(double[] right, int width) {
    double[] x = new double[rank * width];
    for (int i = 0; i < rank; i++) {
      System.arraycopy(right, pivots[i] * width, x, i * width, width);
    }
    for (int i = 0; i < rank; i++) {
      int row = i * size;
      scale(x, i, width, 1 / upper[row + i]);
      for (int k = i + 1; k < rank; k++) {
        axpy(x, k, i, width, upper[row + k]);
      }
    }
    for (int i = rank - 1; i >= 0; i--) {
      int row = i * size;
      for (int k = i + 1; k < rank; k++) {
        axpy(x, i, k, width, upper[row + k]);
      }
      scale(x, i, width, 1 / upper[row + i]);
    }
    double[] result = new double[size * width];
    for (int i = 0; i < rank; i++) {
      System.arraycopy(x, i * width, result, pivots[i] * width, width);
    }
    return result;
  }

  private static void scale(double[] x, int row, int width, double factor) {
    for (int c = row * width; c < (row + 1) * width; c++) {
      x[c] *= factor;
    }
  }

  private static void axpy(double[] x, int target, int source, int width, double factor) {
    for (int c = 0; c < width; c++) {
      x[target * width + c] -= factor * x[source * width + c];
    }
  }

  private static int choose(double[] a, double[] dots, int size, int block, int j) {
    int best = j;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = j; i < size; i++) {
      if (j > block) {
        double last = a[(j - 1) * size + i];
        dots[i] += last * last;
      }
      double left = a[i * size + i] - dots[i];
      if (left > largest) {
        largest = left;
        best = i;
      }
    }
    return best;
  }

  private static void swap(double[] a, double[] dots, int[] pivots, int size, int j, int best) {
    if (best == j) {
      return;
    }
    a[best * size + best] = a[j * size + j];
    for (int i = 0; i < j; i++) {
      exchange(a, i * size + j, i * size + best);
    }
    for (int i = best + 1; i < size; i++) {
      exchange(a, j * size + i, best * size + i);
    }
    for (int i = j + 1; i < best; i++) {
      exchange(a, j * size + i, i * size + best);
    }
    exchange(dots, j, best);
    int pivot = pivots[j];
    pivots[j] = pivots[best];
    pivots[best] = pivot;
  }

  private static void exchange(double[] a, int i, int k) {
    double held = a[i];
    a[i] = a[k];
    a[k] = held;
  }

  private static void finishRow(double[] a, int size, int block, int j, double root) {
    int row = j * size;
    a[row + j] = root;
    for (int t = block; t < j; t++) {
      double factor = a[t * size + j];
      int other = t * size;
      for (int i = j + 1; i < size; i++) {
        a[row + i] -= factor * a[other + i];
      }
    }
    for (int i = j + 1; i < size; i++) {
      a[row + i] /= root;
    }
  }

  private static void updateTrailing(double[] a, int size, int block, int end) {
    IntStream range = IntStream.range(end, size);
    (size - end > PARALLEL ? range.parallel() : range)
        .forEach(
            i -> {
              int row = i * size;
              for (int t = block; t < end; t++) {
                int other = t * size;
                double factor = a[other + i];
                for (int k = i; k < size; k++) {
                  a[row + k] -= factor * a[other + k];
                }
              }
            });
  }
}
