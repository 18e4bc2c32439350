package careworkforce.common.estimate.decompose;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.ClusterSums;
import java.util.Arrays;

/**
 * What each cluster adds to one group's estimates: the influences of its rows, summed. Clusters are
 * numbered over both groups, so that those of one cluster may be added up.
 *
 * @param coefficients one array over clusters for each coefficient, {@code (X'WX)⁻¹ x w e}
 * @param means one for each mean of a regressor, {@code w (x - x̄) / Σw}
 * @param held whether a cluster has rows of this group
 * @param weights of a cluster's rows of this group, summed
 */
record ClusterInfluence(
    double[][] coefficients, double[][] means, boolean[] held, double[] weights) {
  /**
   * Of a regression.
   *
   * @param weighted columns times weights, constant first
   * @param residuals of the outcome
   * @param bread inverse of the weighted cross products
   * @param columnMeans of the regressors
   * @param total sum of weights
   * @param clusters of the rows, numbered over both groups
   */
  static ClusterInfluence of(
      double[][] weighted,
      double[] residuals,
      double[][] bread,
      double[] columnMeans,
      double total,
      Levels clusters) {
    double[] ones = new double[residuals.length];
    Arrays.fill(ones, 1);
    double[][] sums = ClusterSums.of(weighted, ones, clusters);
    double[][] means = new double[sums.length][clusters.count()];
    for (int c = 0; c < means.length; c++) {
      for (int g = 0; g < clusters.count(); g++) {
        means[c][g] = (sums[c][g] - columnMeans[c] * sums[0][g]) / total;
      }
    }
    boolean[] held = new boolean[clusters.count()];
    Arrays.stream(clusters.codes()).forEach(cluster -> held[cluster] = true);
    return new ClusterInfluence(
        Small.multiply(bread, ClusterSums.of(weighted, residuals, clusters)), means, held, sums[0]);
  }

  /** Adds each cluster's influence on a number with these derivatives. */
  void addTo(double[] influence, double[] byCoefficients, double[] byMeans, boolean fixed) {
    for (int g = 0; g < influence.length; g++) {
      for (int c = 0; c < byMeans.length; c++) {
        influence[g] += byCoefficients[c] * coefficients[c][g];
        influence[g] += fixed ? 0 : byMeans[c] * means[c][g];
      }
    }
  }
}
