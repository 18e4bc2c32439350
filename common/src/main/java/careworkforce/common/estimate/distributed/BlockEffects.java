package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.Blocks;
import careworkforce.common.estimate.absorb.DisjointSets;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.variance.EffectFacts;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Facts about effects whose rows lie in blocks. */
final class BlockEffects implements EffectFacts {
  private static final int UNSEEN = -1;
  private static final int SEVERAL = -2;

  private final SparkBlocks blocks;
  private final Encoding encoding;
  private final List<EffectTerm> effects;
  private final String eliminated;
  private final List<String> clusters;
  private final long groups;
  private final long rank;
  private boolean unknown;

  BlockEffects(
      SparkBlocks blocks,
      Encoding encoding,
      List<EffectTerm> effects,
      String eliminated,
      List<String> clusters,
      long groups,
      long rank) {
    this.blocks = blocks;
    this.encoding = encoding;
    this.effects = effects;
    this.eliminated = eliminated;
    this.clusters = clusters;
    this.groups = groups;
    this.rank = rank;
  }

  @Override
  public List<Shape> effects() {
    return effects.stream()
        .map(e -> new Shape(count(e.name()), e.intercept(), e.slopes().size()))
        .toList();
  }

  private int count(String name) {
    return ScorePass.count(encoding, eliminated, groups, name);
  }

  @Override
  public boolean nested(int effect) {
    String name = effects.get(effect).name();
    return clusters.stream().anyMatch(cluster -> name.equals(cluster) || nested(name, cluster));
  }

  private boolean nested(String effect, String cluster) {
    if (effect.equals(eliminated)) {
      return blocks.fold(varying(encoding, cluster))[0] == 0;
    }
    int levels = count(effect);
    int[] within = blocks.fold(within(encoding, effect, cluster, eliminated, levels));
    return Arrays.stream(within).noneMatch(w -> w == SEVERAL);
  }

  /** Counts groups in which a clustering varies. */
  private static Blocks.Fold<Block, int[]> varying(Encoding encoding, String cluster) {
    return new IntFold(1, 0) {
      @Override
      public void add(int[] sum, Block block) {
        int[] codes = encoding.codes(block, cluster);
        int[] starts = block.starts();
        for (int g = 0; g + 1 < starts.length; g++) {
          int first = codes[starts[g]];
          boolean differs = false;
          for (int i = starts[g]; i < starts[g + 1]; i++) {
            differs |= codes[i] != first;
          }
          sum[0] += differs ? 1 : 0;
        }
      }

      @Override
      public void merge(int[] sum, int[] other) {
        sum[0] += other[0];
      }
    };
  }

  /** For each level of an effect the cluster it lies in, or that there are several. */
  private static Blocks.Fold<Block, int[]> within(
      Encoding encoding, String effect, String cluster, String eliminated, int levels) {
    boolean byGroup = cluster.equals(eliminated);
    return new IntFold(levels, UNSEEN) {
      @Override
      public void add(int[] sum, Block block) {
        int[] of = encoding.codes(block, effect);
        int[] in = byGroup ? new int[0] : encoding.codes(block, cluster);
        int[] here = new int[sum.length];
        Arrays.fill(here, UNSEEN);
        int[] starts = block.starts();
        for (int g = 0; g + 1 < starts.length; g++) {
          for (int i = starts[g]; i < starts[g + 1]; i++) {
            int cell = byGroup ? g : in[i];
            here[of[i]] = here[of[i]] == UNSEEN || here[of[i]] == cell ? cell : SEVERAL;
          }
        }
        merge(sum, here);
      }

      @Override
      public void merge(int[] sum, int[] other) {
        for (int level = 0; level < sum.length; level++) {
          if (sum[level] == UNSEEN) {
            sum[level] = other[level];
          } else if (other[level] != UNSEEN && (byGroup || other[level] != sum[level])) {
            sum[level] = SEVERAL;
          }
        }
      }
    };
  }

  @Override
  public int rank() {
    unknown |= rank < 0;
    return Math.toIntExact(rank);
  }

  /** Whether a rank was asked for that is not known. */
  boolean unknown() {
    return unknown;
  }

  /** Known for one effect; for several nested ones the pairwise count is used in its place. */
  @Override
  public int rankOfIntercepts(List<Integer> some) {
    boolean one = some.size() == 1;
    unknown |= !one;
    return one ? count(effects.get(some.get(0)).name()) : -1;
  }

  @Override
  public int components(int left, int right) {
    String a = effects.get(left).name();
    String b = effects.get(right).name();
    String[] names =
        List.of(a, b).stream().filter(n -> !n.equals(eliminated)).toArray(String[]::new);
    int size = Arrays.stream(names).mapToInt(encoding::levels).sum();
    int[] parent = blocks.fold(joined(encoding, names, size));
    Set<Integer> roots = new HashSet<>();
    for (int node = 0; node < size; node++) {
      roots.add(DisjointSets.root(parent, node));
    }
    return roots.size();
  }

  /** Levels joined by a row with both, or by a group when the other effect is the eliminated. */
  private static Blocks.Fold<Block, int[]> joined(Encoding encoding, String[] names, int size) {
    return new IntFold(size, 0) {
      @Override
      public int[] start() {
        int[] parent = super.start();
        Arrays.setAll(parent, i -> i);
        return parent;
      }

      @Override
      public void add(int[] sum, Block block) {
        int[] first = encoding.codes(block, names[0]);
        if (names.length == 2) {
          int before = encoding.levels(names[0]);
          int[] second = encoding.codes(block, names[1]);
          for (int i = 0; i < first.length; i++) {
            DisjointSets.join(sum, first[i], before + second[i]);
          }
          return;
        }
        int[] starts = block.starts();
        for (int g = 0; g + 1 < starts.length; g++) {
          for (int i = starts[g] + 1; i < starts[g + 1]; i++) {
            DisjointSets.join(sum, first[i - 1], first[i]);
          }
        }
      }

      @Override
      public void merge(int[] sum, int[] other) {
        for (int node = 0; node < sum.length; node++) {
          DisjointSets.join(sum, node, other[node]);
        }
      }
    };
  }

  /** A fold of whole numbers. */
  private abstract static class IntFold implements Blocks.Fold<Block, int[]> {
    private static final long serialVersionUID = 1L;

    private final int length;
    private final int filled;

    IntFold(int length, int filled) {
      this.length = length;
      this.filled = filled;
    }

    @Override
    public int[] start() {
      int[] values = new int[length];
      Arrays.fill(values, filled);
      return values;
    }
  }
}
