package careworkforce.common.estimate;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Tail probabilities and quantiles that inference needs; degrees of freedom may be infinite. */
public final class Distributions {
  private static final double ACCURACY = 1e-13;

  private Distributions() {}

  /** P(|T| > |t|). */
  public static double tTwoSided(double t, double degrees) {
    if (Double.isNaN(t) || Double.isNaN(degrees)) {
      return Double.NaN;
    }
    if (Double.isInfinite(degrees)) {
      return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(t));
    }
    return Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5, 1e-15, 100_000);
  }

  /** Quantile of t, or of the normal when the degrees are infinite. */
  public static double tQuantile(double probability, double degrees) {
    if (Double.isNaN(degrees)) {
      return Double.NaN;
    }
    return Double.isInfinite(degrees)
        ? new NormalDistribution(null, 0, 1, ACCURACY).inverseCumulativeProbability(probability)
        : new TDistribution(null, degrees, ACCURACY).inverseCumulativeProbability(probability);
  }

  /** P(F > f). */
  public static double fUpper(double f, double numerator, double denominator) {
    if (Double.isNaN(f) || f <= 0) {
      return Double.isNaN(f) ? f : 1;
    }
    if (Double.isInfinite(denominator)) {
      return chiUpper(f * numerator, numerator);
    }
    return Beta.regularizedBeta(
        denominator / (denominator + numerator * f),
        denominator / 2,
        numerator / 2,
        1e-15,
        100_000);
  }

  /** Quantile of F. */
  public static double fQuantile(double probability, double numerator, double denominator) {
    if (Double.isInfinite(denominator)) {
      return new ChiSquaredDistribution(null, numerator, ACCURACY)
              .inverseCumulativeProbability(probability)
          / numerator;
    }
    return new FDistribution(null, numerator, denominator, ACCURACY)
        .inverseCumulativeProbability(probability);
  }

  /** P(chi-squared > x). */
  public static double chiUpper(double x, double degrees) {
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2, x / 2, 1e-15, 100_000);
  }

  /** Quantile of the non-central chi-squared; degrees need not be whole. */
  public static double noncentralChiQuantile(
      double probability, double degrees, double noncentrality) {
    double low = 0;
    double high = degrees + noncentrality + 20 * Math.sqrt(2 * (degrees + 2 * noncentrality)) + 20;
    for (int step = 0; step < 200 && high - low > 1e-12 * high; step++) {
      double middle = (low + high) / 2;
      if (noncentralChi(middle, degrees, noncentrality) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** A Poisson mixture of central distributions, summed outwards from its mode. */
  private static double noncentralChi(double x, double degrees, double noncentrality) {
    double mean = noncentrality / 2;
    int mode = (int) mean;
    double sum = 0;
    for (int j = mode; j >= 0; j--) {
      double term = mixture(x, degrees, mean, j);
      sum += term;
      if (term < 1e-17) {
        break;
      }
    }
    for (int j = mode + 1; j < mode + 10_000; j++) {
      double term = mixture(x, degrees, mean, j);
      sum += term;
      if (term < 1e-17) {
        break;
      }
    }
    return sum;
  }

  private static double mixture(double x, double degrees, double mean, int j) {
    double weight = Math.exp(-mean + (mean > 0 ? j * Math.log(mean) : 0) - Gamma.logGamma(j + 1.0));
    double probability =
        x <= 0 ? 0 : Gamma.regularizedGammaP(degrees / 2 + j, x / 2, 1e-15, 100_000);
    return (mean == 0 && j > 0 ? 0 : weight) * probability;
  }
}
