package careworkforce.common.estimate.absorb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Schur complement as a sparse matrix; conjugate gradients preconditioned by its sparse
 * Cholesky factor, from which redundant columns are dropped.
 */
final class SparseSchur implements ReducedSystem {
  private static final double REDUNDANT = 1e-9;
  private static final long MOST_FILL = 40_000_000;

  private final SparseSymmetric schur;
  private final double[] scale;
  private final SparseCholesky factor;
  private final AbsorbOptions options;

  private SparseSchur(
      SparseSymmetric schur, double[] scale, SparseCholesky factor, AbsorbOptions options) {
    this.schur = schur;
    this.scale = scale;
    this.factor = factor;
    this.options = options;
  }

  /** The system, or null when its factor would be too large. */
  static @Nullable SparseSchur of(GroupSums sums, AbsorbOptions options) {
    SparseSymmetric schur = new SparseSymmetric(sums.pairs(1), sums.diagonals().schur().clone());
    double[] scale = new double[schur.size];
    for (int j = 0; j < scale.length; j++) {
      scale[j] = schur.diagonal[j] > 0 ? 1 / Math.sqrt(schur.diagonal[j]) : 0;
    }
    schur.scale(scale);
    SparseCholesky factor = SparseCholesky.of(schur, Ordering.of(schur), REDUNDANT, MOST_FILL);
    return factor == null ? null : new SparseSchur(schur, scale, factor, options);
  }

  /** Off-diagonal sums of D'W M D over one group in {@code oneIn}, drawn by its number. */
  static PairSums pairs(Layout layout, double @Nullable [] weights, GroupBasis basis, int oneIn) {
    Chunks chunks = Chunks.of(layout.starts, 64L << 20);
    List<PairSums> parts =
        chunks.map(
            chunk -> {
              PairSums sums = new PairSums(1 << 16);
              int from = chunks.bounds[chunk];
              add(sums, layout, weights, basis, from, chunks.bounds[chunk + 1], oneIn);
              return sums;
            });
    PairSums total = parts.get(0);
    parts.subList(1, parts.size()).forEach(total::addAll);
    return total;
  }

  /**
   * Adds one in {@code oneIn} of some groups. They are drawn, not taken at even steps: levels that
   * come round in row order would meet even steps at places that never fall together.
   */
  static void add(
      PairSums sums,
      Layout layout,
      double @Nullable [] weights,
      GroupBasis basis,
      int from,
      int to,
      int oneIn) {
    GroupProfile profile = new GroupProfile(layout, weights, basis);
    for (int g = from; g < to; g++) {
      if (drawn(g, oneIn)) {
        profile.load(g);
        direct(sums, layout, weights, g);
        outer(sums, profile);
      }
    }
  }

  /** Steele, Lea and Flood's (2014) mixing of the number's bits, by which one in many is drawn. */
  private static boolean drawn(int group, int oneIn) {
    if (oneIn == 1) {
      return true;
    }
    long mixed = group * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return (mixed >>> 33) % oneIn == 0;
  }

  private static void direct(PairSums sums, Layout layout, double @Nullable [] weights, int group) {
    long varying = layout.varying[group];
    for (int a = 0; a < layout.index.length; a++) {
      for (int b = a + 1; b < layout.index.length; b++) {
        if ((varying >> a & varying >> b & 1) == 0) {
          continue;
        }
        double[] leftValue = layout.value[a];
        double[] rightValue = layout.value[b];
        for (int i = layout.starts[group]; i < layout.starts[group + 1]; i++) {
          double product = weights == null ? 1 : weights[i];
          product *= leftValue == null ? 1 : leftValue[i];
          product *= rightValue == null ? 1 : rightValue[i];
          sums.add(layout.index[a][i], layout.index[b][i], product);
        }
      }
    }
  }

  private static void outer(PairSums sums, GroupProfile profile) {
    for (double[] along : profile.sums) {
      for (int a = 0; a < profile.count; a++) {
        double factor = along[profile.list[a]];
        for (int b = a + 1; b < profile.count; b++) {
          sums.add(profile.list[a], profile.list[b], -factor * along[profile.list[b]]);
        }
      }
    }
  }

  @Override
  public Solution solve(double[] right, double[] floor, double[] start) {
    int width = floor.length;
    ConjugateGradients.Solution solution =
        ConjugateGradients.solve(
            x -> schur.multiply(x, width),
            r -> factor.solve(r, width),
            scaled(right, width, false),
            scaled(start, width, true),
            floor,
            options.tolerance(),
            options.maxIterations());
    return new Solution(
        scaled(solution.x(), width, false), solution.iterations(), solution.converged());
  }

  private double[] scaled(double[] vector, int width, boolean inverse) {
    double[] result = new double[vector.length];
    for (int at = 0; at < vector.length; at++) {
      double factor = scale[at / width];
      if (factor != 0) {
        result[at] = inverse ? vector[at] / factor : vector[at] * factor;
      }
    }
    return result;
  }

  @Override
  public int rank() {
    return factor.rank();
  }

  @Override
  public AbsorbOptions.Solver solver() {
    return AbsorbOptions.Solver.SPARSE;
  }
}
