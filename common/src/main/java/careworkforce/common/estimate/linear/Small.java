package careworkforce.common.estimate.linear;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;

/** Arithmetic of the small matrices, parameters by parameters, that estimation ends in. */
public final class Small {
  /** Share of the largest eigenvalue below which another is rounding. */
  private static final double SINGULAR = 1e-10;

  private Small() {}

  /** A B. */
  public static double[][] multiply(double[][] a, double[][] b) {
    int columns = b.length == 0 ? 0 : b[0].length;
    double[][] product = new double[a.length][columns];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < columns; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  /** A x. */
  public static double[] multiply(double[][] a, double[] x) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < x.length; k++) {
        product[i] += a[i][k] * x[k];
      }
    }
    return product;
  }

  /** The transpose. */
  public static double[][] transpose(double[][] a) {
    double[][] result = new double[a.length == 0 ? 0 : a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        result[j][i] = a[i][j];
      }
    }
    return result;
  }

  /** A M A', symmetric when M is. */
  public static double[][] sandwich(double[][] a, double[][] meat) {
    return symmetric(multiply(multiply(a, meat), transpose(a)));
  }

  /** Some rows and columns of a matrix. */
  public static double[][] part(double[][] a, int[] rows, int[] columns) {
    double[][] part = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        part[i][j] = a[rows[i]][columns[j]];
      }
    }
    return part;
  }

  /** The square part of a matrix from one position to before another. */
  public static double[][] part(double[][] a, int from, int to) {
    double[][] part = new double[to - from][to - from];
    for (int i = from; i < to; i++) {
      System.arraycopy(a[i], from, part[i - from], 0, to - from);
    }
    return part;
  }

  /** Some rows of one column. */
  public static double[] column(double[][] a, int[] rows, int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = a[rows[i]][column];
    }
    return values;
  }

  /** (A + A')/2. */
  public static double[][] symmetric(double[][] a) {
    double[][] result = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        result[i][j] = i == j ? a[i][i] : (a[i][j] + a[j][i]) / 2;
      }
    }
    return result;
  }

  /** f A. */
  public static double[][] scale(double[][] a, double f) {
    return add(a, a, f, 0);
  }

  /** f A + g B. */
  public static double[][] add(double[][] a, double[][] b, double f, double g) {
    double[][] result = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      result[i] = new double[a[i].length];
      for (int j = 0; j < a[i].length; j++) {
        result[i][j] = f * a[i][j] + (g == 0 ? 0 : g * b[i][j]);
      }
    }
    return result;
  }

  /** Inverse of a general square matrix. */
  public static double[][] inverse(double[][] a) {
    return a.length == 0
        ? a
        : new LUDecomposition(new Array2DRowRealMatrix(a), 0).getSolver().getInverse().getData();
  }

  /** Inverse of a positive definite matrix, scaled to a unit diagonal first. */
  public static double[][] inversePositive(double[][] a) {
    int size = a.length;
    if (size == 0) {
      return a;
    }
    double[][] scaled = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        scaled[i][j] = a[i][j] / Math.sqrt(a[i][i] * a[j][j]);
      }
    }
    double[][] inverse =
        new CholeskyDecomposition(new Array2DRowRealMatrix(symmetric(scaled)), 1e-6, 0)
            .getSolver()
            .getInverse()
            .getData();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        inverse[i][j] /= Math.sqrt(a[i][i] * a[j][j]);
      }
    }
    return symmetric(inverse);
  }

  /** Upper factor R with R'R = A, for A positive definite. */
  public static double[][] upper(double[][] a) {
    return new CholeskyDecomposition(new Array2DRowRealMatrix(symmetric(a)), 1e-6, 0)
        .getLT()
        .getData();
  }

  /** Eigenvalues and vectors (as columns) of a symmetric matrix. */
  public static EigenDecomposition eigen(double[][] a) {
    return new EigenDecomposition(new Array2DRowRealMatrix(symmetric(a)));
  }

  /**
   * A symmetric matrix with negative eigenvalues set to zero, or itself when it has none, as
   * variances of multi-way clusters are made whole (Cameron, Gelbach and Miller 2011). Whether it
   * has any does not depend on the units of its rows.
   */
  public static double[][] nonNegative(double[][] matrix) {
    if (matrix.length == 0 || !negative(matrix)) {
      return matrix;
    }
    EigenDecomposition eigen = eigen(matrix);
    double[][] vectors = eigen.getV().getData();
    double[][] sound = symmetric(matrix);
    for (int k = 0; k < matrix.length; k++) {
      double taken = Math.min(eigen.getRealEigenvalue(k), 0);
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < matrix.length; j++) {
          sound[i][j] -= taken * vectors[i][k] * vectors[j][k];
        }
      }
    }
    return sound;
  }

  /** Whether a symmetric matrix has negative eigenvalues beyond rounding, in units of its own. */
  private static boolean negative(double[][] matrix) {
    double[] ends = ends(matrix);
    return ends[0] < -1e-12 * Math.max(ends[1], 0);
  }

  /**
   * Whether a symmetric matrix has positive eigenvalues alone, in units of its own; one that has
   * not is not to be inverted.
   */
  public static boolean definite(double[][] matrix) {
    double[] ends = ends(matrix);
    return ends[0] > SINGULAR * ends[1];
  }

  /** The least and the largest eigenvalue once the diagonal is of size 1. */
  private static double[] ends(double[][] matrix) {
    double[] units = new double[matrix.length];
    Arrays.setAll(units, i -> matrix[i][i] == 0 ? 1 : Math.sqrt(Math.abs(matrix[i][i])));
    double[][] scaled = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        scaled[i][j] = matrix[i][j] / units[i] / units[j];
      }
    }
    double[] values = eigen(scaled).getRealEigenvalues();
    return new double[] {
      Arrays.stream(values).min().orElse(1), Arrays.stream(values).max().orElse(1)
    };
  }

  /** a'b of short vectors. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** x' A^-1 x for A positive definite. */
  public static double quadraticInverse(double[] x, double[][] a) {
    return dot(x, multiply(inverse(a), x));
  }
}
