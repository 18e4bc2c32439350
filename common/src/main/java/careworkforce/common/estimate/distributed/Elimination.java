package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Specification;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.IntegralType;

/**
 * Which effect is taken out group by group: any choice is right, that of most levels is fast.
 * Levels are counted in the first rows and, of an effect by which the table lies sorted, whose
 * first rows have few of them, in all.
 *
 * @param effect the choice
 * @param runs in which the table lies by it, if it does
 */
record Elimination(EffectTerm effect, Optional<KeyRuns> runs) {
  private static final int MOST_CUT = 10_000;
  private static final int SAMPLED = 200_000;

  /** The choice for a model of a table. */
  static Elimination of(Dataset<Row> data, Specification specification) {
    List<EffectTerm> effects = specification.effects();
    if (effects.size() == 1) {
      return new Elimination(effects.get(0), runs(data, effects.get(0)));
    }
    List<String> columns = effects.stream().flatMap(e -> e.columns().stream()).toList();
    Frame sample = SparkFrames.read(data.limit(SAMPLED), columns);
    Elimination best = new Elimination(effects.get(0), Optional.empty());
    long most = -1;
    for (EffectTerm effect : effects) {
      Optional<KeyRuns> runs = ascends(sample, effect) ? runs(data, effect) : Optional.empty();
      long levels = Math.max(levels(sample, effect), runs.map(KeyRuns::keys).orElse(0L));
      best = levels > most ? new Elimination(effect, runs) : best;
      most = Math.max(levels, most);
    }
    return best;
  }

  private static long levels(Frame sample, EffectTerm effect) {
    long levels = 1;
    for (String column : effect.columns()) {
      levels *= sample.column(column).codes().levels().size();
    }
    return levels;
  }

  /** Whether the first rows may be those of a table sorted by an effect, which is then read. */
  private static boolean ascends(Frame sample, EffectTerm effect) {
    int[] levels = sample.column(effect.columns().get(0)).codes().values();
    int runs = 1;
    for (int i = 1; i < levels.length; i++) {
      runs += levels[i] < levels[i - 1] ? 1 : 0;
    }
    return runs <= KeyRuns.MOST_A_PARTITION;
  }

  private static Optional<KeyRuns> runs(Dataset<Row> data, EffectTerm effect) {
    if (effect.columns().size() > 1) {
      return Optional.empty();
    }
    String key = effect.columns().get(0);
    return data.schema().apply(key).dataType() instanceof IntegralType
        ? KeyRuns.of(data, key).filter(runs -> runs.cut().size() <= MOST_CUT)
        : Optional.empty();
  }
}
