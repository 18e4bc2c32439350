package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.linear.LeastSquares;
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
  private static final double SHARE = 1e-4;
  private static final int FIRST_CHECK = 64;
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
   * Marks rows with outcome 0 that a linear combination sets apart from the others, by the
   * iterative rectifier: regress u on the model with a heavy penalty on rows of positive outcome,
   * cut the fitted values at zero, and repeat. Values that merely decay look settled long before
   * they are gone, so a set of rows counts only once a combination is shown that is positive on it
   * and zero on every other row. Not all separated rows need be found in one call; none found means
   * none.
   */
  static boolean[] byRectifier(double[] outcome, double[][] columns, Absorber absorber) {
    int n = outcome.length;
    double[] u = new double[n];
    boolean[] candidate = new boolean[n];
    for (int i = 0; i < n; i++) {
      u[i] = outcome[i] > 0 ? 0 : 1;
      candidate[i] = outcome[i] == 0;
    }
    Projection projection = new Projection(columns, absorber, candidate);
    int next = FIRST_CHECK;
    for (int round = 1; round <= MOST; round++) {
      double[] fitted = projection.fitted(u);
      double change = 0;
      double largest = 0;
      for (int i = 0; i < n; i++) {
        change = Math.max(change, Math.abs(u[i] - fitted[i]));
        u[i] = outcome[i] > 0 || fitted[i] < ZERO ? 0 : fitted[i];
        largest = Math.max(largest, u[i]);
      }
      if (largest == 0) {
        break;
      }
      if (change < ZERO * largest || round == next) {
        next = Math.max(next, 2 * round);
        boolean[] apart = above(u, SHARE * largest);
        if (certified(columns, absorber, apart, u, largest)) {
          return apart;
        }
        projection = new Projection(columns, absorber, candidate);
      }
    }
    return new boolean[n];
  }

  private static boolean[] above(double[] u, double floor) {
    boolean[] marked = new boolean[u.length];
    for (int i = 0; i < u.length; i++) {
      marked[i] = u[i] > floor;
    }
    return marked;
  }

  /** Whether some combination is positive on the rows marked and zero, within the penalty, off. */
  private static boolean certified(
      double[][] columns, Absorber absorber, boolean[] apart, double[] u, double largest) {
    double[] target = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      target[i] = apart[i] ? u[i] : 0;
    }
    double[] fitted = new Projection(columns, absorber, apart).fitted(target);
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
