package careworkforce.common.estimate.absorb;

import java.util.List;

/**
 * Rows that are alone in a level of some effect, found again and again until none is left.
 *
 * <p>Such rows carry no within variation and overstate the number of clusters (Correia 2015).
 */
public final class Singletons {
  private Singletons() {}

  /**
   * Marks the rows to keep.
   *
   * @param codes one array of levels for each effect, equally long
   * @param levels number of levels of each effect
   * @return one flag a row, true to keep
   */
  public static boolean[] keep(List<int[]> codes, int[] levels) {
    int rows = codes.isEmpty() ? 0 : codes.get(0).length;
    boolean[] keep = new boolean[rows];
    java.util.Arrays.fill(keep, true);
    int[][] counts = new int[codes.size()][];
    for (int effect = 0; effect < counts.length; effect++) {
      counts[effect] = new int[levels[effect]];
      for (int code : codes.get(effect)) {
        counts[effect][code]++;
      }
    }
    while (dropRound(codes, counts, keep)) {
      continue;
    }
    return keep;
  }

  private static boolean dropRound(List<int[]> codes, int[][] counts, boolean[] keep) {
    boolean dropped = false;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i] && alone(codes, counts, i)) {
        keep[i] = false;
        dropped = true;
        for (int effect = 0; effect < counts.length; effect++) {
          counts[effect][codes.get(effect)[i]]--;
        }
      }
    }
    return dropped;
  }

  private static boolean alone(List<int[]> codes, int[][] counts, int row) {
    for (int effect = 0; effect < counts.length; effect++) {
      if (counts[effect][codes.get(effect)[row]] == 1) {
        return true;
      }
    }
    return false;
  }
}
