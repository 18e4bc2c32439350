package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import java.util.List;

/** Outcomes that do not vary, or not within the effects, cannot be explained. */
public final class Variation {
  private static final double NOTHING = 1e-26;

  private Variation() {}

  /** Whether a column's squares about its mean are nothing beside its squares. */
  public static boolean none(double squares, double raw) {
    return squares <= NOTHING * raw;
  }

  /** Weighted squares of a column about its mean, 0 where only rounding varies. */
  public static double about(double[] column, double[] weights) {
    double total = 0;
    double sum = 0;
    double shift = column.length == 0 ? 0 : column[0];
    for (int i = 0; i < column.length; i++) {
      total += weights[i];
      sum += weights[i] * (column[i] - shift);
    }
    double mean = total > 0 ? shift + sum / total : shift;
    double squares = 0;
    double raw = 0;
    for (int i = 0; i < column.length; i++) {
      squares += weights[i] * (column[i] - mean) * (column[i] - mean);
      raw += weights[i] * column[i] * column[i];
    }
    return none(squares, raw) ? 0 : squares;
  }

  /**
   * Requires an outcome to vary.
   *
   * @throws UserError naming the outcome and its value
   */
  public static void require(String outcome, double squares, double raw, double value, long rows) {
    if (none(squares, raw)) {
      throw UserError.checks(
          "estimate the effect on '" + outcome + "'",
          "it is " + value + " in all " + rows + " rows used",
          "Choose an outcome that varies, or other rows");
    }
  }

  /**
   * Requires an outcome to vary within the effects.
   *
   * @throws UserError naming the effects
   */
  public static void requireWithin(
      String outcome, double left, double squares, List<String> effects) {
    if (left <= NOTHING * 1e4 * squares) {
      throw UserError.checks(
          "estimate the effect on '" + outcome + "'",
          "it does not vary within " + effects,
          "Absorb coarser effects");
    }
  }
}
