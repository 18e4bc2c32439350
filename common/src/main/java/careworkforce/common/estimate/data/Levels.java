package careworkforce.common.estimate.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels of rows: dense codes from 0.
 *
 * @param codes one a row
 * @param count number of levels
 */
public record Levels(int[] codes, int count) {
  private static final long DIRECT = 50_000_000;

  /**
   * Levels of rows by the combinations of several columns' codes, numbered in the columns' order.
   */
  public static Levels combine(List<int[]> columns, int[] counts) {
    Levels result = new Levels(columns.get(0), counts[0]);
    for (int c = 1; c < counts.length; c++) {
      result = cross(result, columns.get(c), counts[c]);
    }
    return result;
  }

  private static Levels cross(Levels left, int[] right, int rightCount) {
    int rows = right.length;
    if ((long) left.count * rightCount <= Math.max(DIRECT, 4L * rows)
        && (long) left.count * rightCount < Integer.MAX_VALUE - 8) {
      int[] packed = new int[rows];
      for (int i = 0; i < rows; i++) {
        packed[i] = left.codes[i] * rightCount + right[i];
      }
      return compress(packed, left.count * rightCount);
    }
    long[] packed = new long[rows];
    for (int i = 0; i < rows; i++) {
      packed[i] = (long) left.codes[i] * rightCount + right[i];
    }
    long[] sorted = packed.clone();
    Arrays.parallelSort(sorted);
    Map<Long, Integer> place = new HashMap<>();
    int count = 0;
    for (int i = 0; i < rows; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        place.put(sorted[i], count++);
      }
    }
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = place.getOrDefault(packed[i], -1);
    }
    return new Levels(codes, count);
  }

  /** The same levels, all below a bound, numbered without gaps in ascending order. */
  public static Levels compress(int[] codes, int bound) {
    int[] place = new int[bound];
    for (int code : codes) {
      place[code] = 1;
    }
    int count = 0;
    for (int level = 0; level < bound; level++) {
      place[level] = place[level] == 0 ? -1 : count++;
    }
    if (count == bound) {
      return new Levels(codes, count);
    }
    int[] dense = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      dense[i] = place[codes[i]];
    }
    return new Levels(dense, count);
  }

  /** Whether every level of this lies within one level of the other. */
  public boolean nestedIn(Levels other) {
    int[] within = new int[count];
    Arrays.fill(within, -1);
    for (int i = 0; i < codes.length; i++) {
      int seen = within[codes[i]];
      if (seen >= 0 && seen != other.codes[i]) {
        return false;
      }
      within[codes[i]] = other.codes[i];
    }
    return true;
  }
}
