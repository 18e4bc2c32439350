package careworkforce.common.estimate.absorb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes fixed effects out of columns, exactly, for weights that may change between calls.
 *
 * <p>The largest effect D1 is demeaned group by group. What is left of the others, D, obeys the
 * reduced system S g = t with S = D'W M D and t = D'W M v, M the projection off D1; the residual is
 * M(v - D g) (Frisch, Waugh and Lovell with a Schur complement). Rows are arranged by D1 once; one
 * pass serves any number of columns.
 *
 * <pre>{@code
 * Absorber absorber = Absorber.of(List.of(Effect.of("worker", workers, 250_000), Effect.of("month", months, 60)), rows);
 * double[][] left = absorber.residualise(new double[][] {y, x}, weights).residuals();
 * int parameters = absorber.rank();
 * }</pre>
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Absorber {
  private static final int REFINEMENTS = 3;
  private static final double CLEAN = 1e-12;
  private static final double CLEAN_ITERATED = 1e-10;
  private static final double ACCEPTABLE = 1e-8;

  private final int rows;
  private final AbsorbOptions options;
  private final List<Effect> effects;
  private final @Nullable Layout layout;
  private @Nullable Weighted weighted;
  private double[] lastGamma = new double[0];

  private Absorber(List<Effect> effects, int rows, AbsorbOptions options, @Nullable Layout layout) {
    this.effects = effects;
    this.rows = rows;
    this.options = options;
    this.layout = layout;
  }

  /** An absorber with the default options; no effects leave the columns as they are. */
  public static Absorber of(List<Effect> effects, int rows) {
    return of(effects, rows, AbsorbOptions.defaults());
  }

  /**
   * An absorber of some effects over a number of rows.
   *
   * @throws IllegalArgumentException if an effect has another number of rows
   */
  public static Absorber of(List<Effect> effects, int rows, AbsorbOptions options) {
    for (Effect effect : effects) {
      if (effect.codes().length != rows) {
        throw new IllegalArgumentException(
            "Cannot absorb '"
                + effect.name()
                + "': it has "
                + effect.codes().length
                + " rows, the data "
                + rows
                + ".");
      }
    }
    return new Absorber(
        List.copyOf(effects), rows, options, effects.isEmpty() ? null : new Layout(effects, rows));
  }

  /** An absorber of the same effects, arranged already, whose weights are its own. */
  public Absorber another() {
    return new Absorber(effects, rows, options, layout);
  }

  /** The effects, in the order given. */
  public List<Effect> effects() {
    return effects;
  }

  /** Whether there is nothing to absorb. */
  public boolean isEmpty() {
    return layout == null;
  }

  /**
   * Residuals of the columns on the effects under the given weights.
   *
   * @param columns one array a column, rows in the order of the effects' codes; left unchanged
   * @param weights non-negative, one a row, or null for 1; rows of weight 0 are residualised but
   *     count for nothing
   */
  public Absorption residualise(double[][] columns, double @Nullable [] weights) {
    reweight(weights);
    return residualise(columns);
  }

  /** Sets the weights for the calls that follow; arranges and factors what depends on them. */
  public void reweight(double @Nullable [] weights) {
    if (layout != null) {
      weighted = new Weighted(layout, weights, options);
    }
  }

  /** Residuals of the columns under the weights last set (1 if none were). */
  public Absorption residualise(double[][] columns) {
    double[][] out = new double[columns.length][rows];
    if (layout == null) {
      for (int c = 0; c < columns.length; c++) {
        System.arraycopy(columns[c], 0, out[c], 0, rows);
      }
      return new Absorption(out, 0, 0, true, options.solver());
    }
    Weighted current = current(layout);
    int width = columns.length;
    double[] spread = current.spread(columns);
    double[] floor = new double[width];
    for (int c = 0; c < width; c++) {
      floor[c] = 1e-8 * spread[c] * spread[c] * current.totalWeight + Double.MIN_NORMAL;
    }
    if (layout.columns == 0) {
      double[] left = current.sweep.run(columns, null, width, out).largestMean();
      return new Absorption(out, worst(left, spread), 0, true, AbsorbOptions.Solver.DENSE);
    }
    ReducedSystem system = current.system();
    double[] right = current.sweep.run(columns, null, width, null).sums();
    double[] start = lastGamma.length == right.length ? lastGamma : new double[right.length];
    ReducedSystem.Solution solution = system.solve(right, floor, start);
    lastGamma = solution.gamma();
    Sweep.Outcome outcome = current.sweep.run(columns, solution.gamma(), width, out);
    double certificate = current.certificate(outcome, spread);
    int iterations = solution.iterations();
    boolean converged = solution.converged();
    double clean = system.rank() < 0 ? CLEAN_ITERATED : CLEAN;
    for (int round = 0; round < REFINEMENTS && certificate > clean && converged; round++) {
      ReducedSystem.Solution correction =
          system.solve(outcome.sums(), floor, new double[right.length]);
      outcome = current.sweep.run(out, correction.gamma(), width, out);
      double next = current.certificate(outcome, spread);
      iterations += Math.max(1, correction.iterations());
      if (next > 0.5 * certificate) {
        certificate = Math.min(next, certificate);
        break;
      }
      certificate = next;
    }
    return new Absorption(
        out, certificate, iterations, converged && certificate < ACCEPTABLE, system.solver());
  }

  /**
   * Rank of all effects' columns together under the weights last set, the exact number of
   * parameters they use; -1 when the solver chosen does not find it.
   */
  public int rank() {
    if (layout == null) {
      return 0;
    }
    Weighted current = current(layout);
    if (layout.columns == 0) {
      return current.basis.rank;
    }
    int reduced = current.system().rank();
    return reduced < 0 ? -1 : current.basis.rank + reduced;
  }

  /**
   * Leverage of each row in a regression on the effects alone, under the weights last set.
   *
   * @throws careworkforce.common.error.UserError if the smaller effects have too many levels for
   *     the dense solver, which this needs
   */
  public double[] leverage() {
    double[] leverage = new double[rows];
    if (layout != null) {
      current(layout).leverage(leverage);
    }
    return leverage;
  }

  private Weighted current(Layout arranged) {
    Weighted current = weighted;
    if (current == null) {
      current = new Weighted(arranged, null, options);
      weighted = current;
    }
    return current;
  }

  private static double worst(double[] left, double[] spread) {
    double worst = 0;
    for (int c = 0; c < left.length; c++) {
      worst = Math.max(worst, spread[c] > 0 ? left[c] / spread[c] : 0);
    }
    return worst;
  }
}
