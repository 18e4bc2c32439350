package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.dense.CrossProducts;
import java.util.Arrays;

/**
 * Least squares on tall columns by a Cholesky factor of the scaled cross products, made as exact as
 * an orthogonal factorisation by a second factorisation (CholeskyQR2) and a step of refinement.
 *
 * <p>Columns are taken in order; one of which less than 1e-10 of the squares is left after those
 * before it is redundant.
 */
public final class LeastSquares {
  /** Share of a column's squares below which it is redundant. */
  public static final double REDUNDANT = 1e-10;

  private static final double COMFORTABLE = 1e-3;

  private final double[][] columns;
  private final int[] kept;
  private final double[] ratios;
  private final double[][] inverseFactor;

  private LeastSquares(double[][] columns, int[] kept, double[] ratios, double[][] inverseFactor) {
    this.columns = columns;
    this.kept = kept;
    this.ratios = ratios;
    this.inverseFactor = inverseFactor;
  }

  /** Factors the columns, which are kept by reference. */
  public static LeastSquares of(double[][] columns) {
    GramFactor factor = GramFactor.of(CrossProducts.gram(columns));
    int[] index = factor.kept();
    double[] ratios = new double[columns.length];
    Arrays.setAll(ratios, factor::ratio);
    double[][] chosen = new double[index.length][];
    double worst = 1;
    for (int j = 0; j < index.length; j++) {
      chosen[j] = columns[index[j]];
      worst = Math.min(worst, ratios[index[j]]);
    }
    double[][] inverse = factor.inverse();
    if (worst < COMFORTABLE) {
      inverse = Small.multiply(inverse, orthonormaliser(chosen, inverse));
    }
    return new LeastSquares(chosen, index, ratios, inverse);
  }

  private static double[][] orthonormaliser(double[][] columns, double[][] inverse) {
    double[][] nearly = combine(columns, inverse);
    return Small.inverse(Small.upper(CrossProducts.gram(nearly)));
  }

  /** Columns times a small matrix. */
  public static double[][] combine(double[][] columns, double[][] by) {
    int width = by.length == 0 ? 0 : by[0].length;
    int rows = columns.length == 0 ? 0 : columns[0].length;
    double[][] result = new double[width][rows];
    for (int c = 0; c < width; c++) {
      for (int k = 0; k < columns.length; k++) {
        double factor = by[k][c];
        if (factor != 0) {
          double[] source = columns[k];
          double[] target = result[c];
          for (int i = 0; i < rows; i++) {
            target[i] += factor * source[i];
          }
        }
      }
    }
    return result;
  }

  /** Positions of the columns that are not redundant. */
  public int[] kept() {
    return kept.clone();
  }

  /** Share of each given column's squares that those before it leave. */
  public double ratio(int column) {
    return ratios[column];
  }

  /** The columns kept, by reference. */
  public double[][] columns() {
    return columns;
  }

  /** (X'X)^-1 of the columns kept. */
  public double[][] bread() {
    return Small.symmetric(Small.multiply(inverseFactor, Small.transpose(inverseFactor)));
  }

  /** Coefficients of the columns kept, one array for each right-hand side. */
  public double[][] solve(double[][] outcomes) {
    if (columns.length == 0) {
      return new double[outcomes.length][0];
    }
    double[][] bread = bread();
    double[][] first = Small.transpose(Small.multiply(bread, CrossProducts.of(columns, outcomes)));
    double[][] left = new double[outcomes.length][];
    for (int o = 0; o < outcomes.length; o++) {
      left[o] = residual(outcomes[o], first[o]);
    }
    double[][] correction = Small.transpose(Small.multiply(bread, CrossProducts.of(columns, left)));
    return outcomes.length == 0 ? first : Small.add(first, correction, 1, 1);
  }

  /** Outcome less fitted values. */
  public double[] residual(double[] outcome, double[] coefficients) {
    double[] left = outcome.clone();
    for (int k = 0; k < columns.length; k++) {
      double factor = coefficients[k];
      double[] column = columns[k];
      for (int i = 0; i < left.length; i++) {
        left[i] -= factor * column[i];
      }
    }
    return left;
  }

  /** Residuals of several outcomes. */
  public double[][] residuals(double[][] outcomes) {
    double[][] coefficients = solve(outcomes);
    double[][] left = new double[outcomes.length][];
    for (int o = 0; o < outcomes.length; o++) {
      left[o] = residual(outcomes[o], coefficients[o]);
    }
    return left;
  }
}
