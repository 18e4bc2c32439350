package careworkforce.common.estimate.linear;

import java.util.Arrays;

/**
 * Variances of instruments and of their coefficients in the units of orthonormal instruments, in
 * which equal variances of rows give a multiple of the identity however collinear the instruments
 * are. A variance that is close to singular there has directions in which nothing is known of the
 * spread, as with more instruments than clusters, and is not to be inverted.
 */
final class Whitening {
  /** Share of the largest variance below which that in another direction is rounding. */
  private static final double SINGULAR = 1e-10;

  private final double[][] root;
  private final double[][] inverseRoot;

  /**
   * By the instruments' own products.
   *
   * @param squares inner products of the instruments
   */
  Whitening(double[][] squares) {
    this.root = Small.upper(squares);
    this.inverseRoot = Small.inverse(root);
  }

  /** Coefficients of orthonormal instruments. */
  double[] coefficients(double[] given) {
    return Small.multiply(root, given);
  }

  /** Variance of such coefficients. */
  double[][] variance(double[][] ofCoefficients) {
    return Small.sandwich(root, ofCoefficients);
  }

  /** Whether a variance of coefficients can be inverted. */
  boolean invertible(double[][] ofCoefficients) {
    return definite(variance(ofCoefficients));
  }

  /** Whether the meat of scores can be inverted. */
  boolean invertibleMeat(double[][] meat) {
    return definite(Small.sandwich(Small.transpose(inverseRoot), meat));
  }

  /** Whether a matrix in these units has positive eigenvalues alone. */
  static boolean definite(double[][] white) {
    double[] ends = ends(white);
    return ends[1] > 0 && ends[0] > SINGULAR * ends[1];
  }

  /**
   * Whether a matrix in these units has a negative eigenvalue.
   *
   * @param size of matrices of its kind, against which rounding is told: one that is all but zero
   *     may round to either side
   */
  static boolean negative(double[][] white, double size) {
    return ends(white)[0] < -SINGULAR * size;
  }

  /** The largest absolute eigenvalue. */
  static double size(double[][] white) {
    double[] ends = ends(white);
    return Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
  }

  /** The least and the largest eigenvalue. */
  private static double[] ends(double[][] white) {
    double[] values = Small.eigen(white).getRealEigenvalues();
    return new double[] {
      Arrays.stream(values).min().orElse(1), Arrays.stream(values).max().orElse(1)
    };
  }
}
