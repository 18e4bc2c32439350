package careworkforce.common.estimate.absorb;

/** Chooses how to solve a reduced system from its size and from a sample of its pairs. */
final class ReducedSystems {
  private static final int SAMPLED_GROUPS = 5_000;
  private static final int THIN = 64;
  private static final long MANY_PAIRS = 3_000_000_000L;

  private ReducedSystems() {}

  static ReducedSystem choose(GroupSums sums, AbsorbOptions options) {
    switch (options.solver()) {
      case DENSE:
        return new DenseSchur(sums);
      case SPARSE:
        ReducedSystem forced = SparseSchur.of(sums, options);
        return forced != null ? forced : new MatrixFreeSchur(sums, options);
      case MATRIX_FREE:
        return new MatrixFreeSchur(sums, options);
      default:
        break;
    }
    if (sums.columns() <= options.denseLimit()) {
      return new DenseSchur(sums);
    }
    if (thin(sums)) {
      ReducedSystem sparse = SparseSchur.of(sums, options);
      if (sparse != null) {
        return sparse;
      }
    }
    return new MatrixFreeSchur(sums, options);
  }

  /**
   * Whether the complement is thin enough to factor. A random graph joins each column to very many
   * others; such graphs are well conditioned and need no factor. Columns joined to nearly all, such
   * as months, are left out of account, since they are eliminated last.
   */
  private static boolean thin(GroupSums sums) {
    if (sums.touches() > MANY_PAIRS) {
      return false;
    }
    int oneIn = (int) Math.max(1, sums.groups() / SAMPLED_GROUPS);
    double all = distinct(sums, oneIn);
    if (oneIn > 1) {
      // Drawing twice as many pairs shows d(1 + exp(-s/D)) distinct ones, D being all there are.
      double half = distinct(sums, 2 * oneIn);
      double still = Math.max(2 - all / Math.max(half, 1), 1.0 / (2 * oneIn));
      all = half / Math.min(still, 1);
    }
    return all <= (double) THIN * sums.columns();
  }

  /**
   * Pairs found in one group in {@code oneIn} between columns that are not joined to nearly all
   * others.
   */
  private static double distinct(GroupSums sums, int oneIn) {
    PairSums sample = sums.pairs(oneIn);
    int[] degree = new int[sums.columns()];
    sample.forEach(
        (a, b, sum) -> {
          degree[a]++;
          degree[b]++;
        });
    int nearlyAll = sums.columns() / 4;
    int[] pairs = new int[1];
    sample.forEach(
        (a, b, sum) -> pairs[0] += degree[a] <= nearlyAll && degree[b] <= nearlyAll ? 1 : 0);
    return pairs[0];
  }
}
