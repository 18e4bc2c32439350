package careworkforce.pipelines.gold;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Fit;
import java.util.Collection;

/**
 * Fits that have a parameter for nearly every row. Their residuals are nil whatever the truth, and
 * with them their standard errors: such an estimate is none. Every level of every effect counts as
 * a parameter, those nested in clusters too.
 */
public final class Saturation {
  /**
   * Residual degrees of freedom that an estimate takes: of 20, the residual variance is known to
   * within a third (its coefficient of variation is the root of 2/20).
   */
  public static final int LEAST = 20;

  /** Shares of the outcome's variance that are told apart from one. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private Saturation() {}

  /**
   * The fit, if it is not saturated.
   *
   * @throws UserError if degrees of freedom are few, or if it leaves nothing of the outcome
   */
  public static Fit none(Fit fit) {
    int left = left(fit);
    if (left < LEAST) {
      int rows = fit.sample().rows();
      throw UserError.checks(
          "estimate '" + fit.formula() + "'",
          "its "
              + rows
              + " rows have "
              + (rows - left)
              + " parameters, effects among them, and leave "
              + left
              + " degrees of freedom, of which an error takes "
              + LEAST
              + " or more",
          "Deliver more months, or absorb coarser effects");
    }
    if (1 - fit.quality().r2() < ROUNDING) {
      throw UserError.checks(
          "estimate '" + fit.formula() + "'",
          "nothing of '" + fit.outcome() + "' is left but rounding, so that it has no error",
          "Explain an outcome that is not made of its regressors");
    }
    return fit;
  }

  /** Rows less slopes, a constant and the levels of all effects. */
  static int left(Fit fit) {
    Collection<Integer> levels = fit.effects().values();
    int effects = levels.stream().mapToInt(count -> count - 1).sum();
    int constant = levels.isEmpty() ? 0 : 1;
    return fit.sample().rows() - fit.coefficients().size() - constant - effects;
  }
}
