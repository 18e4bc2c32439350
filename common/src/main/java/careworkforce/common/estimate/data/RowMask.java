package careworkforce.common.estimate.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which rows stay, and why the others went; a row is counted under the first reason found. */
final class RowMask {
  private final boolean[] dropped;
  private final Map<String, Integer> reasons = new LinkedHashMap<>();

  RowMask(int rows) {
    dropped = new boolean[rows];
  }

  void dropUnusable(double[] values, String name) {
    int missing = 0;
    int infinite = 0;
    for (int i = 0; i < values.length; i++) {
      if (!dropped[i] && !Double.isFinite(values[i])) {
        dropped[i] = true;
        missing += Double.isNaN(values[i]) ? 1 : 0;
        infinite += Double.isNaN(values[i]) ? 0 : 1;
      }
    }
    count("missing in " + name, missing);
    count("infinite in " + name, infinite);
  }

  void dropMissing(int[] codes, String name) {
    int missing = 0;
    for (int i = 0; i < codes.length; i++) {
      if (!dropped[i] && codes[i] < 0) {
        dropped[i] = true;
        missing++;
      }
    }
    count("missing in " + name, missing);
  }

  void dropZero(double[] weights, String name) {
    int zero = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!dropped[i] && weights[i] == 0) {
        dropped[i] = true;
        zero++;
      }
    }
    count("zero weight " + name, zero);
  }

  private void count(String reason, int rows) {
    if (rows > 0) {
      reasons.merge(reason, rows, Integer::sum);
    }
  }

  Map<String, Integer> reasons() {
    return reasons;
  }

  /** Rows that stay, ascending. */
  int[] kept() {
    int count = 0;
    for (boolean gone : dropped) {
      count += gone ? 0 : 1;
    }
    int[] kept = new int[count];
    int next = 0;
    for (int i = 0; i < dropped.length; i++) {
      if (!dropped[i]) {
        kept[next++] = i;
      }
    }
    return kept;
  }
}
