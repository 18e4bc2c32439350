package careworkforce.common.estimate.dense;

/**
 * A pivoted Cholesky factor of a symmetric positive semi-definite matrix whose diagonal is scaled
 * to one first. Rows of which {@link #TOLERANCE} or less is their own depend on the others and are
 * dropped.
 */
public final class ScaledCholesky {

  /** A row is dependent when this share or less of its variance is its own. */
  public static final double TOLERANCE = 1e-11;

  private final double[] scale;
  private final PivotedCholesky factor;
  private final boolean[] kept;

  private ScaledCholesky(double[] scale, PivotedCholesky factor) {
    this.scale = scale;
    this.factor = factor;
    this.kept = new boolean[scale.length];
    int[] pivots = factor.pivots();
    for (int i = 0; i < factor.rank(); i++) {
      kept[pivots[i]] = true;
    }
  }

  /** Factors a matrix, which is left as it was. */
  public static ScaledCholesky of(double[][] matrix) {
    int size = matrix.length;
    double[] scale = new double[size];
    for (int i = 0; i < size; i++) {
      scale[i] = matrix[i][i] > 0 ? 1 / Math.sqrt(matrix[i][i]) : 0;
    }
    double[] flat = new double[size * size];
    for (int i = 0; i < size * size; i++) {
      flat[i] = matrix[i / size][i % size] * scale[i / size] * scale[i % size];
    }
    return new ScaledCholesky(scale, PivotedCholesky.of(flat, size, TOLERANCE));
  }

  /** For each row whether it was kept. */
  public boolean[] kept() {
    return kept.clone();
  }

  /** A solution of {@code Mx = b} with zeros for dropped rows; {@code b} must lie in M's range. */
  public double[] solve(double[] b) {
    double[] x = new double[b.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = b[i] * scale[i];
    }
    x = factor.solve(x, 1);
    for (int i = 0; i < x.length; i++) {
      x[i] *= scale[i];
    }
    return x;
  }

  /** The inverse on the rows kept, with zeros in the rows and columns of those dropped. */
  public double[][] inverse() {
    double[][] inverse = new double[scale.length][scale.length];
    for (int j = 0; j < scale.length; j++) {
      if (kept[j]) {
        double[] unit = new double[scale.length];
        unit[j] = 1;
        inverse[j] = solve(unit);
      }
    }
    return inverse;
  }
}
