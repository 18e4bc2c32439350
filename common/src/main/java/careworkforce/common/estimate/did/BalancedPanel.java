package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.List;

/**
 * Units by periods, every unit seen in every period.
 *
 * @param periods in ascending order
 * @param outcome units by periods
 * @param rows the frame's row of each unit and period
 * @param cohorts first treated period of each unit, infinite if never
 */
record BalancedPanel(double[] periods, double[][] outcome, int[][] rows, double[] cohorts) {

  /** Number of units. */
  int units() {
    return rows.length;
  }

  /**
   * Reads a design; units not seen in every period, or with a missing outcome or weight, are left
   * out and counted in a note.
   *
   * @throws UserError if a unit has two rows in a period or changes cohort, or no unit is complete
   */
  static BalancedPanel of(StaggeredDesign design, List<String> notes) {
    Frame data = design.data();
    double[] outcome = data.numbers(design.outcome());
    int[][] rows = rows(design, outcome);
    int[][] complete =
        Arrays.stream(rows)
            .filter(row -> Arrays.stream(row).allMatch(i -> i >= 0))
            .toArray(int[][]::new);
    if (complete.length == 0) {
      throw UserError.checks(
          "follow units of '" + design.unit() + "'",
          "none is seen in all " + rows[0].length + " periods",
          "Choose fewer periods, or an estimator by regression");
    }
    if (complete.length < rows.length) {
      notes.add((rows.length - complete.length) + " units not seen in every period were left out.");
    }
    return new BalancedPanel(
        Arrays.stream(design.periods()).filter(Double::isFinite).distinct().sorted().toArray(),
        gather(outcome, complete),
        complete,
        oneCohort(design, design.cohorts(), complete));
  }

  /** The row of each unit and period, -1 where there is no usable one. */
  private static int[][] rows(StaggeredDesign design, double[] outcome) {
    Frame data = design.data();
    Column.Codes units = data.column(design.unit()).codes();
    Column.Codes times = data.column(design.time()).codes();
    double[] weights = Comparison.weights(design);
    int width = times.levels().size();
    int[][] rows = new int[units.levels().size()][width];
    for (int[] row : rows) {
      Arrays.fill(row, -1);
    }
    for (int i = 0; i < outcome.length; i++) {
      int unit = units.values()[i];
      int time = times.values()[i];
      if (unit < 0 || time < 0 || !Double.isFinite(outcome[i]) || !(weights[i] >= 0)) {
        continue;
      }
      if (rows[unit][time] >= 0) {
        throw twice(design, units.levels().get(unit), times.levels().get(time));
      }
      rows[unit][time] = i;
    }
    return rows;
  }

  private static double[][] gather(double[] values, int[][] rows) {
    double[][] result = new double[rows.length][];
    for (int u = 0; u < rows.length; u++) {
      result[u] = Arrays.stream(rows[u]).mapToDouble(i -> values[i]).toArray();
    }
    return result;
  }

  private static double[] oneCohort(StaggeredDesign design, double[] cohorts, int[][] rows) {
    double[] result = new double[rows.length];
    for (int u = 0; u < rows.length; u++) {
      result[u] = cohorts[rows[u][0]];
      for (int row : rows[u]) {
        if (cohorts[row] != result[u]) {
          throw UserError.checks(
              "follow units of '" + design.unit() + "'",
              "row "
                  + (row + 1)
                  + " has cohort "
                  + Column.label(cohorts[row])
                  + " where the unit had "
                  + Column.label(result[u]),
              "Give each unit one value of '" + design.cohort() + "'");
        }
      }
    }
    return result;
  }

  private static UserError twice(StaggeredDesign design, String unit, String time) {
    return UserError.checks(
        "follow units of '" + design.unit() + "'",
        "unit " + unit + " has two rows in period " + time,
        "Give one row a unit and period");
  }
}
