package careworkforce.common.estimate.glm;

import java.util.List;
import java.util.Optional;

/**
 * Tells a maximum from a likelihood that rises for ever along a regressor that sets outcomes apart
 * (A. Albert and J. Anderson 1984, Biometrika 71; of hazards G. Heinze and M. Schemper 2001,
 * Biometrics 57). Iteration ends when the gain is too small to see, but the next Newton step is as
 * long as the last. At a true maximum it is nothing.
 */
public final class MonotoneLikelihood {
  /** A Newton step that moves no row's linear predictor by more than this is one at rest. */
  private static final double STILL = 1e-2;

  private MonotoneLikelihood() {}

  /**
   * The regressor along which the likelihood rises for ever: the one whose step moves predictors
   * most. Empty at a maximum.
   *
   * @param step of each coefficient from where iteration ended
   * @param range of each regressor, 0 for a constant
   */
  public static Optional<String> along(List<String> names, double[] step, double[] range) {
    Optional<String> culprit = Optional.empty();
    double longest = STILL;
    for (int c = 0; c < step.length; c++) {
      if (Math.abs(step[c]) * range[c] > longest) {
        longest = Math.abs(step[c]) * range[c];
        culprit = Optional.of(names.get(c));
      }
    }
    return culprit;
  }

  /**
   * The widest range of a regressor within a stratum, where strata alone are compared.
   *
   * @param strata rows of each
   */
  public static double range(double[] regressor, int[][] strata) {
    double widest = 0;
    for (int[] rows : strata) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int row : rows) {
        low = Math.min(low, regressor[row]);
        high = Math.max(high, regressor[row]);
      }
      widest = Math.max(widest, high - low);
    }
    return widest;
  }
}
