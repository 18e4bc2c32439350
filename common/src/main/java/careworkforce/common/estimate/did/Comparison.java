package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Units to compare the treated with. */
final class Comparison {
  private Comparison() {}

  /** Weight of each row, 1 without weights. */
  static double[] weights(StaggeredDesign design) {
    if (design.weights() != null) {
      return design.data().numbers(design.weights());
    }
    double[] ones = new double[design.data().rows()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * The design without units treated from their first period on, which have no before.
   *
   * @throws UserError if these are all
   */
  static StaggeredDesign withoutAlwaysTreated(StaggeredDesign design, List<String> notes) {
    double first = design.range()[0];
    double[] cohorts = design.cohorts();
    int[] rows = IntStream.range(0, cohorts.length).filter(i -> cohorts[i] > first).toArray();
    if (rows.length == cohorts.length) {
      return design;
    }
    if (rows.length == 0) {
      throw UserError.checks(
          "compare treated units with others",
          "all units are treated by the first period, " + Column.label(first),
          "Extend the data to before treatment, or add units that are never, or later, treated");
    }
    notes.add(
        (cohorts.length - rows.length)
            + " rows of units treated by the first period, "
            + Column.label(first)
            + ", were left out.");
    return design.on(design.data().take(rows));
  }

  /**
   * The design itself where some units are never treated; otherwise the rows before the last
   * cohort's treatment, in which that cohort is untreated throughout.
   */
  static StaggeredDesign withNever(StaggeredDesign design, List<String> notes) {
    double[] cohorts = design.cohorts();
    if (Arrays.stream(cohorts).anyMatch(Double::isInfinite)) {
      return design;
    }
    double last = Arrays.stream(cohorts).max().orElse(0);
    double[] periods = design.periods();
    int[] rows = IntStream.range(0, periods.length).filter(i -> periods[i] < last).toArray();
    if (rows.length == 0 || Arrays.stream(cohorts).distinct().count() < 2) {
      throw UserError.checks(
          "compare treated units with others",
          "all units are first treated in period " + Column.label(last),
          "Add units that are never, or later, treated");
    }
    notes.add(
        "No unit is never treated: cohort "
            + Column.label(last)
            + " is the comparison, and periods from "
            + Column.label(last)
            + " on are left out.");
    return design.on(design.data().take(rows));
  }
}
