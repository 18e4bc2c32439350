package careworkforce.common.estimate.linear;

import java.util.Arrays;

/**
 * The wild cluster restricted bootstrap of Anderson and Rubin's test with one instrument: that it
 * has no part in y - r d (Davidson and MacKinnon 2010; Roodman, MacKinnon, Nielsen and Webb 2019).
 * It asks nothing of the first stage, however weak.
 */
final class AndersonRubinNull implements NullStatistics {
  private final double estimate;
  private final Ratios ratios;
  private final int draws;

  /**
   * Prepares the only instrument of the only instrumented regressor.
   *
   * @param factor that multiplies the cluster variance
   */
  AndersonRubinNull(InstrumentSpread of, double factor, WildDraws draws) {
    this.estimate = of.estimate();
    this.draws = draws.weights().length;
    this.ratios = new Ratios(this.draws + 1, factor);
    for (int d = 0; d < this.draws; d++) {
      set(d, of, draws.weights()[d]);
    }
    double[] asItIs = new double[of.own()[0][0].length];
    Arrays.fill(asItIs, 1);
    set(this.draws, of, asItIs);
  }

  private void set(int draw, InstrumentSpread of, double[] weights) {
    double[] own = of.own()[0][0];
    double[] residual = Small.multiply(of.spread()[0][0], weights);
    double[] regressor = Small.multiply(of.spread()[0][1], weights);
    double[] line = {Arrays.stream(residual).sum(), Arrays.stream(regressor).sum()};
    double square = Arrays.stream(own).sum();
    for (int g = 0; g < own.length; g++) {
      residual[g] -= own[g] / square * line[0];
      regressor[g] -= own[g] / square * line[1];
    }
    ratios.set(draw, line, residual, regressor);
  }

  /** |t| of the sample. */
  double sample(double value) {
    return ratios.at(draws, estimate - value);
  }

  @Override
  public double[] at(double value) {
    return ratios.first(draws, estimate - value);
  }
}
