package careworkforce.common.estimate.dense;

import java.util.Arrays;

/**
 * Two-stage least squares on columns held in memory.
 *
 * @param coefficients endogenous columns first, then exogenous ones
 * @param residuals structural residuals {@code y - Xb}
 * @param bread {@code (X^'WX^)^-1}
 * @param fitted the columns of {@code X^}: projected endogenous columns, then exogenous ones
 * @param kept for each column whether it was kept
 */
public record InstrumentalVariables(
    double[] coefficients,
    double[] residuals,
    double[][] bread,
    double[][] fitted,
    boolean[] kept) {

  /**
   * Fits {@code y} on endogenous and exogenous columns; with no endogenous column this is weighted
   * least squares.
   *
   * @throws IllegalArgumentException if there are fewer excluded instruments than endogenous
   *     columns
   */
  public static InstrumentalVariables fit(
      double[] y,
      double[][] endogenous,
      double[][] exogenous,
      double[][] excluded,
      double[] weights) {
    if (excluded.length < endogenous.length) {
      throw new IllegalArgumentException(
          "Cannot fit two-stage least squares: because there are "
              + endogenous.length
              + " endogenous regressors and "
              + excluded.length
              + " excluded instruments. Name at least as many instruments.");
    }
    double[][] instruments = joined(exogenous, excluded);
    double[][] projected = new double[endogenous.length][];
    for (int j = 0; j < endogenous.length; j++) {
      double[] unexplained = LeastSquares.fit(endogenous[j], instruments, weights).residuals();
      projected[j] = difference(endogenous[j], unexplained);
    }
    double[][] fitted = joined(projected, exogenous);
    LeastSquares second = LeastSquares.fit(y, fitted, weights);
    double[] predicted =
        Symmetric.combine(joined(endogenous, exogenous), second.coefficients(), y.length);
    return new InstrumentalVariables(
        second.coefficients(), difference(y, predicted), second.bread(), fitted, second.kept());
  }

  private static double[][] joined(double[][] a, double[][] b) {
    double[][] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
