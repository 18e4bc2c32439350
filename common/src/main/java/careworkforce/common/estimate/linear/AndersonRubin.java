package careworkforce.common.estimate.linear;

import java.util.List;

/**
 * Anderson and Rubin's test, valid however weak the instruments, and its confidence set by
 * inversion.
 *
 * @param statistic F of the excluded instruments on the outcome (endogenous coefficients all 0)
 * @param pValue of the test that they are
 * @param numerator degrees of freedom
 * @param denominator degrees of freedom
 * @param critical value at the level of the set
 * @param set intervals of the coefficient, ends possibly infinite; empty list for an empty set, or
 *     for more than one endogenous regressor, where no set is made
 * @param shape interval, rays, line, empty, several intervals, "not made" for more than one
 *     endogenous regressor, or {@link #NOT_COMPUTABLE} where the variance of the instruments'
 *     coefficients cannot be inverted, at 0 (then statistic and p-value are NaN) or at another
 *     value
 */
public record AndersonRubin(
    double statistic,
    double pValue,
    double numerator,
    double denominator,
    double critical,
    List<Interval> set,
    String shape) {

  /** Shape of a set that the variance does not allow. */
  static final String NOT_COMPUTABLE = "not computable";

  /** A closed interval; ends may be infinite. */
  public record Interval(double low, double high) {}
}
