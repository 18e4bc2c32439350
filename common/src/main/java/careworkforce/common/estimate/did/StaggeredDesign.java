package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Data in which units are first treated at different times and stay treated: which columns are
 * what. Every estimator of this package starts from it.
 *
 * <pre>{@code
 * StaggeredDesign design = StaggeredDesign.of(data, "turnover", "home", "month", "first_treated")
 *     .withControls("beds").withCluster("authority");
 * EventPath path = SunAbraham.fit(design).byEventTime();
 * }</pre>
 *
 * @param data one row a unit and period
 * @param outcome column of the outcome
 * @param unit column of the unit
 * @param time column of the period, a number
 * @param cohort column of the period in which the unit is first treated, a number; missing,
 *     infinite or after the last period for units never treated, as is 0 where all periods are
 *     positive
 * @param controls regressors beside the treatment, as in a formula
 * @param effects absorbed effects of the regressions, as in a formula; unit and time unless said
 *     otherwise
 * @param weights column of weights, or null
 * @param variance of the regressions, as {@code VarianceSpec.parse} reads it; clustered by unit
 *     unless said otherwise. Estimators that sum influences do so by its column where it is one
 *     cluster, by unit otherwise, and note that
 */
public record StaggeredDesign(
    Frame data,
    String outcome,
    String unit,
    String time,
    String cohort,
    List<String> controls,
    List<String> effects,
    @Nullable String weights,
    String variance) {

  /** A design without controls or weights, clustered by unit. */
  public static StaggeredDesign of(
      Frame data, String outcome, String unit, String time, String cohort) {
    return new StaggeredDesign(
        data, outcome, unit, time, cohort, List.of(), List.of(unit, time), null, "cluster:" + unit);
  }

  /** This design with regressors beside the treatment. */
  public StaggeredDesign withControls(String... terms) {
    return new StaggeredDesign(
        data, outcome, unit, time, cohort, List.of(terms), effects, weights, variance);
  }

  /** This design with other absorbed effects, such as {@code home} and {@code region^month}. */
  public StaggeredDesign withEffects(String... terms) {
    return new StaggeredDesign(
        data, outcome, unit, time, cohort, controls, List.of(terms), weights, variance);
  }

  /** This design with weights. */
  public StaggeredDesign withWeights(String column) {
    return new StaggeredDesign(
        data, outcome, unit, time, cohort, controls, effects, column, variance);
  }

  /** This design with another clustering, coarser than units. */
  public StaggeredDesign withCluster(String column) {
    return new StaggeredDesign(
        data, outcome, unit, time, cohort, controls, effects, weights, "cluster:" + column);
  }

  /** This design with another variance of its regressions, such as {@code iid}. */
  public StaggeredDesign withVariance(String text) {
    return new StaggeredDesign(data, outcome, unit, time, cohort, controls, effects, weights, text);
  }

  /** The column that influences are summed by: that of the variance where it is one cluster. */
  String cluster() {
    return clustered() ? variance.substring("cluster:".length()) : unit;
  }

  private boolean clustered() {
    return variance.startsWith("cluster:") && !variance.contains("+");
  }

  /** That influences are summed by unit, where another variance was asked for. */
  Optional<String> clusterNote() {
    return clustered()
        ? Optional.empty()
        : Optional.of(
            "Standard errors are clustered by "
                + unit
                + ": "
                + variance
                + " is a variance of regressions, which these effects do not come from.");
  }

  /** This design on other data of the same columns. */
  StaggeredDesign on(Frame other) {
    return new StaggeredDesign(
        other, outcome, unit, time, cohort, controls, effects, weights, variance);
  }

  /** Period of each row. */
  double[] periods() {
    return data.numbers(time);
  }

  /**
   * The first and the last period, rows without one left aside.
   *
   * @throws UserError if no row has a period
   */
  double[] range() {
    DoubleSummaryStatistics known =
        Arrays.stream(periods()).filter(Double::isFinite).summaryStatistics();
    if (known.getCount() == 0) {
      throw UserError.checks(
          "follow units around their treatment",
          "no row has a period in '" + time + "'",
          "Give the period as a number");
    }
    return new double[] {known.getMin(), known.getMax()};
  }

  /** First treated period of each row's unit; positive infinity for units never treated. */
  double[] cohorts() {
    double[] range = range();
    double first = range[0];
    double last = range[1];
    double[] given = data.numbers(cohort);
    double[] cohorts = new double[given.length];
    boolean any = false;
    for (int i = 0; i < given.length; i++) {
      boolean never = !(given[i] <= last) || (given[i] == 0 && first > 0);
      cohorts[i] = never ? Double.POSITIVE_INFINITY : given[i];
      any |= !never;
    }
    if (!any) {
      throw UserError.checks(
          "follow units around their treatment",
          "no unit of '" + cohort + "' is treated by period " + Column.label(last),
          "Check the column, or extend the data");
    }
    return cohorts;
  }

  /** Periods since first treatment of each row, negative before; NaN for units never treated. */
  double[] eventTimes() {
    double[] periods = periods();
    double[] times = cohorts();
    for (int i = 0; i < times.length; i++) {
      times[i] = Double.isInfinite(times[i]) ? Double.NaN : periods[i] - times[i];
    }
    return times;
  }

  /** The regression of the outcome on a term and the controls within the effects. */
  Estimate regression(Frame with, String term) {
    Estimate estimate = Estimate.ols(formula(term), with).variance(variance);
    return weights == null ? estimate : estimate.weights(weights);
  }

  /** The formula of that regression; no term for the controls alone. */
  String formula(String term) {
    String right =
        Stream.concat(Stream.of(term), controls.stream())
            .filter(t -> !t.isEmpty())
            .collect(Collectors.joining(" + "));
    return quoted(outcome)
        + " ~ "
        + (right.isEmpty() ? "1" : right)
        + " | "
        + String.join(" + ", effects);
  }

  /** A column's name as a formula reads it. */
  static String quoted(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_.]*") ? name : "`" + name + "`";
  }
}
