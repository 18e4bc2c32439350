package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.absorb.Singletons;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.data.NamedColumn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A design without some of its rows, levels numbered anew. */
final class DesignRows {

  private DesignRows() {}

  /** The design without the rows marked. */
  static Design without(Design design, boolean[] drop) {
    int[] keep = IntStream.range(0, design.size()).filter(i -> !drop[i]).toArray();
    return keep.length == design.size() ? design : only(design, keep, 0);
  }

  /** The design without rows that are alone in a level of an effect. */
  static Design withoutSingletons(Design design) {
    if (design.effects().isEmpty()) {
      return design;
    }
    boolean[] kept =
        Singletons.keep(
            design.effects().stream().map(Effect::codes).toList(),
            design.effects().stream().mapToInt(Effect::levels).toArray(),
            design.cells() == null ? null : design.cells().rows());
    int[] keep = IntStream.range(0, design.size()).filter(i -> kept[i]).toArray();
    int alone = design.observations() - observations(design, keep);
    return keep.length == design.size() ? design : only(design, keep, alone);
  }

  /** Rows of the data behind some of a design's. */
  private static int observations(Design design, int[] keep) {
    return design.cells() == null ? keep.length : design.cells().take(keep).total();
  }

  /** The design of these rows. */
  static Design only(Design design, int[] keep, int singletons) {
    Map<String, Levels> clusters = new LinkedHashMap<>();
    design.clusters().forEach((name, levels) -> clusters.put(name, dense(levels.codes(), keep)));
    Map<String, double[]> numbers = new LinkedHashMap<>();
    design.numbers().forEach((name, values) -> numbers.put(name, pick(values, keep)));
    return new Design(
        new NamedColumn(design.outcome().name(), pick(design.outcome().values(), keep)),
        design.intercept(),
        pick(design.exogenous(), keep),
        pick(design.endogenous(), keep),
        pick(design.instruments(), keep),
        design.effects().stream().map(e -> pick(e, keep)).toList(),
        pickOrNull(design.weights(), keep),
        pickOrNull(design.offset(), keep),
        clusters,
        numbers,
        Arrays.stream(keep).map(i -> design.rows()[i]).toArray(),
        design.rowsGiven(),
        design.dropped(),
        design.singletons() + singletons,
        design.cells() == null ? null : design.cells().take(keep));
  }

  private static Effect pick(Effect effect, int[] keep) {
    Levels levels = dense(effect.codes(), keep);
    return new Effect(
        effect.name(),
        levels.codes(),
        levels.count(),
        effect.intercept(),
        effect.slopes().stream().map(s -> pick(s, keep)).toList());
  }

  private static Levels dense(int[] codes, int[] keep) {
    int[] picked = Arrays.stream(keep).map(i -> codes[i]).toArray();
    return Levels.compress(picked, Arrays.stream(picked).max().orElse(-1) + 1);
  }

  private static List<NamedColumn> pick(List<NamedColumn> columns, int[] keep) {
    return columns.stream().map(c -> new NamedColumn(c.name(), pick(c.values(), keep))).toList();
  }

  private static double @Nullable [] pickOrNull(double @Nullable [] values, int[] keep) {
    return values == null ? null : pick(values, keep);
  }

  private static double[] pick(double[] values, int[] keep) {
    return Arrays.stream(keep).mapToDouble(i -> values[i]).toArray();
  }
}
