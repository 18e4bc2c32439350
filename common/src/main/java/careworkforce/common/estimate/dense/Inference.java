package careworkforce.common.estimate.dense;

import careworkforce.common.estimate.Coefficient;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What is said of one number.
 *
 * @param estimate the point estimate
 * @param standardError its standard error
 * @param statistic estimate over standard error, for the hypothesis of zero
 * @param pValue two-sided
 * @param low lower end of the confidence interval
 * @param high upper end of the confidence interval
 */
public record Inference(
    double estimate,
    double standardError,
    double statistic,
    double pValue,
    double low,
    double high) {

  /** By the standard normal distribution at the 95 % level. */
  public static Inference normal(double estimate, double standardError) {
    double statistic = estimate / standardError;
    double p = 2 * normalTail(Math.abs(statistic));
    double half = normalQuantile(1 - (1 - Coefficient.LEVEL) / 2) * standardError;
    return new Inference(estimate, standardError, statistic, p, estimate - half, estimate + half);
  }

  /** By Student's t at the 95 % level. */
  public static Inference student(double estimate, double standardError, double degreesOfFreedom) {
    TDistribution t = new TDistribution(null, degreesOfFreedom);
    double statistic = estimate / standardError;
    double p = 2 * t.cumulativeProbability(-Math.abs(statistic));
    double half = t.inverseCumulativeProbability(1 - (1 - Coefficient.LEVEL) / 2) * standardError;
    return new Inference(estimate, standardError, statistic, p, estimate - half, estimate + half);
  }

  /** Probability that a standard normal exceeds z. */
  public static double normalTail(double z) {
    return new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
  }

  /** Quantile of the standard normal. */
  public static double normalQuantile(double p) {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p);
  }
}
