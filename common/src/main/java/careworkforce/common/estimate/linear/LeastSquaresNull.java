package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.ClusterSums;

/**
 * The wild cluster restricted bootstrap of a least-squares coefficient (Cameron, Gelbach and Miller
 * 2008; Roodman and others 2019): residuals under the null are multiplied by one random weight a
 * cluster. They are e + s x, e the residual, x the regressor net of the others, and s the estimate
 * less the null value; so that a draw's t is a line over the root of a parabola in s, worked out
 * once.
 */
final class LeastSquaresNull implements NullStatistics {
  private final double estimate;
  private final double factor;
  private final double[][] lines;
  private final double[][] parabolas;

  /**
   * Prepares one regressor.
   *
   * @param coefficient position among the solved regressors
   * @param factor that multiplies the cluster variance
   */
  LeastSquaresNull(
      Prepared prepared,
      Solved solved,
      Levels clusters,
      int coefficient,
      double factor,
      WildDraws draws) {
    this.estimate = solved.coefficients()[coefficient];
    this.factor = factor;
    double[] net = net(solved.design(), coefficient);
    double square = CrossProducts.dot(net, net);
    double[] along = net.clone();
    for (int i = 0; i < along.length; i++) {
      along[i] /= square;
    }
    double[][] scores = ClusterSums.of(new double[][] {solved.residuals(), net}, along, clusters);
    double[][][] spread =
        new ClusterCrossings(prepared, clusters, solved.design(), solved.bread())
            .of(along, solved.residuals(), net);
    int count = draws.weights().length;
    lines = new double[count][2];
    parabolas = new double[count][3];
    for (int d = 0; d < count; d++) {
      double[] weights = draws.weights()[d];
      double[] e = Small.multiply(spread[0], weights);
      double[] x = Small.multiply(spread[1], weights);
      for (int g = 0; g < weights.length; g++) {
        lines[d][0] += weights[g] * scores[0][g];
        lines[d][1] += weights[g] * scores[1][g];
        parabolas[d][0] += e[g] * e[g];
        parabolas[d][1] += 2 * e[g] * x[g];
        parabolas[d][2] += x[g] * x[g];
      }
    }
  }

  private static double[] net(double[][] design, int coefficient) {
    double[][] others = new double[design.length - 1][];
    for (int c = 0, next = 0; c < design.length; c++) {
      if (c != coefficient) {
        others[next++] = design[c];
      }
    }
    return LeastSquares.of(others).residuals(new double[][] {design[coefficient]})[0];
  }

  @Override
  public double[] at(double value) {
    double s = estimate - value;
    double[] statistics = new double[lines.length];
    for (int d = 0; d < statistics.length; d++) {
      double variance = parabolas[d][0] + s * (parabolas[d][1] + s * parabolas[d][2]);
      statistics[d] =
          Math.abs(lines[d][0] + s * lines[d][1]) / Math.sqrt(factor * Math.max(0, variance));
    }
    return statistics;
  }
}
