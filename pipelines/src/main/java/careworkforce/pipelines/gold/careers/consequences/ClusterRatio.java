package careworkforce.pipelines.gold.careers.consequences;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.linear.ClusterScores;

/**
 * A mean over units of which each cluster holds some: the sum of influences over the sum of counts,
 * with the variance of a ratio of cluster sums, {@code G/(G-1) Σ(a - b n)² / (Σn)²}, and t of G - 1
 * degrees.
 *
 * @param mean with its inference
 * @param scores what each cluster adds to it
 */
record ClusterRatio(Coefficient mean, ClusterScores scores) {
  /**
   * Of clusters, at least two.
   *
   * @param sums of influences
   * @param counts of units whose mean it is; a cluster may have none
   */
  static ClusterRatio of(String name, double[] sums, double[] counts) {
    double sum = 0;
    double count = 0;
    for (int g = 0; g < sums.length; g++) {
      sum += sums[g];
      count += counts[g];
    }
    double mean = sum / count;
    double[] influences = new double[sums.length];
    double[] shares = new double[sums.length];
    double squares = 0;
    for (int g = 0; g < sums.length; g++) {
      influences[g] = (sums[g] - mean * counts[g]) / count;
      shares[g] = counts[g] / count;
      squares += influences[g] * influences[g];
    }
    double error = Math.sqrt(squares * sums.length / (sums.length - 1.0));
    return new ClusterRatio(
        Coefficient.of(name, mean, error, sums.length - 1.0, Coefficient.LEVEL),
        new ClusterScores(influences, shares));
  }

  int clusters() {
    return scores.influences().length;
  }
}
