package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Group-time average effects of Callaway and Sant'Anna (2021) on a balanced panel.
 *
 * <p>The effect on the units first treated in g, in period t, is their change since a base period
 * less that of units not treated. Controls of the design are covariates; their value in the earlier
 * of the two periods counts.
 *
 * <pre>{@code
 * GroupTimeEffects effects = CallawaySantAnna.of(design).method(Method.DOUBLY_ROBUST)
 *     .control(Control.NOT_YET).fit().bootstrap(999, 7);
 * EventPath path = effects.byEventTime();
 * }</pre>
 */
public final class CallawaySantAnna {
  /** How the comparison's covariates are made those of the treated. */
  public enum Method {
    /** The untreated's changes are regressed on covariates. */
    REGRESSION,
    /** The untreated are weighted by the odds of treatment given covariates. */
    WEIGHTING,
    /** Both; right when either is. */
    DOUBLY_ROBUST
  }

  /** With whom the treated are compared. */
  public enum Control {
    /** Units never treated. */
    NEVER,
    /** Those, and units treated in neither of the two periods. */
    NOT_YET
  }

  /** From which period changes before treatment are counted. */
  public enum Base {
    /** The period before each. */
    VARYING,
    /** The last period before treatment, as after it. */
    UNIVERSAL
  }

  private final StaggeredDesign design;
  private Method method = Method.DOUBLY_ROBUST;
  private Control control = Control.NEVER;
  private Base base = Base.VARYING;
  private int anticipation;

  private CallawaySantAnna(StaggeredDesign design) {
    this.design = design;
  }

  /** Doubly robust, against the never treated, varying base, unless said otherwise. */
  public static CallawaySantAnna of(StaggeredDesign design) {
    return new CallawaySantAnna(design);
  }

  /** How covariates are used. */
  public CallawaySantAnna method(Method chosen) {
    method = chosen;
    return this;
  }

  /** With whom the treated are compared. */
  public CallawaySantAnna control(Control chosen) {
    control = chosen;
    return this;
  }

  /** From which period changes are counted. */
  public CallawaySantAnna base(Base chosen) {
    base = chosen;
    return this;
  }

  /**
   * Periods before treatment in which units may already respond to it, 0 unless said otherwise.
   *
   * <p>Effects from so many periods before treatment on count from the last period before these,
   * whatever the base, as ATT(g, t) of the paper for t from g less these. The R package did counts
   * them so from treatment on only; with a varying base it takes the period before each until then.
   */
  public CallawaySantAnna anticipation(int periods) {
    anticipation = periods;
    return this;
  }

  /**
   * Estimates every group in every period.
   *
   * @throws UserError if no unit can be compared with, or a covariate predicts treatment
   */
  public GroupTimeEffects fit() {
    List<String> notes = new ArrayList<>(design.clusterNote().stream().toList());
    StaggeredDesign usable = Comparison.withoutAlwaysTreated(design, notes);
    BalancedPanel panel = BalancedPanel.of(usable, notes);
    UnitColumns columns = new UnitColumns(usable, panel);
    List<GroupTimeEffects.Cell> cells = new ArrayList<>();
    TreeSet<Double> groups = new TreeSet<>();
    Arrays.stream(panel.cohorts()).filter(Double::isFinite).forEach(groups::add);
    for (double group : groups) {
      int last = lastBefore(panel.periods(), group - anticipation);
      for (int t = base == Base.VARYING ? 1 : 0; last >= 0 && t < panel.periods().length; t++) {
        boolean after = panel.periods()[t] >= group - anticipation;
        int from = base == Base.UNIVERSAL || after ? last : t - 1;
        cells.add(cell(panel, columns, group, t, from, notes));
      }
    }
    if (cells.stream().allMatch(c -> Double.isNaN(c.effect()))) {
      throw UserError.checks(
          "estimate group-time effects of '" + design.cohort() + "'",
          "no group has both a period before treatment and units to compare with",
          "Use Control.NOT_YET, or add units never treated");
    }
    return GroupTimeEffects.of(
        cells.stream().filter(c -> !Double.isNaN(c.effect())).toList(), panel, columns, notes);
  }

  private static int lastBefore(double[] periods, double bound) {
    return (int) Arrays.stream(periods).filter(p -> p < bound).count() - 1;
  }

  private GroupTimeEffects.Cell cell(
      BalancedPanel panel, UnitColumns columns, double group, int t, int from, List<String> notes) {
    double period = panel.periods()[t];
    if (t == from) {
      return new GroupTimeEffects.Cell(group, period, 0, new double[panel.units()], true);
    }
    double until = panel.periods()[Math.max(t, from)] + anticipation;
    int[] members =
        IntStream.range(0, panel.units())
            .filter(u -> panel.cohorts()[u] == group || untreated(panel.cohorts()[u], until))
            .toArray();
    if (Arrays.stream(members).allMatch(u -> panel.cohorts()[u] == group)) {
      notes.add(
          "Nobody to compare cohort "
              + Column.label(group)
              + " with in period "
              + Column.label(period)
              + "; its effect there was left out.");
      return new GroupTimeEffects.Cell(group, period, Double.NaN, new double[0], false);
    }
    TwoByTwo fit = compare(panel, columns, members, group, t, from);
    double[] influence = new double[panel.units()];
    for (int i = 0; i < members.length; i++) {
      influence[members[i]] = fit.influence[i] * panel.units() / members.length;
    }
    return new GroupTimeEffects.Cell(group, period, fit.effect, influence, false);
  }

  private TwoByTwo compare(
      BalancedPanel panel, UnitColumns columns, int[] members, double group, int t, int from) {
    double[] change = new double[members.length];
    boolean[] treated = new boolean[members.length];
    for (int i = 0; i < change.length; i++) {
      double[] path = panel.outcome()[members[i]];
      change[i] = path[t] - path[from];
      treated[i] = panel.cohorts()[members[i]] == group;
    }
    int early = Math.min(t, from);
    return new TwoByTwo(
        change,
        treated,
        columns.covariates(members, early),
        columns.weights(members, early),
        method);
  }

  private boolean untreated(double cohort, double until) {
    return Double.isInfinite(cohort) || (control == Control.NOT_YET && cohort > until);
  }
}
