package careworkforce.common.estimate;

/**
 * One coefficient and its inference.
 *
 * @param name as in the formula
 * @param estimate the coefficient
 * @param standardError its standard error under the fit's variance
 * @param statistic estimate over standard error
 * @param pValue two-sided
 * @param ciLow lower end of the interval at the fit's level
 * @param ciHigh upper end
 */
public record Coefficient(
    String name,
    double estimate,
    double standardError,
    double statistic,
    double pValue,
    double ciLow,
    double ciHigh) {

  /** The level of intervals where none is named. */
  public static final double LEVEL = 0.95;

  /**
   * Inference on a coefficient.
   *
   * @param degrees of freedom of t; infinite for the normal
   * @param level of the interval, such as 0.95
   */
  public static Coefficient of(
      String name, double estimate, double standardError, double degrees, double level) {
    double statistic = estimate / standardError;
    double half = Distributions.tQuantile(0.5 + level / 2, degrees) * standardError;
    return new Coefficient(
        name,
        estimate,
        standardError,
        statistic,
        Distributions.tTwoSided(statistic, degrees),
        estimate - half,
        estimate + half);
  }

  /** The coefficient of a regressor that is counted in units this many times as large. */
  public Coefficient times(double units) {
    double one = units * ciLow;
    double other = units * ciHigh;
    return new Coefficient(
        name,
        units * estimate,
        Math.abs(units) * standardError,
        Math.signum(units) * statistic,
        pValue,
        Math.min(one, other),
        Math.max(one, other));
  }

  /** The same with another p-value, such as one adjusted for the tests made beside it. */
  public Coefficient withP(double adjusted) {
    return new Coefficient(name, estimate, standardError, statistic, adjusted, ciLow, ciHigh);
  }
}
