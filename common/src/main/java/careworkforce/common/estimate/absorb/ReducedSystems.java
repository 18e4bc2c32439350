package careworkforce.common.estimate.absorb;

import org.jspecify.annotations.Nullable;

/** Chooses how to solve a reduced system from its size and from a sample of its pairs. */
final class ReducedSystems {
  private static final int SAMPLED_GROUPS = 20_000;
  private static final double FRESH = 0.8;
  private static final long FEW_PAIRS = 4_000_000;
  private static final long MANY_PAIRS = 3_000_000_000L;

  private ReducedSystems() {}

  static ReducedSystem choose(
      Layout layout,
      double @Nullable [] weights,
      GroupBasis basis,
      Sweep sweep,
      Diagonals diagonals,
      AbsorbOptions options) {
    switch (options.solver()) {
      case DENSE:
        return new DenseSchur(layout, weights, basis, diagonals);
      case SPARSE:
        ReducedSystem forced = SparseSchur.of(layout, weights, basis, diagonals, options);
        return forced != null ? forced : new MatrixFreeSchur(sweep, diagonals, options);
      case MATRIX_FREE:
        return new MatrixFreeSchur(sweep, diagonals, options);
      default:
        break;
    }
    if (layout.columns <= options.denseLimit()) {
      return new DenseSchur(layout, weights, basis, diagonals);
    }
    if (repeats(layout, weights, basis)) {
      ReducedSystem sparse = SparseSchur.of(layout, weights, basis, diagonals, options);
      if (sparse != null) {
        return sparse;
      }
    }
    return new MatrixFreeSchur(sweep, diagonals, options);
  }

  /**
   * Whether pairs of columns come back often enough for the complement to be sparse. A random graph
   * shows nearly only new pairs in a sample; such graphs are well conditioned and need no factor.
   */
  private static boolean repeats(Layout layout, double @Nullable [] weights, GroupBasis basis) {
    long events = 0;
    int stride = Math.max(1, layout.groups() / SAMPLED_GROUPS);
    long sampled = 0;
    for (int group = 0; group < layout.groups(); group++) {
      long size = layout.starts[group + 1] - layout.starts[group];
      long entries = Long.bitCount(layout.varying[group]);
      long pairs = size * entries * (size * entries - 1) / 2;
      events += pairs;
      sampled += group % stride == 0 ? pairs : 0;
    }
    if (events <= FEW_PAIRS) {
      return true;
    }
    if (events > MANY_PAIRS) {
      return false;
    }
    return SparseSchur.pairs(layout, weights, basis, stride).size() < FRESH * sampled;
  }
}
