package careworkforce.common.estimate.survival;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Distributions;

/**
 * Inference on a probability whose interval is made on the logit scale. One estimated as 0 or 1 has
 * neither standard error nor interval: the delta method knows nothing of it there.
 */
final class LogitInterval {
  private LogitInterval() {}

  static Coefficient of(String name, double p, double error, double level) {
    if (!(p > 0 && p < 1)) {
      return Coefficient.of(name, p, Double.NaN, Double.POSITIVE_INFINITY, level);
    }
    Coefficient plain = Coefficient.of(name, p, error, Double.POSITIVE_INFINITY, level);
    double width =
        Distributions.tQuantile(0.5 + level / 2, Double.POSITIVE_INFINITY) * error / (p * (1 - p));
    double logit = Math.log(p / (1 - p));
    return new Coefficient(
        name,
        p,
        error,
        plain.statistic(),
        plain.pValue(),
        1 / (1 + Math.exp(width - logit)),
        1 / (1 + Math.exp(-width - logit)));
  }
}
