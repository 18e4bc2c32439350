package careworkforce.common.estimate.linear;

/**
 * |t| of draws as functions of how far the null value is from the estimate: a line over the root of
 * a parabola, which is the sum of squares of clusters' lines.
 */
final class Ratios {
  private final double factor;
  private final double[][] lines;
  private final double[][] parabolas;

  /**
   * Of so many draws.
   *
   * @param factor that multiplies the cluster variance
   */
  Ratios(int draws, double factor) {
    this.factor = factor;
    this.lines = new double[draws][];
    this.parabolas = new double[draws][3];
  }

  /**
   * Sets a draw.
   *
   * @param line numerator at no distance, and what a unit of it adds
   * @param at scores of clusters at no distance
   * @param more what a unit of distance adds to each
   */
  void set(int draw, double[] line, double[] at, double[] more) {
    lines[draw] = line;
    for (int g = 0; g < at.length; g++) {
      parabolas[draw][0] += at[g] * at[g];
      parabolas[draw][1] += 2 * at[g] * more[g];
      parabolas[draw][2] += more[g] * more[g];
    }
  }

  /** |t| of the first so many draws at a distance. */
  double[] first(int draws, double distance) {
    double[] statistics = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      statistics[draw] = at(draw, distance);
    }
    return statistics;
  }

  /** |t| of a draw at a distance. */
  double at(int draw, double distance) {
    double[] parabola = parabolas[draw];
    double variance = parabola[0] + distance * (parabola[1] + distance * parabola[2]);
    double numerator = lines[draw][0] + distance * lines[draw][1];
    return Math.abs(numerator) / Math.sqrt(factor * Math.max(0, variance));
  }
}
