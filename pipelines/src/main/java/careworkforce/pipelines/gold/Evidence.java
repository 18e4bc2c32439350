package careworkforce.pipelines.gold;

import careworkforce.common.estimate.Fit;

/**
 * What an estimate stands on.
 *
 * @param observations before any were counted together
 * @param clusters of the variance; 0 without
 * @param variance its kind
 * @param formula the model as fitted
 */
public record Evidence(long observations, long clusters, String variance, String formula) {

  /** That of a fit whose rows are observations. */
  public static Evidence of(Fit fit) {
    return of(fit, fit.sample().rows());
  }

  /** That of a fit whose rows stand for so many observations together. */
  public static Evidence of(Fit fit, long observations) {
    return new Evidence(observations, clusters(fit), FewClusters.variance(fit), fit.formula());
  }

  /** That of a fit whose weights count the observations that each row stands for. */
  public static Evidence ofCounts(Fit fit) {
    return of(fit, Math.round(fit.sample().weight()));
  }

  /** That of an estimate made of a fit's, with errors made of its sandwich. */
  public static Evidence ofSandwich(Fit fit, long observations) {
    return new Evidence(observations, clusters(fit), fit.variance().type(), fit.formula());
  }

  /** The same, with the weights told that the model was fitted with. */
  public Evidence weightedBy(String weights) {
    return new Evidence(observations, clusters, variance, formula + ", weighted by " + weights);
  }

  /** Clusters of a fit: the fewest, where it has several clusterings. */
  public static long clusters(Fit fit) {
    return fit.variance().clusters().values().stream().mapToLong(n -> n).min().orElse(0);
  }
}
