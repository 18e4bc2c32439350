package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.BlockRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for levels that mean the same in every block: labels in alphabetical order, the levels of
 * the effects that are not eliminated one after the other.
 */
final class Encoding implements BlockRows.Reader<Block> {
  private static final long serialVersionUID = 1L;

  private final String[] effects;
  private final LinkedHashMap<String, String[]> labels = new LinkedHashMap<>();

  /** An encoding of some effects, and of whatever else the tally has levels of. */
  Encoding(List<String> effects, LevelTally tally) {
    this.effects = effects.toArray(String[]::new);
    tally.levels.keySet().forEach(name -> labels.put(name, tally.labels(name)));
  }

  int levels(String name) {
    return labels.getOrDefault(name, new String[0]).length;
  }

  /** Number of columns of the reduced system. */
  int columns() {
    return Arrays.stream(effects).mapToInt(this::levels).sum();
  }

  /** Levels of a block's rows, numbered for all blocks. */
  int[] codes(Block block, String name) {
    return codes(block, name, 0);
  }

  private int[] codes(Block block, String name, int before) {
    String[] all = labels.getOrDefault(name, new String[0]);
    String[] here = block.labelsOf(name);
    int[] translation = new int[here.length];
    for (int level = 0; level < here.length; level++) {
      translation[level] = before + Arrays.binarySearch(all, here[level]);
    }
    return block.codesOf(name).translated(translation);
  }

  @Override
  public BlockRows read(Block block) {
    int[][] index = new int[effects.length][];
    int before = 0;
    for (int e = 0; e < index.length; e++) {
      index[e] = codes(block, effects[e], before);
      before += levels(effects[e]);
    }
    return new BlockRows(
        block.starts(),
        index,
        block.outcome(),
        block.regressors(),
        block.weights(),
        block.offset());
  }

  /** Names of everything that is encoded. */
  Map<String, String[]> labels() {
    return labels;
  }
}
