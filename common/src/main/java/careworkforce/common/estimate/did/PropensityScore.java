package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.linear.LeastSquares;
import java.util.Arrays;

/**
 * Probability of treatment by a weighted logit on a few covariates, with the influence of each row
 * on its coefficients.
 */
final class PropensityScore {
  private static final int ROUNDS = 100;
  private static final double STOP = 1e-13;
  private static final double CERTAIN = 1 - 1e-6;

  final double[] probability;
  private final double[][] covariates;
  private final double[][] bread;
  private final double[] scores;

  private PropensityScore(
      double[] probability, double[][] covariates, double[][] bread, double[] scores) {
    this.probability = probability;
    this.covariates = covariates;
    this.bread = bread;
    this.scores = scores;
  }

  /**
   * Fits by reweighted least squares.
   *
   * @param covariates columns, the constant among them
   * @throws UserError if treatment is perfectly predicted
   */
  static PropensityScore fit(boolean[] treated, double[][] covariates, double[] weights) {
    int n = treated.length;
    double[] index = new double[n];
    double last = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] scaled = new double[covariates.length][n];
      double[] working = new double[n];
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-index[i]));
        double root = Math.sqrt(weights[i] * p * (1 - p));
        working[i] = root * (index[i] + ((treated[i] ? 1 : 0) - p) / (p * (1 - p)));
        for (int c = 0; c < covariates.length; c++) {
          scaled[c][i] = root * covariates[c][i];
        }
      }
      LeastSquares step = LeastSquares.of(scaled);
      double[][] kept =
          Arrays.stream(step.kept()).mapToObj(c -> covariates[c]).toArray(double[][]::new);
      double[] b = step.solve(new double[][] {working})[0];
      double deviance = 0;
      for (int i = 0; i < n; i++) {
        index[i] = 0;
        for (int c = 0; c < b.length; c++) {
          index[i] += b[c] * kept[c][i];
        }
        deviance += 2 * weights[i] * Math.log1p(Math.exp(treated[i] ? -index[i] : index[i]));
      }
      if (Math.abs(deviance - last) <= STOP * (Math.abs(deviance) + 0.1)) {
        return fitted(treated, kept, weights, index);
      }
      last = deviance;
      if (deviance < 1e-9 * n || !Double.isFinite(deviance)) {
        break;
      }
    }
    throw UserError.checks(
        "weight untreated units by their propensity",
        "the covariates predict treatment perfectly",
        "Use fewer covariates, or the outcome regression");
  }

  private static PropensityScore fitted(
      boolean[] treated, double[][] covariates, double[] weights, double[] index) {
    int n = index.length;
    double[] probability = new double[n];
    double[] scores = new double[n];
    double[][] scaled = new double[covariates.length][n];
    for (int i = 0; i < n; i++) {
      double p = 1 / (1 + Math.exp(-index[i]));
      scores[i] = weights[i] * ((treated[i] ? 1 : 0) - p);
      probability[i] = Math.min(p, CERTAIN);
      for (int c = 0; c < covariates.length; c++) {
        scaled[c][i] = Math.sqrt(weights[i] * p * (1 - p)) * covariates[c][i];
      }
    }
    return new PropensityScore(probability, covariates, LeastSquares.of(scaled).bread(), scores);
  }

  /** n times each row's influence on the coefficients, along the mean of some rows' values. */
  double[] influence(double[] values) {
    return RowInfluence.along(covariates, bread, scores, values);
  }
}
