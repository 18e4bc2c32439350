package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.linear.LeastSquares;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Rows that a model predicts perfectly and for which no maximum of the likelihood exists: those in
 * levels of an effect with intercepts whose outcomes are all 0 (or, for binary outcomes, all 1),
 * those that some combination of effects sets apart, and for Poisson every row with outcome 0 that
 * some combination of regressors and effects sets apart.
 *
 * <p>Source: S. Correia, P. Guimarães and T. Zylkin (2019), Verifying the existence of maximum
 * likelihood estimates for generalized linear models, the iterative rectifier.
 */
final class Separation {
  private static final double PENALTY = 1e7;
  private static final double ZERO = 1e-5;
  private static final double SHARE = 1e-4;
  private static final int FIRST_CHECK = 64;
  private static final int MOST = 5_000;

  /** Expected outcomes this near to a binary outcome may be on their way to it. */
  private static final double NEAR = 1e-5;

  private Separation() {}

  /** Whether an expected outcome is so near to a binary outcome that it may have run off to it. */
  static boolean near(double outcome, double mean) {
    return Math.abs(outcome - mean) < NEAR;
  }

  /**
   * Marks rows in levels without variation of the outcome, found again until none is left. Only
   * effects with an intercept by level fit those whatever their slopes' columns are.
   */
  static boolean[] byLevel(Response response, double[] outcome, List<Effect> effects) {
    boolean[] separated = new boolean[outcome.length];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Effect effect : effects) {
        if (!effect.intercept()) {
          continue;
        }
        int[] zeros = new int[effect.levels()];
        int[] others = new int[effect.levels()];
        for (int i = 0; i < outcome.length; i++) {
          if (!separated[i]) {
            (outcome[i] == 0 ? zeros : others)[effect.codes()[i]]++;
          }
        }
        for (int i = 0; i < outcome.length; i++) {
          int level = effect.codes()[i];
          if (!separated[i] && response.separates(zeros[level], others[level])) {
            separated[i] = true;
            changed = true;
          }
        }
      }
    }
    return separated;
  }

  /** Marks rows of count 0 that a combination of regressors and effects sets apart. */
  static boolean[] ofCounts(double[] outcome, double[][] columns, Absorber absorber) {
    boolean[] candidate = new boolean[outcome.length];
    for (int i = 0; i < candidate.length; i++) {
      candidate[i] = outcome[i] == 0;
    }
    return byRectifier(candidate, i -> 1, columns, absorber);
  }

  /**
   * Marks rows of a binary outcome that a combination of effects sets apart, such as those where
   * the one level that every 0 of an effect's level shares never meets; only rows whose expected
   * outcome has run to their outcome are looked at.
   */
  static boolean[] byEffects(double[] outcome, double[] means, Absorber absorber) {
    boolean[] candidate = new boolean[outcome.length];
    boolean any = false;
    for (int i = 0; i < candidate.length; i++) {
      candidate[i] = near(outcome[i], means[i]);
      any |= candidate[i];
    }
    return any && !absorber.isEmpty()
        ? byRectifier(candidate, i -> outcome[i] > 0 ? 1 : -1, new double[0][], absorber)
        : new boolean[outcome.length];
  }

  /**
   * Marks rows among the candidates that a linear combination sets apart from all others, by the
   * iterative rectifier: regress u on the model with a heavy penalty on other rows, cut the fitted
   * values at zero, and repeat. Values that merely decay look settled long before they are gone, so
   * a set of rows counts only once a combination is shown that has the wanted sign on it and is
   * zero on every other row. Not all separated rows need be found in one call; none found means
   * none.
   *
   * @param sign in which direction a candidate's linear predictor may run off, 1 or -1
   */
  private static boolean[] byRectifier(
      boolean[] candidate, IntToDoubleFunction sign, double[][] columns, Absorber absorber) {
    int n = candidate.length;
    double[] u = new double[n];
    for (int i = 0; i < n; i++) {
      u[i] = candidate[i] ? 1 : 0;
    }
    Projection projection = new Projection(columns, absorber, candidate);
    int next = FIRST_CHECK;
    for (int round = 1; round <= MOST; round++) {
      double[] fitted = signed(projection.fitted(signed(u, sign)), sign);
      double change = 0;
      double largest = 0;
      for (int i = 0; i < n; i++) {
        change = Math.max(change, Math.abs(u[i] - fitted[i]));
        u[i] = !candidate[i] || fitted[i] < ZERO ? 0 : fitted[i];
        largest = Math.max(largest, u[i]);
      }
      if (largest == 0) {
        break;
      }
      if (change < ZERO * largest || round == next) {
        next = Math.max(next, 2 * round);
        boolean[] apart = above(u, SHARE * largest);
        if (certified(columns, absorber, apart, signed(u, sign), largest, sign)) {
          return apart;
        }
        projection = new Projection(columns, absorber, candidate);
      }
    }
    return new boolean[n];
  }

  private static double[] signed(double[] values, IntToDoubleFunction sign) {
    double[] signed = new double[values.length];
    Arrays.setAll(signed, i -> values[i] * sign.applyAsDouble(i));
    return signed;
  }

  private static boolean[] above(double[] u, double floor) {
    boolean[] marked = new boolean[u.length];
    for (int i = 0; i < u.length; i++) {
      marked[i] = u[i] > floor;
    }
    return marked;
  }

  /** Whether some combination has the sign on the rows marked and is zero, within penalty, off. */
  private static boolean certified(
      double[][] columns,
      Absorber absorber,
      boolean[] apart,
      double[] u,
      double largest,
      IntToDoubleFunction sign) {
    double[] target = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      target[i] = apart[i] ? u[i] : 0;
    }
    double[] fitted = signed(new Projection(columns, absorber, apart).fitted(target), sign);
    for (int i = 0; i < u.length; i++) {
      boolean holds =
          apart[i] ? fitted[i] > SHARE * largest / 2 : Math.abs(fitted[i]) < ZERO * largest;
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** Projection on columns and effects, rows not marked as free held to zero by a penalty. */
  private static final class Projection {
    private final double[] weights;
    private final Absorber absorber;
    private final LeastSquares fit;

    Projection(double[][] columns, Absorber absorber, boolean[] free) {
      this.absorber = absorber;
      weights = new double[free.length];
      for (int i = 0; i < free.length; i++) {
        weights[i] = free[i] ? 1 : PENALTY;
      }
      double[][] left =
          absorber.isEmpty() ? columns : absorber.residualise(columns, weights).residuals();
      fit = LeastSquares.of(Irls.rooted(left, weights));
    }

    double[] fitted(double[] u) {
      double[] left =
          absorber.isEmpty() ? u : absorber.residualise(new double[][] {u}).residuals()[0];
      double[] rooted = Irls.rooted(new double[][] {left}, weights)[0];
      double[] fitted = fit.residual(rooted, fit.solve(new double[][] {rooted})[0]);
      for (int i = 0; i < u.length; i++) {
        fitted[i] = u[i] - fitted[i] / Math.sqrt(weights[i]);
      }
      return fitted;
    }
  }
}
