package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.DisjointSets;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Design;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Split-panel jackknife: with one effect, twice the estimate less the mean of those on the first
 * and second half of each level's rows in time; each further effect takes off its own halves, those
 * of an effect whose levels are of one time, such as {@code month} or {@code region^month}, being
 * halves of the units. Rows of one time in a level, or of one unit, are in one half, so that the
 * halves do not depend on the order of rows. Source: G. Dhaene and K. Jochmans (2015), Review of
 * Economic Studies 82; I. Fernández-Val and M. Weidner (2016).
 *
 * @param unit name of the effect of units
 * @param time name of the column of time, among the design's numbers
 */
record SplitPanel(String unit, String time) {

  /** The corrected coefficients, from those on the whole design and a way to fit a part. */
  double[] corrected(Design design, double[] whole, Function<Design, double[]> fit) {
    double[] corrected = new double[whole.length];
    List<Effect> effects = design.effects();
    for (int c = 0; c < whole.length; c++) {
      corrected[c] = (1 + effects.size()) * whole[c];
    }
    for (Effect effect : effects) {
      boolean[] first =
          ofTime(design, effect) ? halfTheUnits(design, effect) : early(design, effect);
      for (boolean half : new boolean[] {true, false}) {
        int[] keep = IntStream.range(0, first.length).filter(i -> first[i] == half).toArray();
        double[] part = fit.apply(DesignRows.only(design, keep, 0));
        for (int c = 0; c < whole.length; c++) {
          corrected[c] -= part[c] / 2;
        }
      }
    }
    return corrected;
  }

  private double[] times(Design design) {
    double[] times = design.numbers().get(time);
    if (times == null) {
      throw new IllegalArgumentException("Cannot halve by '" + time + "': it was not given.");
    }
    return times;
  }

  /** Whether all rows of a level are of one time. */
  private boolean ofTime(Design design, Effect effect) {
    double[] times = times(design);
    double[] seen = new double[effect.levels()];
    Arrays.fill(seen, Double.NaN);
    for (int i = 0; i < times.length; i++) {
      int level = effect.codes()[i];
      if (!Double.isNaN(seen[level]) && seen[level] != times[i]) {
        return false;
      }
      seen[level] = times[i];
    }
    return true;
  }

  /** Marks each level's times of which fewer than half of its rows are earlier. */
  private boolean[] early(Design design, Effect effect) {
    double[] times = times(design);
    double[][] ofLevel = new double[effect.levels()][];
    int[] size = new int[effect.levels()];
    for (int code : effect.codes()) {
      size[code]++;
    }
    Arrays.setAll(ofLevel, level -> new double[size[level]]);
    for (int i = 0; i < times.length; i++) {
      int level = effect.codes()[i];
      ofLevel[level][--size[level]] = times[i];
    }
    Arrays.stream(ofLevel).forEach(Arrays::sort);
    boolean[] early = new boolean[times.length];
    for (int i = 0; i < early.length; i++) {
      double[] sorted = ofLevel[effect.codes()[i]];
      early[i] = times[i] <= sorted[(sorted.length - 1) / 2];
    }
    return early;
  }

  /**
   * Marks the first half of the units; apart among units that share no level, as those of two
   * regions do not in {@code region^month}.
   */
  private boolean[] halfTheUnits(Design design, Effect effect) {
    Effect units =
        design.effects().stream()
            .filter(e -> e.name().equals(unit))
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "correct bias by the split-panel jackknife",
                        "effects of time '"
                            + effect.name()
                            + "' are absorbed but not of '"
                            + unit
                            + "'",
                        "Absorb the unit too, or correct analytically"));
    int[] together = together(units, effect);
    int[] size = new int[units.levels()];
    for (int u = 0; u < units.levels(); u++) {
      size[DisjointSets.root(together, u)]++;
    }
    int[] seen = new int[units.levels()];
    boolean[] half = new boolean[units.levels()];
    for (int u = 0; u < units.levels(); u++) {
      int root = DisjointSets.root(together, u);
      half[u] = 2 * seen[root]++ < size[root];
    }
    boolean[] first = new boolean[design.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = half[units.codes()[i]];
    }
    return first;
  }

  /** Units joined where they share a level. */
  private static int[] together(Effect units, Effect effect) {
    int[] together = IntStream.range(0, units.levels()).toArray();
    int[] one = new int[effect.levels()];
    Arrays.fill(one, -1);
    for (int i = 0; i < effect.codes().length; i++) {
      int level = effect.codes()[i];
      int u = units.codes()[i];
      if (one[level] < 0) {
        one[level] = u;
      }
      DisjointSets.join(together, one[level], u);
    }
    return together;
  }
}
