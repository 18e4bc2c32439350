package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.ClusterSums;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Wild cluster restricted bootstrap of one coefficient (Cameron, Gelbach and Miller 2008; Roodman
 * and others 2019).
 *
 * <p>Residuals under the null, a - r b, are multiplied by one random weight a cluster. A draw's t
 * needs only vectors and a matrix over clusters, both linear in the null value r: its numerator is
 * the sum of weights times cluster scores, its cluster scores are the matrix times the weights.
 */
final class WildClusterBootstrap {
  private static final double TIE = 1e-9;
  private static final double[] WEBB = {
    -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)
  };

  private final Prepared prepared;
  private final Levels clusters;
  private final double factor;
  private final double[] zeroScores;
  private final double[] slopeScores;
  private final double[][] zeroSpread;
  private final double[][] slopeSpread;
  private final double[][] draws;
  private final boolean exhaustive;
  private final String kind;

  /**
   * Prepares the test of one regressor.
   *
   * @param coefficient position among the solved regressors
   * @param factor that multiplies the cluster variance
   * @param kind rademacher or webb
   */
  WildClusterBootstrap(
      Prepared prepared,
      Solved solved,
      Levels clusters,
      int coefficient,
      double factor,
      int draws,
      String kind,
      long seed) {
    this.prepared = prepared;
    this.clusters = clusters;
    this.factor = factor;
    this.kind = kind;
    int groups = clusters.count();
    this.exhaustive = kind.equals("rademacher") && groups < 31 && 1L << groups <= draws;
    this.draws = exhaustive ? all(groups) : random(groups, draws, kind, seed);
    double[][] others = new double[solved.design().length - 1][];
    for (int c = 0, next = 0; c < solved.design().length; c++) {
      if (c != coefficient) {
        others[next++] = solved.design()[c];
      }
    }
    LeastSquares restricted = LeastSquares.of(others);
    double[][] left =
        restricted.residuals(new double[][] {prepared.outcome, solved.design()[coefficient]});
    double[] along = left[1].clone();
    double square = CrossProducts.dot(along, along);
    for (int i = 0; i < along.length; i++) {
      along[i] /= square;
    }
    double[][] one = {along};
    zeroScores = ClusterSums.of(one, left[0], clusters)[0];
    slopeScores = ClusterSums.of(one, left[1], clusters)[0];
    zeroSpread = spread(solved, along, left[0], zeroScores);
    slopeSpread = spread(solved, along, left[1], slopeScores);
  }

  /**
   * Scores of cluster g that weight 1 on cluster h alone would give, effects and regressors taken
   * out.
   */
  private double[][] spread(Solved solved, double[] along, double[] residual, double[] own) {
    int groups = clusters.count();
    double[][] within = Small.transpose(ClusterSums.of(solved.design(), along, clusters));
    double[][] scores = ClusterSums.of(solved.design(), residual, clusters);
    double[][] explained = Small.multiply(Small.multiply(within, solved.bread()), scores);
    double[][] spread = new double[groups][groups];
    for (int g = 0; g < groups; g++) {
      spread[g][g] = own[g];
    }
    boolean reach = false;
    for (Effect effect : prepared.design.effects()) {
      reach |= !FewClusters.nested(effect, clusters);
    }
    if (reach) {
      spread = reaching(along, residual);
    }
    return Small.add(spread, explained, 1, -1);
  }

  /** Effects that reach across clusters must be taken out of each cluster's residuals anew. */
  private double[][] reaching(double[] along, double[] residual) {
    int groups = clusters.count();
    int rows = prepared.rows();
    double[][] spread = new double[groups][groups];
    for (int h = 0; h < groups; h++) {
      double[] only = new double[rows];
      for (int i = 0; i < rows; i++) {
        only[i] = clusters.codes()[i] == h ? residual[i] : 0;
      }
      double[] left = prepared.project(new double[][] {only})[0];
      double[] sums = ClusterSums.of(new double[][] {along}, left, clusters)[0];
      for (int g = 0; g < groups; g++) {
        spread[g][h] = sums[g];
      }
    }
    return spread;
  }

  private static double[][] all(int groups) {
    double[][] signs = new double[1 << groups][groups];
    for (int draw = 0; draw < signs.length; draw++) {
      for (int g = 0; g < groups; g++) {
        signs[draw][g] = (draw >> g & 1) == 0 ? 1 : -1;
      }
    }
    return signs;
  }

  private static double[][] random(int groups, int draws, String kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weights = new double[draws][groups];
    for (double[] draw : weights) {
      for (int g = 0; g < groups; g++) {
        draw[g] = kind.equals("webb") ? WEBB[random.nextInt(6)] : random.nextBoolean() ? 1 : -1;
      }
    }
    return weights;
  }

  /** Tests that the coefficient is a value, and finds the values not rejected at the level. */
  WildBootstrap test(
      String name, double nullValue, double estimate, double standardError, double level) {
    double statistic = (estimate - nullValue) / standardError;
    DoubleUnaryOperator p = r -> share(r, Math.abs(estimate - r) / standardError, 1 + TIE);
    double low = edge(p, estimate, -standardError, 1 - level);
    double high = edge(p, estimate, standardError, 1 - level);
    return new WildBootstrap(
        name,
        nullValue,
        statistic,
        share(nullValue, Math.abs(statistic), 1 + TIE),
        share(nullValue, Math.abs(statistic), 1 - TIE),
        draws.length,
        exhaustive,
        kind,
        low,
        high,
        statistics(nullValue));
  }

  /** Share of draws with |t*| beyond |t| times a factor just above or below 1. */
  private double share(double r, double t, double tie) {
    int beyond = 0;
    for (double statistic : statistics(r)) {
      beyond += statistic > t * tie ? 1 : 0;
    }
    return (double) beyond / draws.length;
  }

  /** |t*| of each draw when the coefficient is r. */
  private double[] statistics(double r) {
    int groups = clusters.count();
    double[] scores = new double[groups];
    double[][] spread = Small.add(zeroSpread, slopeSpread, 1, -r);
    for (int g = 0; g < groups; g++) {
      scores[g] = zeroScores[g] - r * slopeScores[g];
    }
    double[] statistics = new double[draws.length];
    for (int d = 0; d < draws.length; d++) {
      double[] draw = draws[d];
      double numerator = 0;
      double variance = 0;
      for (int g = 0; g < groups; g++) {
        numerator += draw[g] * scores[g];
        double score = 0;
        for (int h = 0; h < groups; h++) {
          score += spread[g][h] * draw[h];
        }
        variance += score * score;
      }
      statistics[d] = Math.abs(numerator) / Math.sqrt(factor * variance);
    }
    return statistics;
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
