package careworkforce.common.estimate.did;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Distributions;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Average effects by cohort and period with every unit's influence on them, and their averages
 * along event time, cohorts and calendar (Callaway and Sant'Anna 2021, section 3).
 *
 * <p>Standard errors are the root of the summed squares of influences over the number of units,
 * without a small-sample factor; with clusters, influences are summed by cluster first. Shares of
 * cohorts count as estimated.
 */
public final class GroupTimeEffects {
  /**
   * One cohort in one period.
   *
   * @param group period of first treatment
   * @param period the period
   * @param effect average effect on the treated
   * @param influence of each unit, times the number of units
   * @param base whether it is zero because it is the base period
   */
  public record Cell(double group, double period, double effect, double[] influence, boolean base) {
    double eventTime() {
      return period - group;
    }
  }

  private static final String NAME = "Callaway-Sant'Anna";

  private final List<Cell> cells;
  private final Levels clusters;
  private final InfluenceAverages averages;
  private final List<String> notes;
  private final @Nullable MultiplierBootstrap bootstrap;

  private GroupTimeEffects(
      List<Cell> cells,
      Levels clusters,
      InfluenceAverages averages,
      List<String> notes,
      @Nullable MultiplierBootstrap bootstrap) {
    this.cells = cells;
    this.clusters = clusters;
    this.averages = averages;
    this.notes = notes;
    this.bootstrap = bootstrap;
  }

  static GroupTimeEffects of(
      List<Cell> cells, BalancedPanel panel, UnitColumns columns, List<String> notes) {
    return new GroupTimeEffects(
        List.copyOf(cells),
        columns.clusters,
        new InfluenceAverages(panel.cohorts(), columns.first()),
        List.copyOf(notes),
        null);
  }

  /**
   * These effects with standard errors and simultaneous bands by the multiplier bootstrap:
   * influences times one random sign a cluster.
   */
  public GroupTimeEffects bootstrap(int draws, long seed) {
    return new GroupTimeEffects(
        cells,
        clusters,
        averages,
        notes,
        new MultiplierBootstrap(clusters, draws, seed, Coefficient.LEVEL));
  }

  /** The effects by cohort and period. */
  public List<Cell> cells() {
    return cells;
  }

  /** Standard error of each cell, NaN for base periods. */
  public double[] standardErrors() {
    return path("", new double[cells.size()], singles(), null).effects().stream()
        .mapToDouble(Coefficient::standardError)
        .toArray();
  }

  private List<InfluenceAverages.Average> singles() {
    return cells.stream()
        .map(c -> new InfluenceAverages.Average(c.effect(), c.influence()))
        .toList();
  }

  /** The average over all treated cohorts and periods, by cohort size. */
  public Coefficient simple() {
    return coefficient("simple average", averages.byShare(after()));
  }

  /** Effects by event time; the overall is their plain average from treatment on. */
  public EventPath byEventTime() {
    TreeMap<Double, List<Cell>> groups = grouped(cells, Cell::eventTime);
    List<InfluenceAverages.Average> path = groups.values().stream().map(averages::byShare).toList();
    List<InfluenceAverages.Average> treated =
        groups.tailMap(0.0, true).values().stream().map(averages::byShare).toList();
    return path("event ", times(groups), path, InfluenceAverages.plain(treated));
  }

  /** Effects by cohort, plain averages over its treated periods; the overall is by cohort size. */
  public EventPath byCohort() {
    TreeMap<Double, List<Cell>> groups = grouped(after(), Cell::group);
    List<InfluenceAverages.Average> path = new ArrayList<>();
    List<Cell> whole = new ArrayList<>();
    groups.forEach(
        (group, members) -> {
          InfluenceAverages.Average average =
              InfluenceAverages.plain(
                  members.stream()
                      .map(c -> new InfluenceAverages.Average(c.effect(), c.influence()))
                      .toList());
          path.add(average);
          whole.add(new Cell(group, group, average.effect(), average.influence(), false));
        });
    return path("cohort ", times(groups), path, averages.byShare(whole));
  }

  /** Effects by period, over the cohorts then treated; the overall is their plain average. */
  public EventPath byPeriod() {
    TreeMap<Double, List<Cell>> groups = grouped(after(), Cell::period);
    List<InfluenceAverages.Average> path = groups.values().stream().map(averages::byShare).toList();
    return path("period ", times(groups), path, InfluenceAverages.plain(path));
  }

  /**
   * Wald test that all effects before treatment are zero.
   *
   * @return statistic and degrees of freedom of chi-squared, and the p-value; statistic and p-value
   *     are NaN where the effects' variance is singular, as with more of them than clusters, and
   *     where there is no effect before treatment
   */
  public double[] pretest() {
    List<Cell> before = cells.stream().filter(c -> c.eventTime() < 0 && !c.base()).toList();
    if (before.isEmpty()) {
      return new double[] {Double.NaN, 0, Double.NaN};
    }
    double[] effects = before.stream().mapToDouble(Cell::effect).toArray();
    double[][] variance =
        InfluenceAverages.variance(
            before.stream().map(Cell::influence).toArray(double[][]::new), clusters);
    double wald = Small.definite(variance) ? Small.quadraticInverse(effects, variance) : Double.NaN;
    return new double[] {wald, effects.length, Distributions.chiUpper(wald, effects.length)};
  }

  private List<Cell> after() {
    return cells.stream().filter(c -> c.eventTime() >= 0).toList();
  }

  private static TreeMap<Double, List<Cell>> grouped(
      List<Cell> cells, ToDoubleFunction<Cell> along) {
    TreeMap<Double, List<Cell>> groups = new TreeMap<>();
    cells.forEach(
        c -> groups.computeIfAbsent(along.applyAsDouble(c), k -> new ArrayList<>()).add(c));
    return groups;
  }

  private static double[] times(TreeMap<Double, List<Cell>> groups) {
    return groups.keySet().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private EventPath path(
      String prefix,
      double[] times,
      List<InfluenceAverages.Average> path,
      InfluenceAverages.@Nullable Average overall) {
    double[][] influence =
        path.stream().map(InfluenceAverages.Average::influence).toArray(double[][]::new);
    double[][] variance = InfluenceAverages.variance(influence, clusters);
    MultiplierBootstrap.Result drawn = bootstrap == null ? null : bootstrap.run(influence);
    List<Coefficient> effects = new ArrayList<>();
    for (int k = 0; k < times.length; k++) {
      double error = drawn == null ? Math.sqrt(variance[k][k]) : drawn.standardErrors()[k];
      effects.add(
          Coefficient.of(
              prefix + Column.label(times[k]),
              path.get(k).effect(),
              variance[k][k] == 0 ? Double.NaN : error,
              Double.POSITIVE_INFINITY,
              Coefficient.LEVEL));
    }
    return new EventPath(
        NAME,
        times,
        effects,
        variance,
        overall == null ? null : coefficient("average after treatment", overall),
        Double.POSITIVE_INFINITY,
        Coefficient.LEVEL,
        drawn == null ? Double.NaN : drawn.critical(),
        notes);
  }

  private Coefficient coefficient(String name, InfluenceAverages.Average average) {
    double[][] influence = {average.influence()};
    double error =
        bootstrap == null
            ? Math.sqrt(InfluenceAverages.variance(influence, clusters)[0][0])
            : bootstrap.run(influence).standardErrors()[0];
    return Coefficient.of(
        name, average.effect(), error, Double.POSITIVE_INFINITY, Coefficient.LEVEL);
  }
}
