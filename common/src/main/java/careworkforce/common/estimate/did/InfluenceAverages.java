package careworkforce.common.estimate.did;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Averages of group-time effects, with the influence of each unit on them. */
final class InfluenceAverages {
  /**
   * An average.
   *
   * @param effect the average
   * @param influence of each unit, times the number of units
   */
  record Average(double effect, double[] influence) {}

  private final double[] cohorts;
  private final double[] weights;
  private final Map<Double, Double> shares = new TreeMap<>();

  InfluenceAverages(double[] cohorts, double[] weights) {
    this.cohorts = cohorts;
    this.weights = weights;
    for (int u = 0; u < cohorts.length; u++) {
      shares.merge(cohorts[u], weights[u] / cohorts.length, Double::sum);
    }
  }

  /** Mean of cells by the share of their cohort among units; the shares' own influence included. */
  Average byShare(List<GroupTimeEffects.Cell> cells) {
    double total = cells.stream().mapToDouble(c -> shares.getOrDefault(c.group(), 0.0)).sum();
    double effect = 0;
    double[] influence = new double[cohorts.length];
    for (GroupTimeEffects.Cell cell : cells) {
      double weight = shares.getOrDefault(cell.group(), 0.0) / total;
      effect += weight * cell.effect();
      add(influence, cell.influence(), weight);
    }
    Map<Double, Double> pull = new TreeMap<>();
    for (GroupTimeEffects.Cell cell : cells) {
      pull.merge(cell.group(), cell.effect() - effect, Double::sum);
    }
    for (int u = 0; u < cohorts.length; u++) {
      influence[u] += weights[u] * pull.getOrDefault(cohorts[u], 0.0) / total;
    }
    return new Average(effect, influence);
  }

  /** Plain mean of averages. */
  static Average plain(List<Average> averages) {
    double[] influence = new double[averages.isEmpty() ? 0 : averages.get(0).influence().length];
    averages.forEach(a -> add(influence, a.influence(), 1.0 / averages.size()));
    return new Average(
        averages.stream().mapToDouble(Average::effect).average().orElse(Double.NaN), influence);
  }

  private static void add(double[] into, double[] from, double factor) {
    for (int i = 0; i < into.length; i++) {
      into[i] += factor * from[i];
    }
  }

  /** Variance of estimates with these influences, summed by cluster. */
  static double[][] variance(double[][] influence, Levels clusters) {
    double n = clusters.codes().length;
    return Small.scale(CrossProducts.gram(sums(influence, clusters)), 1 / (n * n));
  }

  /** Influences summed by cluster. */
  static double[][] sums(double[][] influence, Levels clusters) {
    return Arrays.stream(influence)
        .map(
            psi -> {
              double[] sums = new double[clusters.count()];
              for (int u = 0; u < psi.length; u++) {
                sums[clusters.codes()[u]] += psi[u];
              }
              return sums;
            })
        .toArray(double[][]::new);
  }
}
