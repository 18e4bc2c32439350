package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;

/**
 * The average marginal effect of a regressor on the probability of a fitted probit or complementary
 * log-log without absorbed effects: {@code mean f(x'b) b_p}, f the density of the link, with the
 * delta method's standard error (Wooldridge 2010, 15.6).
 */
final class AverageEffect {
  private static final String CONSTANT = "(Intercept)";

  /** The density of a link and its derivative, at a linear predictor. */
  enum Link {
    PROBIT {
      @Override
      double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      }

      @Override
      double slope(double x) {
        return -x * density(x);
      }
    },
    CLOGLOG {
      @Override
      double density(double x) {
        return Math.exp(x - Math.exp(x));
      }

      @Override
      double slope(double x) {
        return density(x) * (1 - Math.exp(x));
      }
    };

    abstract double density(double x);

    abstract double slope(double x);
  }

  private AverageEffect() {}

  /**
   * The effect.
   *
   * @param regressor whose effect is asked for
   * @param weights of rows, by name
   * @param factors by which each row's effect is counted, such as 4 from quarters to years
   */
  static Coefficient of(
      Fit fit, Link link, Frame data, String regressor, String weights, double[] factors) {
    int terms = fit.coefficients().size();
    double[][] columns = columns(fit, data);
    double[] weight = data.numbers(weights);
    double slope = fit.coefficient(regressor).estimate();
    double total = 0;
    double density = 0;
    double[] gradient = new double[terms];
    for (int i = 0; i < data.rows(); i++) {
      double x = index(fit, columns, i);
      double counts = weight[i] * factors[i];
      total += weight[i];
      density += counts * link.density(x);
      for (int k = 0; k < terms; k++) {
        gradient[k] += counts * link.slope(x) * columns[k][i] * slope;
      }
    }
    for (int k = 0; k < terms; k++) {
      boolean own = fit.coefficients().get(k).name().equals(regressor);
      gradient[k] = (gradient[k] + (own ? density : 0)) / total;
    }
    double error = Math.sqrt(quadratic(gradient, fit.variance().matrix()));
    return Coefficient.of(
        regressor, slope * density / total, error, Double.POSITIVE_INFINITY, 0.95);
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
