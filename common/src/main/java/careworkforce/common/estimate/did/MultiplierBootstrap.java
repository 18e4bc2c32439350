package careworkforce.common.estimate.did;

import careworkforce.common.estimate.Distributions;
import careworkforce.common.estimate.data.Levels;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rademacher multiplier bootstrap of estimates with known influences; standard errors from the
 * interquartile range, critical value from the largest |t| (Callaway and Sant'Anna 2021, algorithm
 * 1).
 */
final class MultiplierBootstrap {
  /**
   * What the draws say.
   *
   * @param standardErrors one an estimate
   * @param critical value that the largest |t| stays below with the probability asked for
   */
  record Result(double[] standardErrors, double critical) {}

  private final Levels clusters;
  private final int draws;
  private final long seed;
  private final double level;

  MultiplierBootstrap(Levels clusters, int draws, long seed, double level) {
    this.clusters = clusters;
    this.draws = draws;
    this.seed = seed;
    this.level = level;
  }

  Result run(double[][] influence) {
    double[][] sums = InfluenceAverages.sums(influence, clusters);
    double n = clusters.codes().length;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[influence.length][draws];
    double[] signs = new double[clusters.count()];
    for (int b = 0; b < draws; b++) {
      for (int g = 0; g < signs.length; g++) {
        signs[g] = random.nextBoolean() ? 1 : -1;
      }
      for (int k = 0; k < sums.length; k++) {
        double sum = 0;
        for (int g = 0; g < signs.length; g++) {
          sum += signs[g] * sums[k][g];
        }
        drawn[k][b] = sum / n;
      }
    }
    double width = 2 * Distributions.tQuantile(0.75, Double.POSITIVE_INFINITY);
    double[] errors = new double[sums.length];
    double[] largest = new double[draws];
    for (int k = 0; k < sums.length; k++) {
      double[] sorted = drawn[k].clone();
      Arrays.sort(sorted);
      errors[k] = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / width;
      for (int b = 0; b < draws && errors[k] > 0; b++) {
        largest[b] = Math.max(largest[b], Math.abs(drawn[k][b]) / errors[k]);
      }
    }
    Arrays.sort(largest);
    return new Result(errors, quantile(largest, level));
  }

  /** Smallest value that at least this share of the sorted values do not exceed. */
  private static double quantile(double[] sorted, double share) {
    int at = (int) Math.ceil(share * sorted.length - 1e-9) - 1;
    return sorted[Math.max(0, at)];
  }
}
