package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The stacked event study: for each cohort a sub-experiment of it and of units untreated through
 * the whole window, all piled up, each with effects of its own (Cengiz, Dube, Lindner and Zipperer
 * 2019).
 *
 * <p>With {@link Weights#CORRECTIVE} controls are weighted so that the coefficients are averages
 * over the treated (Wing, Freedman and Hollingsworth 2024); without, cohorts are weighted by
 * variance. Cohorts whose window the data do not cover are left out, so that every event time
 * averages over the same cohorts.
 */
public final class StackedEventStudy {
  /** How sub-experiments are weighted. */
  public enum Weights {
    /** As least squares does, by the variance of treatment. */
    VARIANCE,
    /** By their share of treated units. */
    CORRECTIVE
  }

  private static final String EXPERIMENT = "experiment";
  private static final String EVENT = "event";
  private static final String STACK_WEIGHT = "stack_weight";
  private static final String TERM = "i(" + EVENT + ", ref = -1)";

  private StackedEventStudy() {}

  /**
   * Fits, with event time -1 as reference.
   *
   * @param before periods before treatment in the window, at least 1
   * @param after periods after the first treated one in the window
   * @throws UserError if no cohort has its window within the data and units to compare with
   */
  public static EventPath fit(StaggeredDesign given, int before, int after, Weights weighting) {
    List<String> notes = new ArrayList<>();
    StaggeredDesign design = Comparison.withoutAlwaysTreated(given, notes);
    Stack stack = stacked(design, before, after, notes);
    Frame data =
        design
            .data()
            .take(stack.rows.stream().mapToInt(Integer::intValue).toArray())
            .with(EXPERIMENT, stack.experiments.toArray(String[]::new))
            .with(EVENT, TwoWayEventStudy.levels(numbers(stack.events), -1));
    String[] effects =
        design.effects().stream().map(e -> e + "^" + EXPERIMENT).toArray(String[]::new);
    StaggeredDesign stacked = design.on(data).withEffects(effects);
    Frame weighted = data.with(STACK_WEIGHT, weights(stacked, stack, weighting));
    Fit fit = stacked.withWeights(STACK_WEIGHT).regression(weighted, TERM).fit();
    EventPath path = TwoWayEventStudy.path(fit, notes);
    return new EventPath(
        "Stacked",
        path.times(),
        path.effects(),
        path.variance(),
        path.overall(),
        path.degrees(),
        path.level(),
        path.critical(),
        path.notes());
  }

  /** Rows of the data, repeated, with the sub-experiment and the event time of each. */
  private record Stack(List<Integer> rows, List<String> experiments, List<Double> events) {}

  private static Stack stacked(StaggeredDesign design, int before, int after, List<String> notes) {
    double[] periods = design.periods();
    double[] cohorts = design.cohorts();
    double[] range = design.range();
    double first = range[0];
    double last = range[1];
    TreeSet<Double> groups = new TreeSet<>();
    Arrays.stream(cohorts).filter(Double::isFinite).forEach(groups::add);
    Stack stack = new Stack(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> left = new ArrayList<>();
    for (double group : groups) {
      boolean compared = Arrays.stream(cohorts).anyMatch(c -> c > group + after);
      if (group - before < first || group + after > last || !compared) {
        left.add(Column.label(group));
        continue;
      }
      for (int i = 0; i < periods.length; i++) {
        boolean inside = periods[i] >= group - before && periods[i] <= group + after;
        if (inside && (cohorts[i] == group || cohorts[i] > group + after)) {
          stack.rows.add(i);
          stack.experiments.add(Column.label(group));
          stack.events.add(cohorts[i] == group ? periods[i] - group : Double.NaN);
        }
      }
    }
    if (stack.rows.isEmpty()) {
      throw UserError.checks(
          "stack cohorts with " + before + " periods before and " + after + " after",
          "none of the cohorts " + left + " has that window and units untreated through it",
          "Shorten the window");
    }
    if (!left.isEmpty()) {
      notes.add("Cohorts without the whole window or a comparison were left out: " + left + ".");
    }
    return stack;
  }

  /** Weights by the rows that the regression uses, which alone count in the shares. */
  private static double[] weights(StaggeredDesign stacked, Stack stack, Weights weighting) {
    double[] weights = Comparison.weights(stacked).clone();
    if (weighting == Weights.VARIANCE) {
      return weights;
    }
    int[] used =
        DesignBuilder.build(
                Formula.parse(stacked.formula(TERM)).single(),
                stacked.data(),
                stacked.regression(stacked.data(), TERM).options().forDesign())
            .rows();
    Map<String, double[]> sizes = new HashMap<>();
    double[] all = new double[2];
    for (int i : used) {
      int treated = Double.isNaN(stack.events.get(i)) ? 0 : 1;
      double[] sums = sizes.computeIfAbsent(stack.experiments.get(i), e -> new double[2]);
      sums[treated] += weights[i];
      all[treated] += weights[i];
    }
    for (int i : used) {
      double[] sums = sizes.getOrDefault(stack.experiments.get(i), all);
      if (Double.isNaN(stack.events.get(i))) {
        weights[i] *= (sums[1] / all[1]) / (sums[0] / all[0]);
      }
    }
    return weights;
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
