package careworkforce.common.estimate.absorb;

import org.jspecify.annotations.Nullable;

/** Chooses how to solve a reduced system from its size and from a sample of its pairs. */
final class ReducedSystems {
  private static final int SAMPLED_GROUPS = 20_000;
  private static final int THIN = 64;
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
    if (thin(layout, weights, basis)) {
      ReducedSystem sparse = SparseSchur.of(layout, weights, basis, diagonals, options);
      if (sparse != null) {
        return sparse;
      }
    }
    return new MatrixFreeSchur(sweep, diagonals, options);
  }

  /**
   * Whether the complement is thin enough to factor. A random graph joins each column to very many
   * others; such graphs are well conditioned and need no factor. Columns joined to nearly all, such
   * as months, are left out of account, since they are eliminated last.
   */
  private static boolean thin(Layout layout, double @Nullable [] weights, GroupBasis basis) {
    long events = 0;
    for (int group = 0; group < layout.groups(); group++) {
      long size = layout.starts[group + 1] - layout.starts[group];
      long entries = size * Long.bitCount(layout.varying[group]);
      events += entries * (entries - 1) / 2;
    }
    if (events > MANY_PAIRS) {
      return false;
    }
    int stride = Math.max(1, layout.groups() / SAMPLED_GROUPS);
    double all = distinct(layout, weights, basis, stride);
    if (stride > 1) {
      // Drawing twice as many pairs shows d(1 + exp(-s/D)) distinct ones, D being all there are.
      double half = distinct(layout, weights, basis, 2 * stride);
      double still = Math.max(2 - all / Math.max(half, 1), 1.0 / (2 * stride));
      all = half / Math.min(still, 1);
    }
    return all <= (double) THIN * layout.columns;
  }

  /**
   * Pairs found in every stride-th group between columns that are not joined to nearly all others.
   */
  private static double distinct(
      Layout layout, double @Nullable [] weights, GroupBasis basis, int stride) {
    PairSums sample = SparseSchur.pairs(layout, weights, basis, stride);
    int[] degree = new int[layout.columns];
    sample.forEach(
        (a, b, sum) -> {
          degree[a]++;
          degree[b]++;
        });
    int nearlyAll = layout.columns / 4;
    int[] pairs = new int[1];
    sample.forEach(
        (a, b, sum) -> pairs[0] += degree[a] <= nearlyAll && degree[b] <= nearlyAll ? 1 : 0);
    return pairs[0];
  }
}
