package careworkforce.common.estimate.dense;

import java.util.Arrays;

/** Variance of an estimator from its bread (inverse Hessian) and its scores, one column a term. */
public final class Sandwich {

  private Sandwich() {}

  /** Scores {@code w e x}: one column for each column of the design. */
  public static double[][] scores(double[][] x, double[] weights, double[] residuals) {
    double[][] scores = new double[x.length][residuals.length];
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < residuals.length; i++) {
        scores[j][i] = weights[i] * residuals[i] * x[j][i];
      }
    }
    return scores;
  }

  /** {@code B M B} with {@code M = sum_i s_i s_i'}. */
  public static double[][] robust(double[][] bread, double[][] scores) {
    double[] ones = new double[scores.length == 0 ? 0 : scores[0].length];
    Arrays.fill(ones, 1);
    return around(bread, Symmetric.cross(scores, ones, scores));
  }

  /** {@code B M B} with {@code M} from the scores summed within clusters 0, 1, 2 … */
  public static double[][] cluster(double[][] bread, double[][] scores, int[] cluster) {
    return robust(bread, sums(scores, cluster));
  }

  /** Scores summed within clusters. */
  public static double[][] sums(double[][] scores, int[] cluster) {
    int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
    double[][] sums = new double[scores.length][clusters];
    for (int j = 0; j < scores.length; j++) {
      for (int i = 0; i < cluster.length; i++) {
        sums[j][cluster[i]] += scores[j][i];
      }
    }
    return sums;
  }

  /** {@code B M B}. */
  public static double[][] around(double[][] bread, double[][] meat) {
    return Symmetric.times(Symmetric.times(bread, meat), bread);
  }

  /** The matrix times a number. */
  public static double[][] scaled(double[][] matrix, double factor) {
    double[][] scaled = new double[matrix.length][];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Arrays.stream(matrix[i]).map(v -> v * factor).toArray();
    }
    return scaled;
  }

  /** Square roots of the diagonal. */
  public static double[] standardErrors(double[][] variance) {
    double[] se = new double[variance.length];
    for (int i = 0; i < se.length; i++) {
      se[i] = Math.sqrt(variance[i][i]);
    }
    return se;
  }
}
