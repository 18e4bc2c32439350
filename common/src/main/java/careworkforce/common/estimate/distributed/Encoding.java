package careworkforce.common.estimate.distributed;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;

/** Numbers for levels that mean the same in every block: places of labels in alphabetical order. */
final class Encoding implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, String[]> labels = new LinkedHashMap<>();

  /** An encoding of whatever the tally has levels of. */
  Encoding(LevelTally tally) {
    tally.levels.keySet().forEach(name -> labels.put(name, tally.labels(name)));
  }

  int levels(String name) {
    return labels(name).length;
  }

  /** Levels of a block's rows, numbered for all blocks. */
  int[] codes(Block block, String name) {
    return codes(block, name, 0);
  }

  /** The same, numbered from another number than 0. */
  int[] codes(Block block, String name, int before) {
    String[] all = labels(name);
    String[] here = block.labelsOf(name);
    int[] translation = new int[here.length];
    for (int level = 0; level < here.length; level++) {
      translation[level] = before + Arrays.binarySearch(all, here[level]);
    }
    return block.codesOf(name).translated(translation);
  }

  /** Labels of an effect, a clustering or a factor, in the order of their numbers. */
  String[] labels(String name) {
    return labels.getOrDefault(name, new String[0]);
  }
}
