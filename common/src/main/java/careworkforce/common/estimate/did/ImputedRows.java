package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Components;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.DesignOptions;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.linear.LeastSquares;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows with the outcome they would have had without treatment, and the weights that an average of
 * their effects puts on every outcome.
 *
 * <p>Those weights w1 on treated rows imply v = -W Z (Z0'W Z0)^-1 Z1'w1 on untreated ones, Z the
 * effects and controls. They are found by the same absorber that fits, on all rows with the treated
 * at a tiny weight, and refined until that weight no longer shows.
 */
final class ImputedRows {
  private static final double TINY = 1e-7;
  private static final int REFINEMENTS = 3;

  private final Design design;
  private final Absorber absorber;
  private final double[] cohorts;
  private final double[] times;
  private final int[] units;
  private final double[] weights;
  private final double[] residual;
  private final double[][] controls;

  private ImputedRows(Design design, double[] cohorts, double[] times, int[] units) {
    this.design = design;
    this.absorber = Absorber.of(design.effects(), design.size());
    this.cohorts = cohorts;
    this.times = times;
    this.units = units;
    this.weights = design.weights() == null ? ones(design.size()) : design.weights();
    this.controls = design.exogenous().stream().map(c -> c.values()).toArray(double[][]::new);
    double[] on = scaled(0);
    double[][] columns = Arrays.copyOf(controls, controls.length + 1);
    columns[controls.length] = design.outcome().values();
    absorber.reweight(on);
    this.residual = left(columns, on);
  }

  static ImputedRows of(StaggeredDesign given, List<String> notes) {
    Design whole = build(given);
    boolean[] possible = possible(given, whole);
    int[] kept = IntStream.range(0, whole.size()).filter(i -> possible[i]).toArray();
    double[] times = given.eventTimes();
    if (Arrays.stream(kept).noneMatch(i -> times[whole.rows()[i]] >= 0)) {
      throw UserError.checks(
          "impute outcomes without treatment",
          "every treated row is in a level of " + given.effects() + " without untreated rows",
          "Extend the data to before treatment, or absorb coarser effects");
    }
    if (kept.length < whole.size()) {
      notes.add(
          (whole.size() - kept.length)
              + " treated rows were left out: a level of "
              + given.effects()
              + " they are in has no untreated row.");
    }
    StaggeredDesign usable =
        given.on(given.data().take(Arrays.stream(kept).map(i -> whole.rows()[i]).toArray()));
    Design design = build(usable);
    double[] cohort = given.cohorts();
    int[] unit = given.data().column(given.unit()).codes().values();
    int[] source = Arrays.stream(design.rows()).map(row -> whole.rows()[kept[row]]).toArray();
    ImputedRows rows =
        new ImputedRows(
            design,
            Arrays.stream(source).mapToDouble(i -> cohort[i]).toArray(),
            Arrays.stream(source).mapToDouble(i -> times[i]).toArray(),
            Arrays.stream(source).map(i -> unit[i]).toArray());
    rows.requireConnected(notes);
    return rows;
  }

  private static Design build(StaggeredDesign design) {
    return DesignBuilder.build(
        Formula.parse(design.formula("")).single(),
        design.data(),
        new DesignOptions(
            design.weights(), null, List.of(design.cluster()), List.of(), false, null, null));
  }

  /** Whether each row is untreated, or all its levels also have untreated rows. */
  private static boolean[] possible(StaggeredDesign given, Design whole) {
    double[] times = given.eventTimes();
    boolean[] possible = new boolean[whole.size()];
    Arrays.fill(possible, true);
    for (Effect effect : whole.effects()) {
      boolean[] seen = new boolean[effect.levels()];
      for (int i = 0; i < possible.length; i++) {
        seen[effect.codes()[i]] |= !(times[whole.rows()[i]] >= 0);
      }
      for (int i = 0; i < possible.length; i++) {
        possible[i] &= seen[effect.codes()[i]];
      }
    }
    return possible;
  }

  private void requireConnected(List<String> notes) {
    absorber.reweight(weights);
    int all = absorber.rank();
    absorber.reweight(scaled(0));
    int untreated = absorber.rank();
    if (all < 0 || untreated < 0) {
      List<Effect> effects = design.effects();
      if (effects.size() != 2 || !effects.stream().allMatch(Effect::plain)) {
        notes.add(
            "It was not checked that untreated rows tie down all effects: these have too many"
                + " levels. Levels that meet in treated rows only would be imputed at random.");
        return;
      }
      all = parameters(effects.get(0), effects.get(1), i -> true);
      untreated = parameters(effects.get(0), effects.get(1), i -> !treated(i));
    }
    if (untreated < all) {
      throw UserError.checks(
          "impute outcomes without treatment",
          "untreated rows tie down "
              + untreated
              + " of the effects' "
              + all
              + " parameters, as some levels meet in treated rows only",
          "Absorb coarser effects, or drop those levels");
    }
  }

  /** Levels of two effects less the components that some rows join them into. */
  private int parameters(Effect left, Effect right, IntPredicate among) {
    int[] rows = IntStream.range(0, size()).filter(among).toArray();
    return left.levels()
        + right.levels()
        - Components.count(
            Arrays.stream(rows).map(i -> left.codes()[i]).toArray(),
            left.levels(),
            Arrays.stream(rows).map(i -> right.codes()[i]).toArray(),
            right.levels());
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Weights, those of treated rows times a factor. */
  private double[] scaled(double factor) {
    double[] result = new double[weights.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = weights[i] * (treated(i) ? factor : 1);
    }
    return result;
  }

  /** What effects and controls, fitted at some weights, leave of the last of some columns. */
  private double[] left(double[][] columns, double[] on) {
    double[][] within = absorber.residualise(columns).residuals();
    double[] target = within[columns.length - 1];
    double[][] scaled = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      scaled[c] = within[c].clone();
      for (int i = 0; i < on.length; i++) {
        scaled[c][i] *= Math.sqrt(on[i]);
      }
    }
    LeastSquares fit = LeastSquares.of(Arrays.copyOf(scaled, columns.length - 1));
    double[] b = fit.solve(new double[][] {scaled[columns.length - 1]})[0];
    for (int k = 0; k < b.length; k++) {
      double[] column = within[fit.kept()[k]];
      for (int i = 0; i < target.length; i++) {
        target[i] -= b[k] * column[i];
      }
    }
    return target;
  }

  int size() {
    return times.length;
  }

  boolean treated(int row) {
    return times[row] >= 0;
  }

  double eventTime(int row) {
    return times[row];
  }

  double weight(int row) {
    return weights[row];
  }

  /** Average effect under some weights on treated rows. */
  double average(double[] target) {
    return CrossProducts.dot(target, residual);
  }

  /** Variance of several averages. */
  double[][] variance(double[][] targets) {
    Levels clusters = design.clusters().values().iterator().next();
    double[][] sums = new double[targets.length][clusters.count()];
    CohortCells cells = new CohortCells(cohorts, times, units);
    for (int k = 0; k < targets.length; k++) {
      double[] on = spread(targets[k]);
      double[] noise = cells.noise(on, residual);
      for (int i = 0; i < on.length; i++) {
        sums[k][clusters.codes()[i]] += on[i] * noise[i];
      }
    }
    return Small.symmetric(CrossProducts.gram(sums));
  }

  /** Weights on all outcomes that weights on the effects of treated rows imply. */
  double[] spread(double[] target) {
    double[] on = scaled(TINY);
    absorber.reweight(on);
    double[] fitted = new double[target.length];
    for (int round = 0; round < REFINEMENTS; round++) {
      double[] pull = new double[target.length];
      for (int i = 0; i < pull.length; i++) {
        pull[i] = treated(i) && on[i] > 0 ? target[i] / on[i] + fitted[i] : 0;
      }
      double[][] columns = Arrays.copyOf(controls, controls.length + 1);
      columns[controls.length] = pull;
      double[] left = left(columns, on);
      for (int i = 0; i < pull.length; i++) {
        fitted[i] = pull[i] - left[i];
      }
    }
    double[] result = new double[target.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = treated(i) ? target[i] : -weights[i] * fitted[i];
    }
    return result;
  }
}
