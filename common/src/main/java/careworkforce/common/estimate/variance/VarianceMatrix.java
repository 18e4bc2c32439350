package careworkforce.common.estimate.variance;

import careworkforce.common.estimate.linear.Small;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A variance matrix of coefficients and how it was made.
 *
 * <p>Sums that are no squares, as those of several ways of clusters and of rows near one another,
 * may make a coefficient's variance negative. Then nothing is known of its spread: it has no
 * standard error, whatever repairs leave on the diagonal, and {@link #text} says so.
 *
 * @param matrix coefficients by coefficients
 * @param type as in {@link VarianceSpec#text}
 * @param parameters K, as counted by the convention
 * @param clusters number of levels of each clustering
 * @param degrees degrees of freedom of t, as the number of rows or clusters gives them
 * @param repaired whether negative eigenvalues were set to zero
 * @param each degrees of freedom of each coefficient's t; empty where all have the same
 * @param negative positions of coefficients whose own variance came out negative, or of which
 *     repairs left nothing
 */
public record VarianceMatrix(
    double[][] matrix,
    String type,
    int parameters,
    Map<String, Integer> clusters,
    double degrees,
    boolean repaired,
    double[] each,
    Set<Integer> negative) {

  /**
   * Clusters below which tests by a clustered sandwich reject too often, and the wild cluster
   * bootstrap is to be trusted more. A. Cameron and D. Miller (2015), Journal of Human Resources
   * 50, section VI, have few clusters begin anywhere between 20 and 50.
   */
  public static final int FEW_CLUSTERS = 30;

  /** Counts a negative diagonal among what came out negative. */
  public VarianceMatrix {
    Set<Integer> all = new TreeSet<>(negative);
    for (int c = 0; c < matrix.length; c++) {
      if (matrix[c][c] < 0) {
        all.add(c);
      }
    }
    negative = all;
  }

  /** With the same degrees of freedom for all coefficients, and made of squares. */
  public VarianceMatrix(
      double[][] matrix,
      String type,
      int parameters,
      Map<String, Integer> clusters,
      double degrees) {
    this(matrix, type, parameters, clusters, degrees, false, new double[0], Set.of());
  }

  /**
   * The matrix of a sum that may be negative: negative eigenvalues are set to zero, as by Cameron,
   * Gelbach and Miller (2011).
   */
  VarianceMatrix repair() {
    double[][] sound = Small.nonNegative(matrix);
    if (sound == matrix) {
      return this;
    }
    Set<Integer> lost = new TreeSet<>(negative);
    for (int c = 0; c < sound.length; c++) {
      if (!(sound[c][c] > 0)) {
        lost.add(c);
      }
    }
    return new VarianceMatrix(sound, type, parameters, clusters, degrees, true, each, lost);
  }

  /** The same times a factor, for inference by the normal distribution. */
  public VarianceMatrix normal(double factor) {
    return new VarianceMatrix(
        Small.scale(matrix, factor),
        type,
        parameters,
        clusters,
        Double.POSITIVE_INFINITY,
        repaired,
        new double[0],
        negative);
  }

  /** Degrees of freedom of a coefficient's t. */
  public double degrees(int coefficient) {
    return each.length == 0 ? degrees : each[coefficient];
  }

  /** Square root of a diagonal entry; NaN where it came out negative. */
  public double standardError(int coefficient) {
    return negative.contains(coefficient)
        ? Double.NaN
        : Math.sqrt(matrix[coefficient][coefficient]);
  }

  /** Variance of a weighted sum of coefficients; NaN where one of them has no standard error. */
  public double ofSum(double[] weights) {
    return negative.stream().anyMatch(c -> weights[c] != 0)
        ? Double.NaN
        : Small.sandwich(new double[][] {weights}, matrix)[0][0];
  }

  /** Its type, and why coefficients have no standard error where they have none. */
  public String text() {
    return negative.isEmpty()
        ? type
        : type + ", negative for " + negative.size() + " of the coefficients: no standard error";
  }
}
