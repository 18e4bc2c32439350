package careworkforce.common.estimate.absorb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows arranged by the largest effect, and the entries that each row has in the reduced system.
 *
 * <p>The largest effect is eliminated group by group; every other effect contributes one entry a
 * row (index into the reduced system and value, 1 unless it is a slope).
 */
final class Layout {
  final int rows;
  final Effect eliminated;

  /** Arranged position to caller's row, or null when the rows came arranged. */
  final int @Nullable [] order;

  /** First arranged row of each non-empty group, and the number of rows at the end. */
  final int[] starts;

  /** Reduced-system column of each entry, by entry and arranged row. */
  final int[][] index;

  /** Value of each entry, or null where it is 1 throughout. */
  final double[] @Nullable [] value;

  /** Slopes of the eliminated effect, in arranged order. */
  final double[][] slopes;

  /** Number of columns of the reduced system. */
  final int columns;

  /** Whether some effect has an intercept by level, so that a constant is absorbed. */
  final boolean constant;

  /**
   * A bit for each entry that differs within the group; only those have anything left after
   * demeaning.
   */
  final long[] varying;

  Layout(List<Effect> effects, int rows) {
    this.rows = rows;
    this.eliminated = largest(effects);
    this.constant = effects.stream().anyMatch(Effect::intercept);
    this.order = arrange(eliminated.codes(), eliminated.levels());
    this.starts = starts();
    this.slopes = eliminated.slopes().stream().map(this::arranged).toArray(double[][]::new);
    List<int[]> indices = new ArrayList<>();
    List<double @Nullable []> values = new ArrayList<>();
    int width = 0;
    for (Effect effect : effects) {
      if (effect == eliminated) {
        continue;
      }
      int[] codes = arranged(effect.codes());
      if (effect.intercept()) {
        indices.add(shifted(codes, width));
        values.add(null);
        width += effect.levels();
      }
      for (double[] slope : effect.slopes()) {
        indices.add(shifted(codes, width));
        values.add(scaled(codes, arranged(slope), effect));
        width += effect.levels();
      }
    }
    this.columns = width;
    this.index = indices.toArray(int[][]::new);
    this.value = values.toArray(double[][]::new);
    this.varying = varying();
  }

  /** Rows that came arranged, indices into the reduced system ready. */
  Layout(int[] starts, int[][] index, int columns, VaryingSlopes varyingSlopes) {
    this.rows = starts[starts.length - 1];
    this.slopes = varyingSlopes.eliminated();
    this.eliminated =
        new Effect("", new int[0], starts.length - 1, varyingSlopes.intercept(), List.of(slopes));
    this.constant = true;
    this.order = null;
    this.starts = starts;
    this.index = index;
    double[] @Nullable [] values = varyingSlopes.values();
    this.value = values.length == 0 ? new double[index.length][] : values;
    this.columns = columns;
    this.varying = varying();
  }

  int groups() {
    return starts.length - 1;
  }

  double[] arranged(double[] column) {
    if (order == null) {
      return column;
    }
    double[] result = new double[rows];
    for (int i = 0; i < rows; i++) {
      result[i] = column[order[i]];
    }
    return result;
  }

  private int[] arranged(int[] column) {
    if (order == null) {
      return column;
    }
    int[] result = new int[rows];
    for (int i = 0; i < rows; i++) {
      result[i] = column[order[i]];
    }
    return result;
  }

  private static Effect largest(List<Effect> effects) {
    Effect best = effects.get(0);
    for (Effect effect : effects) {
      if (effect.width() > best.width()) {
        best = effect;
      }
    }
    return best;
  }

  private static int @Nullable [] arrange(int[] codes, int levels) {
    boolean sorted = true;
    for (int i = 1; i < codes.length && sorted; i++) {
      sorted = codes[i] >= codes[i - 1];
    }
    if (sorted) {
      return null;
    }
    int[] next = new int[levels + 1];
    for (int code : codes) {
      next[code + 1]++;
    }
    for (int level = 0; level < levels; level++) {
      next[level + 1] += next[level];
    }
    int[] order = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      order[next[codes[i]]++] = i;
    }
    return order;
  }

  private int[] starts() {
    int[] codes = arranged(eliminated.codes());
    int groups = 0;
    for (int i = 0; i < rows; i++) {
      groups += i == 0 || codes[i] != codes[i - 1] ? 1 : 0;
    }
    int[] result = new int[groups + 1];
    int group = 0;
    for (int i = 0; i < rows; i++) {
      if (i == 0 || codes[i] != codes[i - 1]) {
        result[group++] = i;
      }
    }
    result[groups] = rows;
    return result;
  }

  private static int[] shifted(int[] codes, int offset) {
    int[] result = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      result[i] = codes[i] + offset;
    }
    return result;
  }

  /**
   * Slopes centred within level when the level has an intercept, and scaled to unit size: the same
   * span.
   */
  private static double[] scaled(int[] codes, double[] slope, Effect effect) {
    double[] mean = new double[effect.levels()];
    double[] size = new double[effect.levels()];
    if (effect.intercept()) {
      int[] count = new int[effect.levels()];
      for (int i = 0; i < codes.length; i++) {
        mean[codes[i]] += slope[i];
        count[codes[i]]++;
      }
      for (int level = 0; level < mean.length; level++) {
        mean[level] /= Math.max(1, count[level]);
      }
    }
    for (int i = 0; i < codes.length; i++) {
      double centred = slope[i] - mean[codes[i]];
      size[codes[i]] = Math.max(size[codes[i]], Math.abs(centred));
    }
    double[] result = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      double scale = size[codes[i]];
      boolean constant = scale <= 1e-13 * Math.abs(mean[codes[i]]);
      result[i] = constant || scale == 0 ? 0 : (slope[i] - mean[codes[i]]) / scale;
    }
    return result;
  }

  private long[] varying() {
    long[] bits = new long[groups()];
    if (index.length > 64) {
      throw new IllegalArgumentException(
          "Cannot absorb "
              + index.length
              + " effects and slopes beside the largest: 64 are possible.");
    }
    for (int group = 0; group < bits.length; group++) {
      for (int entry = 0; entry < index.length; entry++) {
        if (!eliminated.intercept() || value[entry] != null || differs(index[entry], group)) {
          bits[group] |= 1L << entry;
        }
      }
    }
    return bits;
  }

  private boolean differs(int[] codes, int group) {
    int first = codes[starts[group]];
    for (int i = starts[group] + 1; i < starts[group + 1]; i++) {
      if (codes[i] != first) {
        return true;
      }
    }
    return false;
  }
}
