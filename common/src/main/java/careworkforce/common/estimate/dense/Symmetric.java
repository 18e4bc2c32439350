package careworkforce.common.estimate.dense;

/** Arithmetic on small square matrices, row by row, and on columns of equal length. */
public final class Symmetric {

  private Symmetric() {}

  /** The matrix of weighted inner products of two sets of columns: {@code A'WB}. */
  public static double[][] cross(double[][] a, double[] weights, double[][] b) {
    double[][] product = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i][j] = dot(a[i], weights, b[j]);
      }
    }
    return product;
  }

  /** Weighted inner product. */
  public static double dot(double[] a, double[] weights, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * weights[i] * b[i];
    }
    return sum;
  }

  /** Inner product. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Matrix times vector. */
  public static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  /** Matrix times matrix. */
  public static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b.length == 0 ? 0 : b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        double factor = a[i][k];
        for (int j = 0; j < b[k].length; j++) {
          product[i][j] += factor * b[k][j];
        }
      }
    }
    return product;
  }

  /** The quadratic form {@code v'Mv}. */
  public static double quadratic(double[] v, double[][] matrix) {
    return dot(v, times(matrix, v));
  }

  /** Linear combination of columns: {@code sum_j coefficients[j] * columns[j]}. */
  public static double[] combine(double[][] columns, double[] coefficients, int length) {
    double[] sum = new double[length];
    for (int j = 0; j < columns.length; j++) {
      double factor = coefficients[j];
      if (factor != 0) {
        double[] column = columns[j];
        for (int i = 0; i < length; i++) {
          sum[i] += factor * column[i];
        }
      }
    }
    return sum;
  }

  /**
   * The inverse of a symmetric positive semidefinite matrix on the columns that {@link
   * ScaledCholesky} keeps, with zeros in the rows and columns of those it drops.
   */
  public static double[][] inverse(double[][] matrix) {
    return ScaledCholesky.of(matrix).inverse();
  }
}
