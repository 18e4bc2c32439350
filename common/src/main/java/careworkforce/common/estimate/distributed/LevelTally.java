package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.Blocks;
import careworkforce.common.estimate.data.Levels;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What blocks hold: rows given, dropped and left, what these weigh, and how many rows, and how many
 * of positive outcome, each level has.
 */
final class LevelTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows and positive outcomes, by label and name. */
  final TreeMap<String, TreeMap<String, long[]>> levels = new TreeMap<>();

  final TreeMap<String, Integer> reasons = new TreeMap<>();
  long rows;
  double weight;
  long given;
  long groups;
  long singletons;
  long separated;
  long aloneInGroup;
  long inFlatGroup;
  double smallest = Double.POSITIVE_INFINITY;
  double largest = Double.NEGATIVE_INFINITY;

  /** The smallest outcome that is neither 0 nor 1, infinite where there is none. */
  double neither = Double.POSITIVE_INFINITY;

  static Blocks.Fold<Block, LevelTally> fold(Flat flat) {
    return new Blocks.Fold<>() {
      @Override
      public LevelTally start() {
        return new LevelTally();
      }

      @Override
      public void add(LevelTally sum, Block block) {
        sum.add(block, flat);
      }

      @Override
      public void merge(LevelTally sum, LevelTally other) {
        sum.merge(other);
      }
    };
  }

  private void add(Block block, Flat flat) {
    rows += block.size();
    double[] weights = block.weights();
    weight += weights == null ? block.size() : Arrays.stream(weights).sum();
    given += block.given();
    groups += block.starts().length - 1;
    singletons += block.singletons();
    separated += block.separated();
    block.reasons().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    for (String name : block.codes().keySet()) {
      Levels within = block.levels(name);
      long[][] counts = new long[within.count()][2];
      for (int i = 0; i < within.codes().length; i++) {
        counts[within.codes()[i]][0]++;
        counts[within.codes()[i]][1] += block.outcome()[i] > 0 ? 1 : 0;
      }
      String[] labels = block.labelsOf(name);
      for (int level = 0; level < counts.length; level++) {
        if (counts[level][0] > 0) {
          plus(name, labels[level], counts[level]);
        }
      }
    }
    for (double y : block.outcome()) {
      smallest = Math.min(smallest, y);
      largest = Math.max(largest, y);
      neither = y == 0 || y == 1 ? neither : Math.min(neither, y);
    }
    int[] starts = block.starts();
    for (int g = 0; g + 1 < starts.length; g++) {
      int size = starts[g + 1] - starts[g];
      aloneInGroup += size == 1 ? 1 : 0;
      inFlatGroup += flat.holds(block, starts[g], starts[g + 1]) ? size : 0;
    }
  }

  private void plus(String name, String label, long[] counts) {
    long[] sum =
        levels.computeIfAbsent(name, n -> new TreeMap<>()).computeIfAbsent(label, l -> new long[2]);
    sum[0] += counts[0];
    sum[1] += counts[1];
  }

  private void merge(LevelTally other) {
    rows += other.rows;
    weight += other.weight;
    given += other.given;
    groups += other.groups;
    singletons += other.singletons;
    separated += other.separated;
    aloneInGroup += other.aloneInGroup;
    inFlatGroup += other.inFlatGroup;
    smallest = Math.min(smallest, other.smallest);
    largest = Math.max(largest, other.largest);
    neither = Math.min(neither, other.neither);
    other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    other.levels.forEach(
        (name, counts) -> counts.forEach((label, count) -> plus(name, label, count)));
  }

  /** Labels of everything that has levels. */
  Map<String, String[]> labels() {
    Map<String, String[]> all = new TreeMap<>();
    levels.keySet().forEach(name -> all.put(name, labels(name)));
    return all;
  }

  /** Labels of an effect or clustering, in order. */
  String[] labels(String name) {
    Map<String, long[]> counts = levels.getOrDefault(name, new TreeMap<>());
    return counts.keySet().toArray(String[]::new);
  }
}
