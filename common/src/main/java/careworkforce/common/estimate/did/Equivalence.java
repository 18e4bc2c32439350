package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Distributions;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Equivalence bounds: the smallest size of change that the data rule out, so that a null result
 * says how null it is.
 *
 * <p>A change of at least x in either direction is ruled out at a level when both one-sided tests
 * at that level reject (Schuirmann 1987); over several coefficients, when each one's tests do
 * (Berger 1982; for pre-trends Hartman and Hidalgo 2018).
 *
 * @param bound changes of at least this size are ruled out; NaN where a coefficient has no standard
 *     error, as its variance came out negative
 * @param size of the tests, such as 0.05
 * @param binding name of the coefficient that sets the bound
 */
public record Equivalence(double bound, double size, String binding) {

  /**
   * The bound of some coefficients together.
   *
   * @param degrees of freedom of t; infinite for the normal
   */
  public static Equivalence of(List<Coefficient> coefficients, double degrees, double size) {
    double quantile = Distributions.tQuantile(1 - size, degrees);
    double bound = Double.NEGATIVE_INFINITY;
    String binding = "";
    for (Coefficient c : coefficients) {
      double own = Math.abs(c.estimate()) + quantile * c.standardError();
      if (own > bound || Double.isNaN(own) && !Double.isNaN(bound)) {
        bound = own;
        binding = c.name();
      }
    }
    if (binding.isEmpty()) {
      throw UserError.usage(
          "bound changes", "there is no coefficient", "Give at least one coefficient");
    }
    return new Equivalence(bound, size, binding);
  }

  /** The bound of a path's estimates before treatment, of all but those zero by construction. */
  public static Equivalence ofPretrends(EventPath path, double size) {
    List<Coefficient> before =
        IntStream.range(0, path.times().length)
            .filter(i -> path.times()[i] < 0)
            .mapToObj(path.effects()::get)
            .filter(c -> c.estimate() != 0 || !Double.isNaN(c.standardError()))
            .toList();
    return of(before, path.degrees(), size);
  }

  /** The p-value of the hypothesis that some coefficient is at least x in size. */
  public static double pValue(List<Coefficient> coefficients, double degrees, double x) {
    double largest = 0;
    for (Coefficient c : coefficients) {
      double statistic = (x - Math.abs(c.estimate())) / c.standardError();
      double two = Distributions.tTwoSided(statistic, degrees);
      largest = Math.max(largest, statistic > 0 ? two / 2 : 1 - two / 2);
    }
    return largest;
  }

  @Override
  public String toString() {
    return Double.isNaN(bound)
        ? "not computable: " + binding + " has no standard error"
        : String.format(
            Locale.ROOT,
            "rules out changes of %.4g or more at the %.3g level (set by %s)",
            bound,
            size,
            binding);
  }
}
