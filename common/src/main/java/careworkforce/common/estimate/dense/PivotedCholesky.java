package careworkforce.common.estimate.dense;

/**
 * Cholesky factor of a symmetric positive semidefinite matrix, with the diagonal scaled to one and
 * rows chosen by the largest remaining pivot. Rows whose pivot falls below {@link #TOLERANCE}
 * depend on the others: they are dropped, and the number kept is the rank.
 */
public final class PivotedCholesky {

  /** A row is dependent when this share or less of its variance is its own. */
  public static final double TOLERANCE = 1e-11;

  private final int rank;
  private final int[] order;
  private final double[][] lower;
  private final double[] scale;
  private final boolean[] kept;

  private PivotedCholesky(int rank, int[] order, double[][] lower, double[] scale) {
    this.rank = rank;
    this.order = order;
    this.lower = lower;
    this.scale = scale;
    this.kept = new boolean[order.length];
    for (int i = 0; i < rank; i++) {
      kept[order[i]] = true;
    }
  }

  /** Factors a symmetric positive semidefinite matrix; the argument is left as it was. */
  public static PivotedCholesky of(double[][] matrix) {
    int n = matrix.length;
    double[] scale = new double[n];
    int[] order = new int[n];
    double[] remaining = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = matrix[i][i] > 0 ? 1 / Math.sqrt(matrix[i][i]) : 0;
      remaining[i] = matrix[i][i] > 0 ? 1 : 0;
      order[i] = i;
    }
    double[][] lower = new double[n][];
    int rank = 0;
    while (rank < n) {
      int best = rank;
      for (int i = rank + 1; i < n; i++) {
        if (remaining[order[i]] > remaining[order[best]]) {
          best = i;
        }
      }
      if (remaining[order[best]] <= TOLERANCE) {
        break;
      }
      int pivot = order[best];
      order[best] = order[rank];
      order[rank] = pivot;
      double[] swapped = lower[best];
      lower[best] = lower[rank];
      lower[rank] = swapped;
      eliminate(matrix, scale, order, lower, remaining, rank);
      rank++;
    }
    return new PivotedCholesky(rank, order, lower, scale);
  }

  private static void eliminate(
      double[][] matrix,
      double[] scale,
      int[] order,
      double[][] lower,
      double[] remaining,
      int step) {
    int pivot = order[step];
    double root = Math.sqrt(remaining[pivot]);
    if (lower[step] == null) {
      lower[step] = new double[order.length];
    }
    double[] row = lower[step];
    row[step] = root;
    for (int i = step + 1; i < order.length; i++) {
      int at = order[i];
      if (lower[i] == null) {
        lower[i] = new double[order.length];
      }
      double[] other = lower[i];
      double value = matrix[at][pivot] * scale[at] * scale[pivot];
      for (int k = 0; k < step; k++) {
        value -= other[k] * row[k];
      }
      other[step] = value / root;
      remaining[at] -= other[step] * other[step];
    }
  }

  /** The number of independent rows. */
  public int rank() {
    return rank;
  }

  /** For each row whether it was kept. */
  public boolean[] kept() {
    return kept;
  }

  /** A solution of {@code Mx = b} with zeros for dropped rows; {@code b} must lie in M's range. */
  public double[] solve(double[] b) {
    double[] z = new double[rank];
    for (int i = 0; i < rank; i++) {
      double value = b[order[i]] * scale[order[i]];
      for (int k = 0; k < i; k++) {
        value -= lower[i][k] * z[k];
      }
      z[i] = value / lower[i][i];
    }
    for (int i = rank - 1; i >= 0; i--) {
      double value = z[i];
      for (int k = i + 1; k < rank; k++) {
        value -= lower[k][i] * z[k];
      }
      z[i] = value / lower[i][i];
    }
    double[] x = new double[order.length];
    for (int i = 0; i < rank; i++) {
      x[order[i]] = z[i] * scale[order[i]];
    }
    return x;
  }
}
