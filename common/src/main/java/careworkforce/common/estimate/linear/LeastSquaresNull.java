package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
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
  private final Ratios ratios;
  private final int draws;

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
    this.draws = draws.weights().length;
    this.ratios = new Ratios(this.draws, factor);
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
    for (int d = 0; d < this.draws; d++) {
      double[] weights = draws.weights()[d];
      double[] line = {Small.dot(weights, scores[0]), Small.dot(weights, scores[1])};
      ratios.set(d, line, Small.multiply(spread[0], weights), Small.multiply(spread[1], weights));
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
    return ratios.first(draws, estimate - value);
  }
}
