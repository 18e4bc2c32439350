package careworkforce.common.estimate.linear;

/**
 * The wild restricted efficient bootstrap of the coefficient of one instrumented regressor
 * (Davidson and MacKinnon 2010; by clusters, Roodman, MacKinnon, Nielsen and Webb 2019).
 *
 * <p>Under the null value r the structural residual is u = y - r d; the first stage is that of d on
 * instruments and u, which is efficient under the null. Outcome and regressor are made anew of u
 * and of the first stage's residual, both multiplied by one random weight a cluster, and the t that
 * r is the coefficient is taken of two-stage least squares on them. All columns are net of
 * exogenous regressors and effects. A cluster's scores are a line in few numbers whatever r is, so
 * that a draw is kept as the sums and inner products of their parts over clusters.
 */
final class InstrumentedNull implements NullStatistics {
  private final InstrumentSpread of;
  private final double factor;
  private final Parts[] drawn;

  /**
   * Prepares the only instrumented regressor.
   *
   * @param factor that multiplies the cluster variance
   */
  InstrumentedNull(InstrumentSpread of, double factor, WildDraws draws) {
    this.of = of;
    this.factor = factor;
    this.drawn = new Parts[draws.weights().length];
    for (int draw = 0; draw < drawn.length; draw++) {
      drawn[draw] = Parts.of(columns(draws.weights()[draw]));
    }
  }

  /**
   * The parts of cluster sums with each instrument in turn: of the residual drawn, of the regressor
   * drawn, and for each instrument what its own adds where it stays as it is.
   */
  private double[][] columns(double[] weights) {
    int instruments = of.instruments();
    int each = 2 + instruments;
    double[][] columns = new double[instruments * each][];
    for (int l = 0; l < instruments; l++) {
      for (int part = 0; part < each; part++) {
        double[] column = Small.multiply(of.spread()[l][part], weights);
        for (int g = 0; part > 1 && g < weights.length; g++) {
          column[g] = of.own()[l][part - 2][g] - column[g];
        }
        columns[l * each + part] = column;
      }
    }
    return columns;
  }

  @Override
  public double[] at(double value) {
    double s = of.estimate() - value;
    double[] first = of.stage().at(s);
    double[] statistics = new double[drawn.length];
    for (int d = 0; d < statistics.length; d++) {
      statistics[d] = statistic(drawn[d], s, first);
    }
    return statistics;
  }

  /** |t| that the coefficient is the null value, of one draw. */
  private double statistic(Parts draw, double s, double[] first) {
    int instruments = first.length;
    int each = 2 + instruments;
    double[] left = new double[instruments];
    double[] regressor = new double[instruments];
    for (int l = 0; l < instruments; l++) {
      left[l] = draw.sums[l * each] + s * draw.sums[l * each + 1];
      regressor[l] = draw.sums[l * each + 1];
      for (int m = 0; m < instruments; m++) {
        regressor[l] += first[m] * draw.sums[l * each + 2 + m];
      }
    }
    double[] projection = of.stage().project(regressor);
    double numerator = Small.dot(projection, left);
    double off = numerator / Small.dot(projection, regressor);
    double[] line = new double[instruments * each];
    for (int l = 0; l < instruments; l++) {
      line[l * each] = projection[l];
      line[l * each + 1] = projection[l] * (s - off);
      for (int m = 0; m < instruments; m++) {
        line[l * each + 2 + m] = -projection[l] * off * first[m];
      }
    }
    return Math.abs(numerator) / Math.sqrt(factor * draw.square(line));
  }

  /** Columns over clusters as their sums and the lower half of their inner products. */
  private record Parts(double[] sums, double[] products) {
    static Parts of(double[][] columns) {
      int count = columns.length;
      double[] sums = new double[count];
      double[] products = new double[count * (count + 1) / 2];
      for (int a = 0, at = 0; a < count; a++) {
        for (double value : columns[a]) {
          sums[a] += value;
        }
        for (int b = 0; b <= a; b++, at++) {
          products[at] = (a == b ? 1 : 2) * Small.dot(columns[a], columns[b]);
        }
      }
      return new Parts(sums, products);
    }

    /** Square of a linear combination of the columns. */
    double square(double[] line) {
      double sum = 0;
      for (int a = 0, at = 0; a < line.length; a++) {
        for (int b = 0; b <= a; b++, at++) {
          sum += line[a] * line[b] * products[at];
        }
      }
      return Math.max(0, sum);
    }
  }
}
