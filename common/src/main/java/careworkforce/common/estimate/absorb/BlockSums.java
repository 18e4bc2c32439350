package careworkforce.common.estimate.absorb;

/** Sums over groups whose rows lie in blocks: each block's own, added up. */
final class BlockSums<B> implements GroupSums {
  private final Blocks<B> blocks;
  private final OpenRows.Opener<B> opener;
  private final PassSums first;
  private final int columns;
  private final Diagonals diagonals;

  BlockSums(Blocks<B> blocks, OpenRows.Opener<B> opener, PassSums first, int columns) {
    this.blocks = blocks;
    this.opener = opener;
    this.first = first;
    this.columns = columns;
    this.diagonals = Diagonals.of(first.diagonals[0], first.diagonals[1], first.diagonals[2]);
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public long groups() {
    return first.groups;
  }

  @Override
  public long touches() {
    return first.touches;
  }

  @Override
  public Diagonals diagonals() {
    return diagonals;
  }

  @Override
  public double[] complement() {
    if (first.complement.length == columns * columns) {
      return first.complement;
    }
    return blocks.fold(complement(opener, columns));
  }

  @Override
  public PairSums pairs(int oneIn) {
    return blocks.fold(pairs(opener, columns, oneIn));
  }

  @Override
  public double[] product(double[] vectors, int width) {
    return blocks.fold(product(opener, columns, vectors, width));
  }

  // What goes to the blocks is made in static methods, so that it takes nothing else along.

  private static <B> Blocks.Fold<B, double[]> complement(OpenRows.Opener<B> opener, int size) {
    return new VectorFold<B>(size * size) {
      @Override
      public void add(double[] sum, B block) {
        OpenRows rows = opener.open(block);
        Layout layout = rows.layout(size);
        GroupBasis basis = new GroupBasis(layout, rows.weights());
        DenseSchur.add(sum, layout, rows.weights(), basis, 0, layout.groups());
      }
    };
  }

  private static <B> Blocks.Fold<B, PairSums> pairs(
      OpenRows.Opener<B> opener, int size, int oneIn) {
    return new Blocks.Fold<B, PairSums>() {
      @Override
      public PairSums start() {
        return new PairSums(1 << 16);
      }

      @Override
      public void add(PairSums sum, B block) {
        OpenRows rows = opener.open(block);
        Layout layout = rows.layout(size);
        GroupBasis basis = new GroupBasis(layout, rows.weights());
        SparseSchur.add(sum, layout, rows.weights(), basis, 0, layout.groups(), oneIn);
      }

      @Override
      public void merge(PairSums sum, PairSums other) {
        sum.addAll(other);
      }
    };
  }

  private static <B> Blocks.Fold<B, double[]> product(
      OpenRows.Opener<B> opener, int size, double[] vectors, int width) {
    return new VectorFold<B>(size * width) {
      @Override
      public void add(double[] sum, B block) {
        OpenRows rows = opener.open(block);
        Layout layout = rows.layout(size);
        GroupBasis basis = new GroupBasis(layout, rows.weights());
        Sweep sweep = new Sweep(layout, rows.weights(), basis);
        PassSums.plus(sum, sweep.run(null, vectors, width, null).sums());
      }
    };
  }

  /** A sum of vectors. */
  private abstract static class VectorFold<B> implements Blocks.Fold<B, double[]> {
    private static final long serialVersionUID = 1L;

    private final int length;

    VectorFold(int length) {
      this.length = length;
    }

    @Override
    public double[] start() {
      return new double[length];
    }

    @Override
    public void merge(double[] sum, double[] other) {
      PassSums.plus(sum, other);
    }
  }
}
