package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.variance.WildBootstrap;

/**
 * What each cluster adds to an estimate whose variance is {@code G/(G-1) Σψ²}: its wild cluster
 * bootstrap draws signs of the clusters' scores (Kline and Santos 2012) in a world where the
 * estimate has the value tested. There each cluster's score is {@code ψ + (θ - r) m}, as it is,
 * without any approximation, of a mean of rows, and of the gap between the means of two groups.
 * Draws of a mean are then those of its regression; of a gap they are so but for their variance,
 * for which what a draw changes is taken off by {@code m}, not from either group's own mean.
 *
 * @param influences ψ of each cluster on the estimate, which sum to nought
 * @param shares m of each cluster, which sum to one: of a mean, its part of the rows; of a gap, its
 *     part of either group, each times the other group's part of all rows
 */
public record ClusterScores(double[] influences, double[] shares) {
  /**
   * Tests that an estimate is nought, and finds the values around it not rejected at a level.
   *
   * @param of the estimate with its standard error
   * @param weights rademacher or webb
   */
  public WildBootstrap bootstrap(
      Coefficient of, int draws, String weights, long seed, double level) {
    WildDraws drawn = WildDraws.of(influences.length, draws, weights, seed);
    NullScores scores = new NullScores(this, of.estimate(), drawn);
    return new WildClusterBootstrap(
            drawn, scores, r -> (of.estimate() - r) / of.standardError(), influences.length)
        .test(of.name(), 0, of.estimate(), of.standardError(), level);
  }
}
