package careworkforce.common.estimate.decompose;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Direct standardisation: what a population's rate would be with a standard population's
 * composition.
 */
public final class DirectStandardisation {
  private static final double ACCURACY = 1e-13;

  private DirectStandardisation() {}

  /**
   * A standardised rate, events by stratum taken as Poisson; interval by the gamma distribution of
   * Fay and Feuer (1997), which holds for few events.
   *
   * @param events by stratum
   * @param exposure by stratum, such as person-years; positive where the standard is
   * @param standard size of each stratum in the standard population
   * @param level of the interval
   */
  public static Coefficient rate(
      double[] events, double[] exposure, double[] standard, double level) {
    check(exposure, standard);
    double whole = Arrays.stream(standard).sum();
    double rate = 0;
    double variance = 0;
    double largest = 0;
    for (int k = 0; k < events.length; k++) {
      double weight = standard[k] == 0 ? 0 : standard[k] / whole / exposure[k];
      rate += weight * events[k];
      variance += weight * weight * events[k];
      largest = Math.max(largest, weight);
    }
    double tail = (1 - level) / 2;
    double low = rate == 0 ? 0 : gamma(tail, rate, variance);
    double high = gamma(1 - tail, rate + largest, variance + largest * largest);
    double error = Math.sqrt(variance);
    Coefficient plain =
        Coefficient.of("standardised rate", rate, error, Double.POSITIVE_INFINITY, level);
    return new Coefficient(plain.name(), rate, error, plain.statistic(), plain.pValue(), low, high);
  }

  /** Quantile of the gamma distribution with this mean and variance. */
  private static double gamma(double probability, double mean, double variance) {
    double degrees = 2 * mean * mean / variance;
    return new ChiSquaredDistribution(null, degrees, ACCURACY)
            .inverseCumulativeProbability(probability)
        * variance
        / (2 * mean);
  }

  /**
   * A standardised mean, strata independent.
   *
   * @param means by stratum
   * @param standardErrors of the means
   * @param standard size of each stratum in the standard population
   */
  public static Coefficient mean(
      double[] means, double[] standardErrors, double[] standard, double level) {
    check(standard, standard);
    double whole = Arrays.stream(standard).sum();
    double mean = 0;
    double variance = 0;
    for (int k = 0; k < means.length; k++) {
      mean += standard[k] / whole * means[k];
      variance += Math.pow(standard[k] / whole * standardErrors[k], 2);
    }
    return Coefficient.of(
        "standardised mean", mean, Math.sqrt(variance), Double.POSITIVE_INFINITY, level);
  }

  /** Ratio of two independent standardised rates, its interval on the log scale. */
  public static Coefficient ratio(Coefficient above, Coefficient below, double level) {
    double error =
        Math.hypot(
            above.standardError() / above.estimate(), below.standardError() / below.estimate());
    double log = Math.log(above.estimate() / below.estimate());
    Coefficient logs = Coefficient.of("log ratio", log, error, Double.POSITIVE_INFINITY, level);
    double ratio = Math.exp(log);
    return new Coefficient(
        "ratio",
        ratio,
        ratio * error,
        logs.statistic(),
        logs.pValue(),
        Math.exp(logs.ciLow()),
        Math.exp(logs.ciHigh()));
  }

  private static void check(double[] exposure, double[] standard) {
    for (int k = 0; k < standard.length; k++) {
      if (!(standard[k] >= 0) || (standard[k] > 0 && !(exposure[k] > 0))) {
        throw UserError.checks(
            "standardise stratum " + (k + 1),
            "its exposure is " + exposure[k] + " and its standard size " + standard[k],
            "Merge it with a neighbour, or use a standard without it");
      }
    }
  }
}
