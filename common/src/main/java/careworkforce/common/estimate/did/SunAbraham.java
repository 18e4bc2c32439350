package careworkforce.common.estimate.did;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.LinearEstimator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The interaction-weighted event study of Sun and Abraham (2021): one dummy for every cohort and
 * event time, averaged over cohorts by their shares.
 *
 * <p>Units never treated are the comparison; without any, the last cohort is, from which the
 * periods in which it is treated are left out. Shares count as fixed in the variance, as in
 * fixest's {@code sunab}; they are by weight where there are weights.
 */
public final class SunAbraham {
  private static final String CELL = "cell";
  private static final String REFERENCE = "reference";

  /** A cohort's dummy at an event time, at a position of the fit, and its weight in rows. */
  private record Cell(int position, double cohort, double time, double rows) {}

  private final Fit fit;
  private final List<Cell> cells;
  private final List<String> notes;

  private SunAbraham(Fit fit, List<Cell> cells, List<String> notes) {
    this.fit = fit;
    this.cells = cells;
    this.notes = notes;
  }

  /** Fits with event time -1 as the reference. */
  public static SunAbraham fit(StaggeredDesign design) {
    return fit(design, -1);
  }

  /** Fits with some event times as references. */
  public static SunAbraham fit(StaggeredDesign given, double... references) {
    List<String> notes = new ArrayList<>();
    StaggeredDesign design =
        Comparison.withNever(Comparison.withoutAlwaysTreated(given, notes), notes);
    double[] times = design.eventTimes();
    double[] cohorts = design.cohorts();
    String[] names = new String[times.length];
    for (int i = 0; i < times.length; i++) {
      double time = times[i];
      boolean left = Double.isNaN(time) || Arrays.stream(references).anyMatch(r -> r == time);
      names[i] = left ? REFERENCE : Column.label(time) + ":" + Column.label(cohorts[i]);
    }
    Frame with = design.data().with(CELL, Column.words(names));
    String term = "i(" + CELL + ", ref = " + REFERENCE + ")";
    EstimateOptions options = design.regression(with, term).options();
    Specification specification = Formula.parse(design.formula(term)).single();
    Design used = DesignBuilder.build(specification, with, options.forDesign());
    double[] weights = Comparison.weights(design);
    Map<String, double[]> seen = new HashMap<>();
    for (int row : used.rows()) {
      seen.computeIfAbsent(names[row], n -> new double[] {cohorts[row], times[row], 0})[2] +=
          weights[row];
    }
    Fit fit = LinearEstimator.fit(specification, used, options);
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < fit.coefficients().size(); c++) {
      String name = fit.coefficients().get(c).name();
      double[] cell = name.startsWith(CELL + "::") ? seen.get(name.substring(6)) : null;
      if (cell != null) {
        cells.add(new Cell(c, cell[0], cell[1], cell[2]));
      }
    }
    return new SunAbraham(fit, cells, notes);
  }

  /** The regression behind the averages; its dummies are named {@code cell::time:cohort}. */
  public Fit regression() {
    return fit;
  }

  /** Effects by event time, averaged over the cohorts seen there. */
  public EventPath byEventTime() {
    return path("event ", c -> true, Cell::time);
  }

  /** Effects by cohort, averaged over the periods in which it is treated. */
  public EventPath byCohort() {
    return path("cohort ", c -> c.time >= 0, Cell::cohort);
  }

  /** The average over all treated rows. */
  public Coefficient overall() {
    return new LinearSums(fit, Coefficient.LEVEL)
        .sum("average after treatment", weights(cells.stream().filter(c -> c.time >= 0).toList()));
  }

  private EventPath path(String prefix, Predicate<Cell> keep, ToDoubleFunction<Cell> along) {
    TreeMap<Double, List<Cell>> groups = new TreeMap<>();
    cells.stream()
        .filter(keep)
        .forEach(
            c -> groups.computeIfAbsent(along.applyAsDouble(c), k -> new ArrayList<>()).add(c));
    TreeMap<Double, double[]> rows = new TreeMap<>();
    groups.forEach((time, members) -> rows.put(time, weights(members)));
    return new LinearSums(fit, Coefficient.LEVEL)
        .path(
            "Sun-Abraham",
            prefix,
            rows,
            weights(cells.stream().filter(c -> c.time >= 0).toList()),
            notes);
  }

  private double[] weights(List<Cell> members) {
    double total = members.stream().mapToDouble(Cell::rows).sum();
    double[] weights = new double[fit.coefficients().size()];
    members.forEach(c -> weights[c.position] = c.rows / total);
    return weights;
  }
}
