package careworkforce.common.estimate.dense;

import java.util.Arrays;

/**
 * Takes any number of categorical effects out of a variable, exactly. The effect with most levels
 * is eliminated by weighted demeaning; what remains of the others is one dense symmetric system
 * {@code S}, solved by a pivoted Cholesky factor whose rank is the exact number of free effects.
 *
 * <p>Suited to effects of which all but the largest have some thousands of levels together: memory
 * is {@code 8 q^2} bytes and time {@code q^3 / 3}.
 */
public final class WithinTransform {

  private final int[] first;
  private final int[][] rest;
  private final int columns;
  private final double[] weights;
  private final double[] firstWeight;
  private final PivotedCholesky reduced;

  private WithinTransform(int[] first, int[][] rest, int columns, double[] weights) {
    this.first = first;
    this.rest = rest;
    this.columns = columns;
    this.weights = weights;
    this.firstWeight = sum(weights);
    this.reduced = PivotedCholesky.of(system());
  }

  /**
   * Prepares the transformation.
   *
   * @param effects for each effect the code (0, 1, 2 …) of every row
   * @param weights weight of each row, none negative
   */
  public static WithinTransform of(int[][] effects, double[] weights) {
    int[] counts =
        Arrays.stream(effects).mapToInt(e -> Arrays.stream(e).max().orElse(-1) + 1).toArray();
    int largest = 0;
    for (int f = 1; f < counts.length; f++) {
      largest = counts[f] > counts[largest] ? f : largest;
    }
    int[] first = effects.length == 0 ? new int[weights.length] : effects[largest];
    int[][] rest = new int[Math.max(0, effects.length - 1)][];
    int columns = 0;
    for (int f = 0, at = 0; f < effects.length; f++) {
      if (f != largest) {
        int offset = columns;
        rest[at++] = Arrays.stream(effects[f]).map(code -> code + offset).toArray();
        columns += counts[f];
      }
    }
    return new WithinTransform(first, rest, columns, weights);
  }

  /** The number of free effects, the constant among them. */
  public int rank() {
    int levels = 0;
    for (double w : firstWeight) {
      levels += w > 0 ? 1 : 0;
    }
    return levels + reduced.rank();
  }

  /** What the effects leave of a variable: residuals of a weighted regression on all dummies. */
  public double[] residuals(double[] v) {
    return once(once(v));
  }

  /** The residuals of each column. */
  public double[][] residuals(double[][] columns) {
    return Arrays.stream(columns).map(this::residuals).toArray(double[][]::new);
  }

  private double[] once(double[] v) {
    double[] demeaned = demean(v);
    if (columns == 0) {
      return demeaned;
    }
    double[] totals = new double[columns];
    for (int[] effect : rest) {
      for (int i = 0; i < v.length; i++) {
        totals[effect[i]] += weights[i] * demeaned[i];
      }
    }
    double[] gamma = reduced.solve(totals);
    for (int i = 0; i < v.length; i++) {
      for (int[] effect : rest) {
        demeaned[i] -= gamma[effect[i]];
      }
    }
    return demean(demeaned);
  }

  private double[] demean(double[] v) {
    double[] weighted = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      weighted[i] = weights[i] * v[i];
    }
    double[] means = sum(weighted);
    for (int g = 0; g < means.length; g++) {
      means[g] = firstWeight[g] > 0 ? means[g] / firstWeight[g] : 0;
    }
    double[] demeaned = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      demeaned[i] = v[i] - means[first[i]];
    }
    return demeaned;
  }

  private double[] sum(double[] v) {
    double[] sums = new double[Arrays.stream(first).max().orElse(-1) + 1];
    for (int i = 0; i < v.length; i++) {
      sums[first[i]] += v[i];
    }
    return sums;
  }

  private double[][] system() {
    double[][] s = new double[columns][columns];
    if (columns == 0) {
      return s;
    }
    int[] order = ordered();
    double[] touched = new double[columns];
    int[] list = new int[columns];
    for (int from = 0; from < order.length; ) {
      int group = first[order[from]];
      int size = 0;
      int at = from;
      for (; at < order.length && first[order[at]] == group; at++) {
        size = touch(order[at], s, touched, list, size);
      }
      subtractOuter(s, touched, list, size, firstWeight[group]);
      from = at;
    }
    return s;
  }

  private int touch(int row, double[][] s, double[] touched, int[] list, int size) {
    double w = weights[row];
    int length = size;
    for (int[] a : rest) {
      int column = a[row];
      if (w > 0 && touched[column] == 0) {
        list[length++] = column;
      }
      touched[column] += w;
      for (int[] b : rest) {
        s[column][b[row]] += w;
      }
    }
    return length;
  }

  private static void subtractOuter(
      double[][] s, double[] touched, int[] list, int size, double total) {
    for (int i = 0; i < size; i++) {
      double factor = touched[list[i]] / total;
      double[] row = s[list[i]];
      for (int j = 0; j < size; j++) {
        row[list[j]] -= factor * touched[list[j]];
      }
    }
    for (int i = 0; i < size; i++) {
      touched[list[i]] = 0;
    }
  }

  private int[] ordered() {
    int[] start = new int[firstWeight.length + 1];
    for (int code : first) {
      start[code + 1]++;
    }
    for (int g = 0; g < firstWeight.length; g++) {
      start[g + 1] += start[g];
    }
    int[] order = new int[first.length];
    for (int i = 0; i < first.length; i++) {
      order[start[first[i]]++] = i;
    }
    return order;
  }
}
