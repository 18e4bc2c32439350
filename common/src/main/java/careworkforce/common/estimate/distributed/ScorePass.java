package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.BlockReduction;
import careworkforce.common.estimate.absorb.OpenRows;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The second pass: from a block's residualised columns, the columns that a fit asks for, their
 * inner products, and the scores summed as the variance wants them.
 */
final class ScorePass implements BlockReduction.Residuals<Block, ScoreSums> {
  private static final long serialVersionUID = 1L;

  private final Encoding encoding;
  private final String eliminated;
  private final ScoreColumns columns;
  private final boolean robust;
  private final boolean serial;
  private final String[][] sets;

  /** A pass for a variance. */
  ScorePass(Encoding encoding, String eliminated, ScoreColumns columns, VarianceSpec variance) {
    this.encoding = encoding;
    this.eliminated = eliminated;
    this.columns = columns;
    this.robust = variance instanceof VarianceSpec.Hetero;
    this.serial = variance instanceof VarianceSpec.DriscollKraay;
    this.sets = sets(variance).stream().map(s -> s.toArray(String[]::new)).toArray(String[][]::new);
  }

  /** Every set of the clusterings, in the order of their bits; the periods of serial scores. */
  static List<List<String>> sets(VarianceSpec variance) {
    List<List<String>> sets = new ArrayList<>();
    if (variance instanceof VarianceSpec.DriscollKraay serial) {
      sets.add(List.of(serial.time()));
    }
    if (variance instanceof VarianceSpec.Cluster cluster) {
      for (int set = 1; set < 1 << cluster.columns().size(); set++) {
        List<String> members = new ArrayList<>();
        for (int c = 0; c < cluster.columns().size(); c++) {
          if ((set >> c & 1) == 1) {
            members.add(cluster.columns().get(c));
          }
        }
        sets.add(members);
      }
    }
    return sets;
  }

  @Override
  public ScoreSums start() {
    return new ScoreSums(columns.columnCount(), columns.scoreCount(), sets.length);
  }

  @Override
  public void merge(ScoreSums sum, ScoreSums other) {
    sum.merge(other);
  }

  @Override
  public void add(ScoreSums sum, Block block, OpenRows open, double[][] left) {
    double[][] made = columns.of(left);
    sum.addProducts(open, made);
    if (!robust && sets.length == 0) {
      return;
    }
    double[][] scores = columns.scores(open, made);
    if (robust) {
      sum.addRobust(scores);
    }
    for (int s = 0; s < sets.length; s++) {
      if (!serial && Arrays.asList(sets[s]).contains(eliminated)) {
        sum.addWithin(s, within(block, sets[s]), scores);
      } else {
        addCells(sum, s, block, scores);
      }
    }
  }

  /** Cells of a set with the eliminated effect in it, none of which lies in another block. */
  private Levels within(Block block, String[] set) {
    List<int[]> codes = new ArrayList<>();
    int[] counts = new int[set.length];
    for (int c = 0; c < set.length; c++) {
      boolean group = set[c].equals(eliminated);
      Levels levels = group ? groups(block) : block.levels(set[c]);
      codes.add(levels.codes());
      counts[c] = levels.count();
    }
    return Levels.combine(codes, counts);
  }

  private static Levels groups(Block block) {
    int[] group = new int[block.size()];
    int[] starts = block.starts();
    for (int g = 0; g + 1 < starts.length; g++) {
      Arrays.fill(group, starts[g], starts[g + 1], g);
    }
    return new Levels(group, starts.length - 1);
  }

  private void addCells(ScoreSums sum, int set, Block block, double[][] scores) {
    long[] keys = new long[block.size()];
    long bound = 1;
    for (String name : sets[set]) {
      int levels = encoding.levels(name);
      int[] codes = encoding.codes(block, name);
      bound = Math.multiplyExact(bound, (long) levels);
      for (int i = 0; i < keys.length; i++) {
        keys[i] = keys[i] * levels + codes[i];
      }
    }
    sum.cells[set].add(keys, bound, scores);
  }

  /** Number of levels of a clustering. */
  static int count(Encoding encoding, String eliminated, long groups, String name) {
    return name.equals(eliminated) ? Math.toIntExact(groups) : encoding.levels(name);
  }

  /** Levels of the clusterings as far as their number goes. */
  static Map<String, Levels> counts(
      Encoding encoding, String eliminated, long groups, List<String> names) {
    Map<String, Levels> counts = new java.util.LinkedHashMap<>();
    names.forEach(
        name ->
            counts.put(name, new Levels(new int[0], count(encoding, eliminated, groups, name))));
    return counts;
  }
}
