package careworkforce.common.estimate.dense;

import java.util.Arrays;

/**
 * Weighted least squares by orthogonalising the columns one after another, twice each (modified
 * Gram–Schmidt with reorthogonalisation, as accurate as Householder's QR). A column of which less
 * than {@link #TOLERANCE} of its squared length is left by the columns before it is dropped: its
 * coefficient is 0 and {@link #kept} says so. Later columns are dropped before earlier ones.
 *
 * @param coefficients one for each column of the design, 0 where dropped
 * @param residuals unweighted residuals {@code y - Xb}
 * @param bread {@code (X'WX)^-1}, zeros in the rows and columns of dropped columns
 * @param kept for each column whether it was kept
 */
public record LeastSquares(
    double[] coefficients, double[] residuals, double[][] bread, boolean[] kept) {

  /** Share of a column's squared length below which it counts as collinear with earlier ones. */
  public static final double TOLERANCE = 1e-10;

  /** Regresses {@code y} on the columns of {@code x}, every row with weight one. */
  public static LeastSquares fit(double[] y, double[][] x) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    return fit(y, x, ones);
  }

  /** Regresses {@code y} on the columns of {@code x} with these weights (none negative). */
  public static LeastSquares fit(double[] y, double[][] x, double[] weights) {
    Orthogonal q = Orthogonal.of(x, weights);
    double[] coefficients = q.coefficients(y);
    double[] residuals = y.clone();
    for (int j = 0; j < x.length; j++) {
      double b = coefficients[j];
      if (b != 0) {
        for (int i = 0; i < y.length; i++) {
          residuals[i] -= b * x[j][i];
        }
      }
    }
    return new LeastSquares(coefficients, residuals, q.bread(), q.kept());
  }

  /** The number of columns kept. */
  public int rank() {
    int rank = 0;
    for (boolean k : kept) {
      rank += k ? 1 : 0;
    }
    return rank;
  }
}
