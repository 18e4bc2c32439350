package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.glm.Response;

/**
 * The average marginal effect of a regressor on the rate of leaving of a fitted probit or
 * complementary log-log without absorbed effects: {@code mean r'(P(x'b)) P'(x'b) b_p}, P the chance
 * to be gone by the next cut and r the {@link LeavingRate}, with the delta method's standard error
 * (Wooldridge 2010, 15.6).
 */
final class AverageEffect {
  private static final String CONSTANT = "(Intercept)";

  private AverageEffect() {}

  /**
   * The effect.
   *
   * @param regressor whose effect is asked for
   * @param weights of rows, by name
   * @param months to the next cut, by name
   */
  static Coefficient of(
      Fit fit, Response link, Frame data, String regressor, String weights, String months) {
    int terms = fit.coefficients().size();
    double[][] columns = columns(fit, data);
    double[] weight = data.numbers(weights);
    double[] apart = data.numbers(months);
    double slope = fit.coefficient(regressor).estimate();
    double total = 0;
    double sum = 0;
    double[] gradient = new double[terms];
    for (int i = 0; i < data.rows(); i++) {
      double x = index(fit, columns, i);
      LeavingRate rate = new LeavingRate(apart[i]);
      double chance = link.mean(x);
      double density = link.slope(x);
      double ofRate = rate.slope(chance) * density;
      double bend =
          rate.slope(chance) * link.curvature(x) + rate.curvature(chance) * density * density;
      total += weight[i];
      sum += weight[i] * ofRate;
      for (int k = 0; k < terms; k++) {
        gradient[k] += weight[i] * bend * columns[k][i] * slope;
      }
    }
    for (int k = 0; k < terms; k++) {
      boolean own = fit.coefficients().get(k).name().equals(regressor);
      gradient[k] = (gradient[k] + (own ? sum : 0)) / total;
    }
    double error = Math.sqrt(quadratic(gradient, fit.variance().matrix()));
    return Coefficient.of(
        regressor, slope * sum / total, error, Double.POSITIVE_INFINITY, Coefficient.LEVEL);
  }

  private static double[][] columns(Fit fit, Frame data) {
    double[][] columns = new double[fit.coefficients().size()][];
    for (int k = 0; k < columns.length; k++) {
      String name = fit.coefficients().get(k).name();
      if (name.equals(CONSTANT)) {
        columns[k] = new double[data.rows()];
        java.util.Arrays.fill(columns[k], 1);
      } else {
        columns[k] = data.numbers(name);
      }
    }
    return columns;
  }

  private static double index(Fit fit, double[][] columns, int row) {
    double index = 0;
    for (int k = 0; k < columns.length; k++) {
      index += fit.coefficients().get(k).estimate() * columns[k][row];
    }
    return index;
  }

  private static double quadratic(double[] vector, double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        sum += vector[i] * matrix[i][j] * vector[j];
      }
    }
    return Math.max(0, sum);
  }
}
