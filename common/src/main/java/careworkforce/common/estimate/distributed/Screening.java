package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.data.Levels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.Function;

/**
 * Drops rows that are alone in a level of an effect, and for Poisson rows of levels without a
 * positive outcome, again and again until none is left.
 */
final class Screening {
  private static final int MOST = 200;

  private SparkBlocks blocks;
  private LevelTally tally;

  private Screening(SparkBlocks blocks) {
    this.blocks = blocks;
    this.tally = blocks.fold(LevelTally.fold());
  }

  /** Blocks that need no more screening, and what they hold. */
  record Screened(SparkBlocks blocks, LevelTally tally) {}

  static Screened of(SparkBlocks given, List<String> effects, boolean singletons, boolean zeros) {
    Screening screening = new Screening(given);
    for (int round = 0; round < MOST; round++) {
      boolean changed = singletons && screening.drop(effects, false);
      changed |= zeros && screening.tally.smallest >= 0 && screening.drop(effects, true);
      if (!changed) {
        break;
      }
    }
    return new Screened(screening.blocks, screening.tally);
  }

  private boolean drop(List<String> effects, boolean zeros) {
    TreeMap<String, HashSet<String>> bad = new TreeMap<>();
    for (String effect : effects) {
      HashSet<String> labels = new HashSet<>();
      tally
          .levels
          .getOrDefault(effect, new TreeMap<>())
          .forEach(
              (label, counts) -> {
                if (zeros ? counts[1] == 0 : counts[0] == 1) {
                  labels.add(label);
                }
              });
      if (!labels.isEmpty()) {
        bad.put(effect, labels);
      }
    }
    if (bad.isEmpty() && (zeros ? tally.inZeroGroup : tally.aloneInGroup) == 0) {
      return false;
    }
    SparkBlocks fewer = blocks.map(dropping(bad, zeros));
    LevelTally after = fewer.fold(LevelTally.fold());
    blocks.release();
    blocks = fewer;
    tally = after;
    return true;
  }

  private static Function<Block, Block> dropping(
      TreeMap<String, HashSet<String>> bad, boolean zeros) {
    return block -> block.without(marked(block, bad, zeros), zeros);
  }

  private static boolean[] marked(Block block, Map<String, HashSet<String>> bad, boolean zeros) {
    boolean[] drop = new boolean[block.size()];
    int[] starts = block.starts();
    for (int g = 0; g + 1 < starts.length; g++) {
      boolean whole =
          zeros
              ? LevelTally.allZero(block, starts[g], starts[g + 1])
              : starts[g + 1] - starts[g] == 1;
      Arrays.fill(drop, starts[g], starts[g + 1], whole);
    }
    bad.forEach((name, labels) -> mark(drop, block, name, labels));
    return drop;
  }

  private static void mark(boolean[] drop, Block block, String name, Set<String> labels) {
    Levels levels = block.levels(name);
    String[] here = block.labelsOf(name);
    boolean[] gone = new boolean[here.length];
    for (int level = 0; level < here.length; level++) {
      gone[level] = labels.contains(here[level]);
    }
    for (int i = 0; i < drop.length; i++) {
      drop[i] |= gone[levels.codes()[i]];
    }
  }
}
