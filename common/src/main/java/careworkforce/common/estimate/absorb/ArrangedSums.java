package careworkforce.common.estimate.absorb;

import org.jspecify.annotations.Nullable;

/** Sums over groups whose rows are all here, arranged. */
record ArrangedSums(
    Layout layout, double @Nullable [] weights, GroupBasis basis, Sweep sweep, Diagonals diagonals)
    implements GroupSums {

  @Override
  public int columns() {
    return layout.columns;
  }

  @Override
  public long groups() {
    return layout.groups();
  }

  @Override
  public long touches() {
    return touches(layout);
  }

  static long touches(Layout layout) {
    long touches = 0;
    for (int group = 0; group < layout.groups(); group++) {
      long size = layout.starts[group + 1] - layout.starts[group];
      long entries = size * Long.bitCount(layout.varying[group]);
      touches += entries * (entries - 1) / 2;
    }
    return touches;
  }

  @Override
  public double[] complement() {
    return DenseSchur.complement(layout, weights, basis);
  }

  @Override
  public PairSums pairs(int oneIn) {
    return SparseSchur.pairs(layout, weights, basis, oneIn);
  }

  @Override
  public double[] product(double[] vectors, int width) {
    return sweep.run(null, vectors, width, null).sums();
  }
}
