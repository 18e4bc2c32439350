package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.function.DoubleUnaryOperator;

/**
 * Test of one coefficient against draws of its t under the null, and the set of values that the
 * test does not reject.
 */
final class WildClusterBootstrap {
  private static final double TIE = 1e-9;

  private final WildDraws draws;
  private final NullStatistics drawn;
  private final DoubleUnaryOperator sample;
  private final long placed;

  /**
   * A test.
   *
   * @param drawn statistics of the draws under any value
   * @param sample t of the sample under any value
   * @param placed hash of which row lies in which cluster
   */
  WildClusterBootstrap(
      WildDraws draws, NullStatistics drawn, DoubleUnaryOperator sample, long placed) {
    this.draws = draws;
    this.drawn = drawn;
    this.sample = sample;
    this.placed = placed;
  }

  /**
   * Tests that the coefficient is a value, and finds the values around the estimate not rejected at
   * the level.
   */
  WildBootstrap test(
      String name, double nullValue, double estimate, double standardError, double level) {
    double statistic = sample.applyAsDouble(nullValue);
    DoubleUnaryOperator p = r -> share(drawn.at(r), Math.abs(sample.applyAsDouble(r)) * (1 + TIE));
    double low = edge(p, estimate, -standardError, 1 - level);
    double high = edge(p, estimate, standardError, 1 - level);
    double[] statistics = drawn.at(nullValue);
    return new WildBootstrap(
        name,
        nullValue,
        statistic,
        share(statistics, Math.abs(statistic) * (1 + TIE)),
        share(statistics, Math.abs(statistic) * (1 - TIE)),
        statistics.length,
        draws.exhaustive(),
        draws.kind(),
        low,
        high,
        statistics,
        placed);
  }

  /** Share of draws beyond a bound. */
  private static double share(double[] statistics, double bound) {
    int beyond = 0;
    for (double statistic : statistics) {
      beyond += statistic > bound ? 1 : 0;
    }
    return (double) beyond / statistics.length;
  }

  private static double edge(DoubleUnaryOperator p, double estimate, double step, double size) {
    double inside = 0;
    double outside = 1;
    while (p.applyAsDouble(estimate + outside * step) > size) {
      inside = outside;
      outside *= 2;
      if (outside > 1e4) {
        return step < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
    }
    for (int round = 0; round < 50; round++) {
      double middle = (inside + outside) / 2;
      if (p.applyAsDouble(estimate + middle * step) > size) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return estimate + (inside + outside) / 2 * step;
  }
}
