package careworkforce.common.estimate.linear;

/**
 * Draws of |t| of a sum of cluster scores {@code u = ψ + (θ - r) m}: the sum of {@code w u} over
 * its own standard error. Both are polynomials of the value tested, whose coefficients are summed
 * once a draw.
 */
final class NullScores implements NullStatistics {
  private final double estimate;
  private final double factor;
  private final double squaredShares;
  private final double[][] sums;

  NullScores(ClusterScores of, double estimate, WildDraws draws) {
    double[] psi = of.influences();
    double[] m = of.shares();
    this.estimate = estimate;
    this.factor = psi.length / (psi.length - 1.0);
    this.squaredShares = Small.dot(m, m);
    this.sums = new double[draws.weights().length][];
    for (int d = 0; d < sums.length; d++) {
      sums[d] = sums(draws.weights()[d], psi, m);
    }
  }

  /** Sums of wψ, wm, wψm, wm², w²ψ², w²ψm and w²m². */
  private static double[] sums(double[] weights, double[] psi, double[] m) {
    double[] sums = new double[7];
    for (int g = 0; g < psi.length; g++) {
      double ofPsi = weights[g] * psi[g];
      double ofShare = weights[g] * m[g];
      sums[0] += ofPsi;
      sums[1] += ofShare;
      sums[2] += ofPsi * m[g];
      sums[3] += ofShare * m[g];
      sums[4] += ofPsi * ofPsi;
      sums[5] += ofPsi * ofShare;
      sums[6] += ofShare * ofShare;
    }
    return sums;
  }

  @Override
  public double[] at(double value) {
    double away = estimate - value;
    double[] statistics = new double[sums.length];
    for (int d = 0; d < statistics.length; d++) {
      double[] s = sums[d];
      double change = s[0] + away * s[1];
      double along = s[2] + away * s[3];
      double squares = s[4] + away * (2 * s[5] + away * s[6]);
      double variance = squares + change * (change * squaredShares - 2 * along);
      statistics[d] = Math.abs(change) / Math.sqrt(factor * Math.max(0, variance));
    }
    return statistics;
  }
}
