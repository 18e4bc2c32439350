package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Bayesian bootstrap over travel-to-work areas (Rubin 1981): every area has a weight drawn from
 * the exponential distribution with mean one, the same in both steps, so that the error of the
 * first step is in that of the second. Weights are drawn in the order of area codes from a fixed
 * seed.
 */
final class AreaBootstrap {
  private static final long SEED = 6_17;
  private static final double TAIL = 0.025;

  private final TreeSet<String> areas;
  private final SplittableRandom random = new SplittableRandom(SEED);

  /** Over the areas of a sample. */
  AreaBootstrap(Frame sample) {
    areas = new TreeSet<>(Arrays.asList(words(sample)));
  }

  /** The next draw: a weight for each area. */
  Map<String, Double> draw() {
    Map<String, Double> weights = new TreeMap<>();
    for (String area : areas) {
      weights.put(area, -Math.log1p(-random.nextDouble()));
    }
    return weights;
  }

  /** Inference from draws: their standard deviation, and the interval between their tails. */
  static Coefficient coefficient(String name, double estimate, double... drawn) {
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double squares = Arrays.stream(sorted).map(d -> (d - mean) * (d - mean)).sum();
    double error = Math.sqrt(squares / (sorted.length - 1));
    Coefficient normal =
        Coefficient.of(name, estimate, error, Double.POSITIVE_INFINITY, 1 - 2 * TAIL);
    return new Coefficient(
        name,
        estimate,
        error,
        normal.statistic(),
        normal.pValue(),
        quantile(sorted, TAIL),
        quantile(sorted, 1 - TAIL));
  }

  /** Linear between order statistics, of which the first is quantile 0 and the last 1. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static String[] words(Frame sample) {
    Column.Codes codes = sample.column(CarePanel.TTWA).codes();
    return Arrays.stream(codes.values()).mapToObj(codes.levels()::get).toArray(String[]::new);
  }
}
