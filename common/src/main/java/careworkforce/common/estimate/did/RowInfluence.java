package careworkforce.common.estimate.did;

import careworkforce.common.estimate.linear.Small;

/** Influence of rows on a fitted line, taken along a direction of its coefficients. */
final class RowInfluence {
  private RowInfluence() {}

  /**
   * For each row i, score_i x_i' bread sum_j(v_j x_j): its influence, times the number of rows, on
   * the mean over rows of v times the fitted line.
   */
  static double[] along(double[][] covariates, double[][] bread, double[] scores, double[] values) {
    double[] direction = new double[covariates.length];
    for (int c = 0; c < direction.length; c++) {
      for (int i = 0; i < values.length; i++) {
        direction[c] += covariates[c][i] * values[i];
      }
    }
    double[] solved = Small.multiply(bread, direction);
    double[] result = new double[scores.length];
    for (int i = 0; i < result.length; i++) {
      double line = 0;
      for (int c = 0; c < solved.length; c++) {
        line += covariates[c][i] * solved[c];
      }
      result[i] = scores[i] * line;
    }
    return result;
  }
}
