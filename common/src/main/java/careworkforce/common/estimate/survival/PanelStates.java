package careworkforce.common.estimate.survival;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** States seen at times, as steps between consecutive observations of a unit. */
final class PanelStates {
  /** From one observation to the next; the row is the earlier one's. */
  record Step(int from, int to, double elapsed, int row) {}

  private PanelStates() {}

  /** Steps of units in their order, each by time; rows with a missing state are passed over. */
  static List<Step> steps(Frame data, String unit, String time, String state) {
    Column.Codes units = data.column(unit).codes();
    Column.Codes states = data.column(state).codes();
    double[] times = data.numbers(time);
    List<Integer> rows =
        IntStream.range(0, data.rows())
            .filter(i -> units.values()[i] >= 0 && states.values()[i] >= 0)
            .filter(i -> Double.isFinite(times[i]))
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> units.values()[i])
                    .thenComparingDouble(i -> times[i])
                    .thenComparingInt(i -> i))
            .toList();
    List<Step> steps = new ArrayList<>();
    for (int k = 1; k < rows.size(); k++) {
      int before = rows.get(k - 1);
      int now = rows.get(k);
      if (units.values()[before] != units.values()[now]) {
        continue;
      }
      if (times[before] == times[now]) {
        throw UserError.checks(
            "order the states of unit " + units.levels().get(units.values()[now]),
            "it has two rows at time " + Column.label(times[now]),
            "Give one row a unit and time");
      }
      steps.add(
          new Step(
              states.values()[before], states.values()[now], times[now] - times[before], before));
    }
    return steps;
  }
}
