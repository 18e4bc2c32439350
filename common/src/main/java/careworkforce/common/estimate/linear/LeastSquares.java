package careworkforce.common.estimate.linear;

import java.util.ArrayList;
import java.util.List;

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
    double[][] gram = CrossProducts.gram(columns);
    double[] scale = new double[columns.length];
    for (int j = 0; j < scale.length; j++) {
      scale[j] = gram[j][j] > 0 ? 1 / Math.sqrt(gram[j][j]) : 0;
    }
    double[] ratios = new double[columns.length];
    List<Integer> kept = new ArrayList<>();
    double[][] factor = factor(gram, scale, ratios, kept);
    int[] index = kept.stream().mapToInt(Integer::intValue).toArray();
    double[][] chosen = new double[index.length][];
    double worst = 1;
    for (int j = 0; j < index.length; j++) {
      chosen[j] = columns[index[j]];
      worst = Math.min(worst, ratios[index[j]]);
    }
    double[][] inverse = inverseOf(factor, scale, index);
    if (worst < COMFORTABLE) {
      inverse = Small.multiply(inverse, orthonormaliser(chosen, inverse));
    }
    return new LeastSquares(chosen, index, ratios, inverse);
  }

  /** Upper factor by rows over the kept columns of the scaled cross products. */
  private static double[][] factor(
      double[][] gram, double[] scale, double[] ratios, List<Integer> kept) {
    List<double[]> rows = new ArrayList<>();
    for (int j = 0; j < scale.length; j++) {
      double left = scale[j] > 0 ? 1 : 0;
      for (double[] row : rows) {
        left -= row[j] * row[j];
      }
      ratios[j] = Math.max(left, 0);
      if (left <= REDUNDANT) {
        continue;
      }
      double[] fresh = new double[scale.length];
      for (int k = j; k < scale.length; k++) {
        double sum = gram[j][k] * scale[j] * scale[k];
        for (double[] row : rows) {
          sum -= row[j] * row[k];
        }
        fresh[k] = sum / Math.sqrt(left);
      }
      rows.add(fresh);
      kept.add(j);
    }
    return rows.toArray(double[][]::new);
  }

  /** R^-1 with the scaling in it, so that columns times it are orthonormal. */
  private static double[][] inverseOf(double[][] factor, double[] scale, int[] index) {
    int size = index.length;
    double[][] inverse = new double[size][size];
    for (int c = 0; c < size; c++) {
      for (int i = c; i >= 0; i--) {
        double sum = i == c ? 1 : 0;
        for (int k = i + 1; k <= c; k++) {
          sum -= factor[i][index[k]] * inverse[k][c];
        }
        inverse[i][c] = sum / factor[i][index[i]];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < size; c++) {
        inverse[i][c] *= scale[index[i]];
      }
    }
    return inverse;
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
