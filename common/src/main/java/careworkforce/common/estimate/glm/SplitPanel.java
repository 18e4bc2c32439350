package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Design;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Split-panel jackknife: with one effect, twice the estimate less the mean of those on the first
 * and second half of each level's rows in time; each further effect takes off its own halves, those
 * of the time effect being halves of the units. Source: G. Dhaene and K. Jochmans (2015), Review of
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
      boolean[] first = effect.name().equals(time) ? halfTheUnits(design) : early(design, effect);
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

  /** Marks the first half of every level's rows in time, ties as they came. */
  private boolean[] early(Design design, Effect effect) {
    double[] times = design.numbers().get(time);
    int[] size = new int[effect.levels()];
    for (int code : effect.codes()) {
      size[code]++;
    }
    int[] seen = new int[effect.levels()];
    boolean[] early = new boolean[design.size()];
    IntStream.range(0, design.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> times == null ? 0 : times[i])
                .thenComparingInt(i -> design.rows()[i]))
        .forEach(
            i -> {
              int level = effect.codes()[i];
              early[i] = 2 * seen[level] < size[level];
              seen[level]++;
            });
    return early;
  }

  private boolean[] halfTheUnits(Design design) {
    Effect units =
        design.effects().stream()
            .filter(e -> e.name().equals(unit))
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "correct bias by the split-panel jackknife",
                        "effects of time '" + time + "' are absorbed but not of '" + unit + "'",
                        "Absorb the unit too, or correct analytically"));
    boolean[] first = new boolean[design.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = 2 * units.codes()[i] < units.levels();
    }
    return first;
  }
}
