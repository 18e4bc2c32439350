package careworkforce.common.estimate.absorb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are alone in a level of some effect, found again and again until none is left.
 *
 * <p>Such rows carry no within variation and overstate the number of clusters (Correia 2015).
 */
public final class Singletons {
  /** Rows behind a level are whole numbers but for rounding. */
  private static final double TWO = 1.5;

  private Singletons() {}

  /** Marks the rows to keep where each stands for itself. */
  public static boolean[] keep(List<int[]> codes, int[] levels) {
    return keep(codes, levels, null);
  }

  /**
   * Marks the rows to keep.
   *
   * @param codes one array of levels for each effect, equally long
   * @param levels number of levels of each effect
   * @param standsFor rows of the data behind each row, or null for one
   * @return one flag a row, true to keep
   */
  public static boolean[] keep(List<int[]> codes, int[] levels, double @Nullable [] standsFor) {
    int rows = codes.isEmpty() ? 0 : codes.get(0).length;
    boolean[] keep = new boolean[rows];
    java.util.Arrays.fill(keep, true);
    double[][] counts = new double[codes.size()][];
    for (int effect = 0; effect < counts.length; effect++) {
      counts[effect] = new double[levels[effect]];
      int[] code = codes.get(effect);
      for (int i = 0; i < rows; i++) {
        counts[effect][code[i]] += standsFor == null ? 1 : standsFor[i];
      }
    }
    while (dropRound(codes, counts, keep, standsFor)) {
      continue;
    }
    return keep;
  }

  private static boolean dropRound(
      List<int[]> codes, double[][] counts, boolean[] keep, double @Nullable [] standsFor) {
    boolean dropped = false;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i] && alone(codes, counts, i)) {
        keep[i] = false;
        dropped = true;
        for (int effect = 0; effect < counts.length; effect++) {
          counts[effect][codes.get(effect)[i]] -= standsFor == null ? 1 : standsFor[i];
        }
      }
    }
    return dropped;
  }

  private static boolean alone(List<int[]> codes, double[][] counts, int row) {
    for (int effect = 0; effect < counts.length; effect++) {
      if (counts[effect][codes.get(effect)[row]] < TWO) {
        return true;
      }
    }
    return false;
  }
}
