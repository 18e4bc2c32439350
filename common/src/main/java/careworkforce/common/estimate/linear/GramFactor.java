package careworkforce.common.estimate.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * Cholesky factor of columns' inner products, scaled to a unit diagonal first. Columns are taken in
 * order; one of which less than {@link LeastSquares#REDUNDANT} of the squares is left after those
 * before it is redundant.
 */
public final class GramFactor {
  private final int[] kept;
  private final double[] ratios;
  private final double[][] inverse;

  private GramFactor(int[] kept, double[] ratios, double[][] inverse) {
    this.kept = kept;
    this.ratios = ratios;
    this.inverse = inverse;
  }

  /** Factors a symmetric positive semi-definite matrix, which is left unchanged. */
  public static GramFactor of(double[][] gram) {
    double[] scale = new double[gram.length];
    for (int j = 0; j < scale.length; j++) {
      scale[j] = gram[j][j] > 0 ? 1 / Math.sqrt(gram[j][j]) : 0;
    }
    double[] ratios = new double[gram.length];
    List<Integer> kept = new ArrayList<>();
    double[][] factor = factor(gram, scale, ratios, kept);
    int[] index = kept.stream().mapToInt(Integer::intValue).toArray();
    return new GramFactor(index, ratios, inverseOf(factor, scale, index));
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
      if (left <= LeastSquares.REDUNDANT) {
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

  /** Positions of the columns that are not redundant. */
  public int[] kept() {
    return kept.clone();
  }

  /** Share of a column's squares that those before it leave. */
  public double ratio(int column) {
    return ratios[column];
  }

  /** R^-1 with the scaling in it, so that the kept columns times it are orthonormal. */
  double[][] inverse() {
    return inverse;
  }

  /** Inverse of the kept columns' inner products. */
  public double[][] bread() {
    return Small.symmetric(Small.multiply(inverse, Small.transpose(inverse)));
  }
}
