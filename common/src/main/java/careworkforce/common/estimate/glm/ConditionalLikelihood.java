package careworkforce.common.estimate.glm;

/**
 * The exact conditional likelihood of one stratum: the probability that, of its n rows, just the k
 * with an event have it, given that k have. The sum over all choices of k rows, with its first and
 * second derivatives, comes from the recursion over rows of M. Gail, J. Lubin and L. Rubinstein
 * (1981), Biometrika 68, in n times k steps.
 */
final class ConditionalLikelihood {
  private static final double LARGE = 1e200;

  private final int width;
  final double[] gradient;
  final double[][] information;
  double logLikelihood;

  ConditionalLikelihood(int width) {
    this.width = width;
    this.gradient = new double[width];
    this.information = new double[width][width];
  }

  /**
   * Adds a stratum.
   *
   * @param rows of the stratum
   * @param x regressors, one array a column
   * @param index linear index of each row
   * @param outcome 0 or 1
   */
  void add(int[] rows, double[][] x, double[] index, double[] outcome) {
    int events = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      events += outcome[row] > 0 ? 1 : 0;
      highest = Math.max(highest, index[row]);
    }
    double[] sums = new double[events + 1];
    double[][] first = new double[events + 1][width];
    double[][] second = new double[events + 1][width * width];
    sums[0] = 1;
    double logScale = 0;
    for (int m = 0; m < rows.length; m++) {
      double odds = Math.exp(index[rows[m]] - highest);
      for (int j = Math.min(m + 1, events); j > 0; j--) {
        take(sums, first, second, j, odds, x, rows[m]);
      }
      logScale += rescaled(sums, first, second);
    }
    double total = sums[events];
    logLikelihood -= Math.log(total) + logScale + events * highest;
    for (int row : rows) {
      logLikelihood += outcome[row] > 0 ? index[row] : 0;
      for (int a = 0; a < width; a++) {
        gradient[a] += outcome[row] > 0 ? x[a][row] : 0;
      }
    }
    for (int a = 0; a < width; a++) {
      gradient[a] -= first[events][a] / total;
      for (int b = 0; b < width; b++) {
        information[a][b] +=
            second[events][a * width + b] / total
                - first[events][a] / total * (first[events][b] / total);
      }
    }
  }

  /** Sums over choices of j rows, now that one more row may be among them. */
  private void take(
      double[] sums,
      double[][] first,
      double[][] second,
      int j,
      double odds,
      double[][] x,
      int row) {
    for (int a = 0; a < width; a++) {
      double xa = x[a][row];
      for (int b = 0; b < width; b++) {
        double xb = x[b][row];
        second[j][a * width + b] +=
            odds
                * (second[j - 1][a * width + b]
                    + xa * first[j - 1][b]
                    + first[j - 1][a] * xb
                    + xa * xb * sums[j - 1]);
      }
    }
    for (int a = 0; a < width; a++) {
      first[j][a] += odds * (first[j - 1][a] + x[a][row] * sums[j - 1]);
    }
    sums[j] += odds * sums[j - 1];
  }

  /** Brings sums back in range; the log of what was taken out. */
  private static double rescaled(double[] sums, double[][] first, double[][] second) {
    double largest = 0;
    for (double sum : sums) {
      largest = Math.max(largest, sum);
    }
    if (largest < LARGE) {
      return 0;
    }
    for (int j = 0; j < sums.length; j++) {
      sums[j] /= LARGE;
      for (int a = 0; a < first[j].length; a++) {
        first[j][a] /= LARGE;
      }
      for (int a = 0; a < second[j].length; a++) {
        second[j][a] /= LARGE;
      }
    }
    return Math.log(LARGE);
  }
}
