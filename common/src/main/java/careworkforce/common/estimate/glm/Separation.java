package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.linear.LeastSquares;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that a model predicts perfectly and for which no maximum of the likelihood exists: those in
 * levels of an effect whose outcomes are all 0 (or, for binary outcomes, all 1), and for Poisson
 * every row with outcome 0 that some combination of regressors and effects sets apart.
 *
 * <p>Source: S. Correia, P. Guimarães and T. Zylkin (2019), Verifying the existence of maximum
 * likelihood estimates for generalized linear models, the iterative rectifier.
 */
final class Separation {
  private static final double PENALTY = 1e7;
  private static final double ZERO = 1e-5;
  private static final int MOST = 5_000;

  private Separation() {}

  /** Marks rows in levels without variation of the outcome, found again until none is left. */
  static boolean[] byLevel(Response response, double[] outcome, List<Effect> effects) {
    boolean[] separated = new boolean[outcome.length];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Effect effect : effects) {
        int[] zeros = new int[effect.levels()];
        int[] others = new int[effect.levels()];
        for (int i = 0; i < outcome.length; i++) {
          if (!separated[i]) {
            (outcome[i] == 0 ? zeros : others)[effect.codes()[i]]++;
          }
        }
        for (int i = 0; i < outcome.length; i++) {
          int level = effect.codes()[i];
          boolean same = others[level] == 0 || response.binary() && zeros[level] == 0;
          if (!separated[i] && same) {
            separated[i] = true;
            changed = true;
          }
        }
      }
    }
    return separated;
  }

  /**
   * Marks rows with outcome 0 that a linear combination sets apart from the others, by the iterative
   * rectifier: regress u on the model with a heavy penalty on rows of positive outcome, cut the
   * fitted values at zero, and repeat until they reproduce u.
   */
  static boolean[] byRectifier(double[] outcome, double[][] columns, Absorber absorber) {
    int n = outcome.length;
    double[] weights = new double[n];
    double[] u = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = outcome[i] > 0 ? PENALTY : 1;
      u[i] = outcome[i] > 0 ? 0 : 1;
    }
    boolean[] none = new boolean[n];
    if (Arrays.stream(u).sum() == 0) {
      return none;
    }
    double[][] left =
        absorber.isEmpty() ? columns : absorber.residualise(columns, weights).residuals();
    LeastSquares fit = LeastSquares.of(Irls.rooted(left, weights));
    for (int round = 0; round < MOST; round++) {
      double[] residual = residual(u, weights, absorber, fit);
      double largest = 0;
      double fitted = 0;
      for (int i = 0; i < n; i++) {
        double value = u[i] - residual[i];
        largest = Math.max(largest, Math.abs(residual[i]));
        u[i] = outcome[i] > 0 || value < ZERO ? 0 : value;
        fitted = Math.max(fitted, u[i]);
      }
      if (fitted == 0) {
        return none;
      }
      if (largest < ZERO) {
        boolean[] separated = new boolean[n];
        for (int i = 0; i < n; i++) {
          separated[i] = u[i] > 0;
        }
        return separated;
      }
    }
    return none;
  }

  private static double[] residual(
      double[] u, double[] weights, Absorber absorber, LeastSquares fit) {
    double[] left =
        absorber.isEmpty() ? u : absorber.residualise(new double[][] {u}).residuals()[0];
    double[] rooted = Irls.rooted(new double[][] {left}, weights)[0];
    double[] residual = fit.residual(rooted, fit.solve(new double[][] {rooted})[0]);
    for (int i = 0; i < residual.length; i++) {
      residual[i] /= Math.sqrt(weights[i]);
    }
    return residual;
  }
}
