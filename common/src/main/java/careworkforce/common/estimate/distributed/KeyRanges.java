package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.Blocks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranges of keys of blocks that were read as they lie. */
final class KeyRanges implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<long[]> ranges = new ArrayList<>();

  static Blocks.Fold<Block, KeyRanges> fold() {
    return new Blocks.Fold<>() {
      @Override
      public KeyRanges start() {
        return new KeyRanges();
      }

      @Override
      public void add(KeyRanges sum, Block block) {
        sum.ranges.add(block.keys());
      }

      @Override
      public void merge(KeyRanges sum, KeyRanges other) {
        sum.ranges.addAll(other.ranges);
      }
    };
  }

  /** Whether no key lies in two blocks. */
  boolean apart() {
    List<long[]> sorted = new ArrayList<>(ranges);
    sorted.removeIf(r -> r[0] > r[1]);
    sorted.sort(Comparator.<long[]>comparingLong(r -> r[0]).thenComparingLong(r -> r[1]));
    for (int r = 1; r < sorted.size(); r++) {
      if (sorted.get(r)[0] <= sorted.get(r - 1)[1]) {
        return false;
      }
    }
    return true;
  }
}
