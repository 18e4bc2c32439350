package careworkforce.common.estimate.linear;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums of products of columns, by blocks of rows that are added up in order, so that rounding does
 * not grow with the rows and the result does not depend on the processors.
 */
public final class CrossProducts {
  private static final int BLOCK = 4096;
  private static final int BLOCKS_TOGETHER = 16;

  private CrossProducts() {}

  /** A'B, one row for each column of A. */
  public static double[][] of(double[][] left, double[][] right) {
    return sum(left, right, null, false);
  }

  /** A'A. */
  public static double[][] gram(double[][] columns) {
    return sum(columns, columns, null, true);
  }

  /** Sum over rows of r^2 a a', for columns a and a factor r a row. */
  public static double[][] gram(double[][] columns, double[] factor) {
    return sum(columns, columns, factor, true);
  }

  /** a'b. */
  public static double dot(double[] a, double[] b) {
    return of(new double[][] {a}, new double[][] {b})[0][0];
  }

  private static double[][] sum(
      double[][] left,
      double[][] right,
      double @org.jspecify.annotations.Nullable [] factor,
      boolean symmetric) {
    int rows = left.length == 0 ? 0 : left[0].length;
    int span = BLOCK * BLOCKS_TOGETHER;
    int pieces = (rows + span - 1) / span;
    List<double[][]> parts =
        IntStream.range(0, pieces)
            .parallel()
            .mapToObj(
                p ->
                    piece(left, right, factor, symmetric, p * span, Math.min(rows, (p + 1) * span)))
            .toList();
    double[][] total = new double[left.length][right.length];
    for (double[][] part : parts) {
      for (int a = 0; a < total.length; a++) {
        for (int b = 0; b < right.length; b++) {
          total[a][b] += part[a][b];
        }
      }
    }
    if (symmetric) {
      for (int a = 0; a < total.length; a++) {
        for (int b = 0; b < a; b++) {
          total[a][b] = total[b][a];
        }
      }
    }
    return total;
  }

  private static double[][] piece(
      double[][] left,
      double[][] right,
      double @org.jspecify.annotations.Nullable [] factor,
      boolean symmetric,
      int from,
      int to) {
    double[][] sums = new double[left.length][right.length];
    double[] scaled = new double[BLOCK];
    for (int start = from; start < to; start += BLOCK) {
      int size = Math.min(BLOCK, to - start);
      for (int a = 0; a < left.length; a++) {
        for (int i = 0; i < size; i++) {
          double f = factor == null ? 1 : factor[start + i];
          scaled[i] = left[a][start + i] * f * f;
        }
        for (int b = symmetric ? a : 0; b < right.length; b++) {
          sums[a][b] += dot(scaled, right[b], start, size);
        }
      }
    }
    return sums;
  }

  private static double dot(double[] scaled, double[] column, int start, int size) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < size; i += 4) {
      s0 += scaled[i] * column[start + i];
      s1 += scaled[i + 1] * column[start + i + 1];
      s2 += scaled[i + 2] * column[start + i + 2];
      s3 += scaled[i + 3] * column[start + i + 3];
    }
    for (; i < size; i++) {
      s0 += scaled[i] * column[start + i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
