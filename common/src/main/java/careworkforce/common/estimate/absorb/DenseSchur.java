package careworkforce.common.estimate.absorb;

import careworkforce.common.estimate.dense.PivotedCholesky;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole Schur complement, scaled to a unit diagonal and factored with pivoting. */
final class DenseSchur implements ReducedSystem {
  private static final double PIVOT = 1e-10;

  private final double[] scale;
  private final PivotedCholesky factor;

  DenseSchur(GroupSums sums) {
    this(sums.complement(), sums.diagonals());
  }

  private DenseSchur(double[] schur, Diagonals diagonals) {
    int size = diagonals.schur().length;
    fold(schur, size);
    scale = new double[size];
    for (int j = 0; j < size; j++) {
      scale[j] = diagonals.schur()[j] > 0 ? 1 / Math.sqrt(diagonals.schur()[j]) : 0;
    }
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        schur[i * size + j] *= scale[i] * scale[j];
      }
    }
    factor = PivotedCholesky.of(schur, size, PIVOT);
  }

  /** D'W M D by rows, its sums above and below the diagonal not yet folded together. */
  static double[] complement(Layout layout, double @Nullable [] weights, GroupBasis basis) {
    int size = layout.columns;
    Chunks chunks = Chunks.of(layout.starts, 8L * size * size);
    List<double[]> parts =
        chunks.map(
            chunk -> {
              double[] schur = new double[size * size];
              add(schur, layout, weights, basis, chunks.bounds[chunk], chunks.bounds[chunk + 1]);
              return schur;
            });
    return Chunks.sum(parts);
  }

  /** Adds some groups' part of the complement. */
  static void add(
      double[] schur,
      Layout layout,
      double @Nullable [] weights,
      GroupBasis basis,
      int from,
      int to) {
    GroupProfile profile = new GroupProfile(layout, weights, basis);
    for (int group = from; group < to; group++) {
      profile.load(group);
      direct(schur, layout, weights, group);
      outer(schur, profile, layout.columns);
    }
  }

  private static void fold(double[] schur, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        schur[i * size + j] += schur[j * size + i];
      }
    }
  }

  private static void direct(
      double[] schur, Layout layout, double @Nullable [] weights, int group) {
    int size = layout.columns;
    int entries = layout.index.length;
    long varying = layout.varying[group];
    for (int a = 0; a < entries; a++) {
      for (int b = a; b < entries; b++) {
        if ((varying >> a & varying >> b & 1) == 0) {
          continue;
        }
        int[] left = layout.index[a];
        int[] right = layout.index[b];
        double[] leftValue = layout.value[a];
        double[] rightValue = layout.value[b];
        for (int i = layout.starts[group]; i < layout.starts[group + 1]; i++) {
          double product = weights == null ? 1 : weights[i];
          product *= leftValue == null ? 1 : leftValue[i];
          product *= rightValue == null ? 1 : rightValue[i];
          schur[left[i] * size + right[i]] += product;
        }
      }
    }
  }

  private static void outer(double[] schur, GroupProfile profile, int size) {
    int[] list = profile.list;
    for (double[] along : profile.sums) {
      for (int a = 0; a < profile.count; a++) {
        double factor = along[list[a]];
        int row = list[a] * size;
        for (int b = a; b < profile.count; b++) {
          schur[row + list[b]] -= factor * along[list[b]];
        }
      }
    }
  }

  @Override
  public Solution solve(double[] right, double[] floor, double[] start) {
    int width = floor.length;
    double[] gamma = factor.solve(scaled(right, width), width);
    return new Solution(scaled(gamma, width), 0, true);
  }

  /** A generalised inverse of the complement, by rows. */
  double[] inverse() {
    int size = scale.length;
    double[] unit = new double[size * size];
    for (int j = 0; j < size; j++) {
      unit[j * size + j] = scale[j];
    }
    return scaled(factor.solve(unit, size), size);
  }

  private double[] scaled(double[] vector, int width) {
    double[] result = new double[vector.length];
    for (int at = 0; at < vector.length; at++) {
      result[at] = vector[at] * scale[at / width];
    }
    return result;
  }

  @Override
  public int rank() {
    return factor.rank();
  }

  @Override
  public AbsorbOptions.Solver solver() {
    return AbsorbOptions.Solver.DENSE;
  }
}
