package careworkforce.common.estimate.variance;

import java.util.Map;

/**
 * A variance matrix of coefficients and how it was made.
 *
 * @param matrix coefficients by coefficients
 * @param type as in {@link VarianceSpec#text}
 * @param parameters K, as counted by the convention
 * @param clusters number of levels of each clustering
 * @param degrees degrees of freedom of t, as the number of rows or clusters gives them
 * @param repaired whether negative eigenvalues were set to zero
 * @param each degrees of freedom of each coefficient's t; empty where all have the same
 */
public record VarianceMatrix(
    double[][] matrix,
    String type,
    int parameters,
    Map<String, Integer> clusters,
    double degrees,
    boolean repaired,
    double[] each) {

  /** With the same degrees of freedom for all coefficients. */
  public VarianceMatrix(
      double[][] matrix,
      String type,
      int parameters,
      Map<String, Integer> clusters,
      double degrees,
      boolean repaired) {
    this(matrix, type, parameters, clusters, degrees, repaired, new double[0]);
  }

  /** Degrees of freedom of a coefficient's t. */
  public double degrees(int coefficient) {
    return each.length == 0 ? degrees : each[coefficient];
  }

  /** Square root of a diagonal entry; NaN where nothing is left of a negative one. */
  public double standardError(int coefficient) {
    if (repaired && !(matrix[coefficient][coefficient] > 0)) {
      return Double.NaN;
    }
    return Math.sqrt(Math.max(0, matrix[coefficient][coefficient]));
  }
}
