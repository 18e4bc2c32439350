package careworkforce.common.estimate.dense;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    return sum(columns, columns, Arrays.stream(factor).map(r -> r * r).toArray(), true);
  }

  /** Adds A'WA to sums, in this thread; weights are 1 if null. */
  public static void addGram(double[][] sums, double[][] columns, double @Nullable [] weights) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    double[][] more = piece(columns, columns, weights, true, 0, rows);
    for (int a = 0; a < more.length; a++) {
      sums[a][a] += more[a][a];
      for (int b = a + 1; b < more.length; b++) {
        sums[a][b] += more[a][b];
        sums[b][a] += more[a][b];
      }
    }
  }

  /** a'b. */
  public static double dot(double[] a, double[] b) {
    return of(new double[][] {a}, new double[][] {b})[0][0];
  }

  private static double[][] sum(
      double[][] left, double[][] right, double @Nullable [] weights, boolean symmetric) {
    int rows = left.length == 0 ? 0 : left[0].length;
    int span = BLOCK * BLOCKS_TOGETHER;
    int pieces = (rows + span - 1) / span;
    List<double[][]> parts =
        IntStream.range(0, pieces)
            .parallel()
            .mapToObj(
                p ->
                    piece(
                        left, right, weights, symmetric, p * span, Math.min(rows, (p + 1) * span)))
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
      double @Nullable [] weights,
      boolean symmetric,
      int from,
      int to) {
    double[][] sums = new double[left.length][right.length];
    double[] scaled = new double[Math.min(BLOCK, to - from)];
    for (int start = from; start < to; start += BLOCK) {
      int size = Math.min(BLOCK, to - start);
      for (int a = 0; a < left.length; a++) {
        for (int i = 0; i < size; i++) {
          scaled[i] = left[a][start + i] * (weights == null ? 1 : weights[start + i]);
        }
        int b = symmetric ? a : 0;
        for (; b + 3 < right.length; b += 4) {
          addFour(sums[a], b, scaled, right, start, size);
        }
        for (; b < right.length; b++) {
          sums[a][b] += dot(scaled, 0, right[b], start, size);
        }
      }
    }
    return sums;
  }

  /** Products with four columns at once: a processor adds to four sums while it waits for one. */
  private static void addFour(
      double[] sums, int at, double[] scaled, double[][] columns, int start, int size) {
    double[] c0 = columns[at];
    double[] c1 = columns[at + 1];
    double[] c2 = columns[at + 2];
    double[] c3 = columns[at + 3];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < size; i++) {
      double v = scaled[i];
      s0 += v * c0[start + i];
      s1 += v * c1[start + i];
      s2 += v * c2[start + i];
      s3 += v * c3[start + i];
    }
    sums[at] += s0;
    sums[at + 1] += s1;
    sums[at + 2] += s2;
    sums[at + 3] += s3;
  }

  /** a'b of some rows of each, every fourth row in a sum of its own. */
  public static double dot(double[] a, int fromA, double[] b, int fromB, int size) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < size; i += 4) {
      s0 += a[fromA + i] * b[fromB + i];
      s1 += a[fromA + i + 1] * b[fromB + i + 1];
      s2 += a[fromA + i + 2] * b[fromB + i + 2];
      s3 += a[fromA + i + 3] * b[fromB + i + 3];
    }
    for (; i < size; i++) {
      s0 += a[fromA + i] * b[fromB + i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Sum of some rows of a column, every fourth row in a sum of its own. */
  public static double sum(double[] a, int from, int size) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < from + size; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (; i < from + size; i++) {
      s0 += a[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
