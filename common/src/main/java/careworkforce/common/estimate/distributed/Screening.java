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
 * Drops rows that are alone in a level of an effect until none is left, then rows of levels whose
 * outcomes are flat until none is left, and so on in turn, as on the driver.
 */
final class Screening {
  private final List<String> effects;
  private final Flat flat;
  private SparkBlocks blocks;
  private LevelTally tally;

  private Screening(SparkBlocks blocks, List<String> effects, Flat flat) {
    this.blocks = blocks;
    this.effects = effects;
    this.flat = flat;
    this.tally = blocks.fold(LevelTally.fold(flat));
  }

  /**
   * Blocks that need no more screening.
   *
   * @param tally what they hold
   * @param varied what was there before rows were dropped for their outcomes
   */
  record Screened(SparkBlocks blocks, LevelTally tally, LevelTally varied) {}

  /**
   * Screens blocks.
   *
   * @param singletons whether rows alone in a level go
   * @param rules for outcomes, checked before rows are dropped for them
   * @throws careworkforce.common.error.UserError if the rules are broken
   */
  static Screened of(
      SparkBlocks given, List<String> effects, boolean singletons, OutcomeRules rules) {
    Screening screening = new Screening(given, effects, rules.flat());
    boolean kept = false;
    try {
      screening.dropAll(singletons, false);
      rules.require(screening.tally);
      LevelTally varied = screening.tally;
      while (screening.dropAll(!rules.flat().never(), true)) {
        screening.dropAll(singletons, false);
      }
      rules.requireLeft(screening.tally, varied.rows);
      kept = true;
      return new Screened(screening.blocks, screening.tally, varied);
    } finally {
      if (!kept) {
        screening.blocks.release();
      }
    }
  }

  /** Drops rows of one kind until none is left; whether there were any. */
  private boolean dropAll(boolean wanted, boolean byOutcome) {
    boolean changed = false;
    while (wanted && drop(byOutcome)) {
      changed = true;
    }
    return changed;
  }

  private boolean drop(boolean byOutcome) {
    TreeMap<String, HashSet<String>> bad = new TreeMap<>();
    for (String effect : effects) {
      HashSet<String> labels = new HashSet<>();
      tally
          .levels
          .getOrDefault(effect, new TreeMap<>())
          .forEach(
              (label, counts) -> {
                if (byOutcome ? flat.holds(counts[0], counts[1]) : counts[0] == 1) {
                  labels.add(label);
                }
              });
      if (!labels.isEmpty()) {
        bad.put(effect, labels);
      }
    }
    if (bad.isEmpty() && (byOutcome ? tally.inFlatGroup : tally.aloneInGroup) == 0) {
      return false;
    }
    SparkBlocks fewer = blocks.map(dropping(bad, byOutcome ? flat : new Flat(null)));
    LevelTally after = fewer.fold(LevelTally.fold(flat));
    blocks.release();
    blocks = fewer;
    tally = after;
    return true;
  }

  /** Drops bad levels and bad groups: flat ones, or, when none is flat, those of one row. */
  private static Function<Block, Block> dropping(TreeMap<String, HashSet<String>> bad, Flat flat) {
    return block -> block.without(marked(block, bad, flat), !flat.never());
  }

  private static boolean[] marked(Block block, Map<String, HashSet<String>> bad, Flat flat) {
    boolean[] drop = new boolean[block.size()];
    int[] starts = block.starts();
    for (int g = 0; g + 1 < starts.length; g++) {
      boolean whole =
          flat.never()
              ? starts[g + 1] - starts[g] == 1
              : flat.holds(block, starts[g], starts[g + 1]);
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
