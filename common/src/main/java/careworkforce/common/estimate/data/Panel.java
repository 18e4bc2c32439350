package careworkforce.common.estimate.data;

import careworkforce.common.error.UserError;
import java.util.HashMap;
import java.util.Map;

/**
 * Units seen at whole-numbered times, by which values are shifted. A time that is not there gives a
 * missing value, so gaps are not jumped over.
 */
final class Panel {
  private final int[] unit;
  private final double[] time;
  private final Map<Long, Integer> rowOf = new HashMap<>();

  Panel(Frame frame, String unitName, String timeName) {
    unit = frame.column(unitName).codes().values();
    time = frame.numbers(timeName);
    for (int i = 0; i < unit.length; i++) {
      if (unit[i] < 0 || !Double.isFinite(time[i])) {
        continue;
      }
      if (time[i] != Math.rint(time[i])) {
        throw UserError.usage(
            "shift along '" + timeName + "'",
            "it holds " + time[i],
            "Number the periods with whole numbers, one apart");
      }
      Integer other = rowOf.putIfAbsent(key(unit[i], (long) time[i]), i);
      if (other != null) {
        throw UserError.usage(
            "shift within '" + unitName + "' along '" + timeName + "'",
            "rows " + (other + 1) + " and " + (i + 1) + " are the same unit and time",
            "Keep one row a unit and time");
      }
    }
  }

  /**
   * Values of the same unit some periods earlier (positive) or later (negative); NaN where not
   * seen.
   */
  double[] lag(double[] values, int periods) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      Integer row =
          unit[i] < 0 || !Double.isFinite(time[i])
              ? null
              : rowOf.get(key(unit[i], (long) time[i] - periods));
      result[i] = row == null ? Double.NaN : values[row];
    }
    return result;
  }

  private static long key(int unit, long time) {
    return (long) unit << 32 ^ time & 0xffffffffL;
  }
}
