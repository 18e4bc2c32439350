package careworkforce.common.estimate.did;

import careworkforce.common.estimate.linear.LeastSquares;
import java.util.Arrays;

/**
 * Effect on the treated of one group in one period against one comparison, from changes of the
 * outcome, with its influence function (Sant'Anna and Zhao 2020; the traditional estimators of
 * DRDID).
 */
final class TwoByTwo {
  private static final double TRIM = 0.995;

  private final double[] change;
  private final boolean[] treated;
  private final double[][] covariates;
  private final double[] weights;
  private final double[] fitted;
  private double[][] kept = new double[0][];
  private double[][] bread = new double[0][];

  final double[] influence;
  final double effect;

  /**
   * Estimates.
   *
   * @param change outcome after less outcome before, one a unit
   * @param covariates columns, the constant first
   */
  TwoByTwo(
      double[] change,
      boolean[] treated,
      double[][] covariates,
      double[] weights,
      CallawaySantAnna.Method method) {
    this.change = change;
    this.treated = treated;
    this.covariates = covariates;
    this.weights = weights;
    this.fitted = new double[change.length];
    boolean outcomes = method != CallawaySantAnna.Method.WEIGHTING;
    if (outcomes) {
      regress();
    }
    influence = new double[change.length];
    double[] on = new double[change.length];
    for (int i = 0; i < on.length; i++) {
      on[i] = treated[i] ? weights[i] : 0;
    }
    double difference = mean(on, 1, outcomes);
    if (method != CallawaySantAnna.Method.REGRESSION) {
      PropensityScore score = PropensityScore.fit(treated, covariates, weights);
      difference -= reweighted(score, outcomes);
    }
    effect = difference;
  }

  /** Line of the untreated's changes on the covariates, and its value for all. */
  private void regress() {
    int n = change.length;
    double[][] scaled = new double[covariates.length][n];
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      double root = treated[i] ? 0 : Math.sqrt(weights[i]);
      left[i] = root * change[i];
      for (int c = 0; c < covariates.length; c++) {
        scaled[c][i] = root * covariates[c][i];
      }
    }
    LeastSquares line = LeastSquares.of(scaled);
    kept = Arrays.stream(line.kept()).mapToObj(c -> covariates[c]).toArray(double[][]::new);
    bread = line.bread();
    double[] b = line.solve(new double[][] {left})[0];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < b.length; c++) {
        fitted[i] += b[c] * kept[c][i];
      }
    }
  }

  /** Weighted mean of change less fitted; adds its influence, times the sign. */
  private double mean(double[] by, int sign, boolean outcomes) {
    int n = by.length;
    double total = Arrays.stream(by).sum();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += by[i] * (change[i] - fitted[i]);
    }
    double mean = sum / total;
    for (int i = 0; i < n; i++) {
      influence[i] += sign * n * by[i] * (change[i] - fitted[i] - mean) / total;
    }
    if (outcomes) {
      double[] scores = new double[n];
      for (int i = 0; i < n; i++) {
        scores[i] = treated[i] ? 0 : weights[i] * (change[i] - fitted[i]);
      }
      double[] through = RowInfluence.along(kept, bread, scores, by);
      for (int i = 0; i < n; i++) {
        influence[i] -= sign * n * through[i] / total;
      }
    }
    return mean;
  }

  /** The same mean over the untreated, weighted to look like the treated. */
  private double reweighted(PropensityScore score, boolean outcomes) {
    int n = change.length;
    double[] by = new double[n];
    for (int i = 0; i < n; i++) {
      double p = score.probability[i];
      by[i] = treated[i] || p >= TRIM ? 0 : weights[i] * p / (1 - p);
    }
    double mean = mean(by, -1, outcomes);
    double total = Arrays.stream(by).sum();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = by[i] * (change[i] - fitted[i] - mean);
    }
    double[] through = score.influence(values);
    for (int i = 0; i < n; i++) {
      influence[i] -= n * through[i] / total;
    }
    return mean;
  }
}
