package careworkforce.common.estimate.absorb;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The eliminated effect under some weights: the inverse total weight of each group, or, when it has
 * slopes, an orthonormal basis of intercept and slopes within each group.
 */
final class GroupBasis {
  private static final double NEGLIGIBLE = 1e-12;

  /** One over the group's weight, 0 for a group without any. */
  final double[] inverse;

  /** Basis vectors by arranged row, or null for a plain effect. */
  final double @Nullable [][] vectors;

  /** Number of columns the effect has under these weights. */
  final int rank;

  GroupBasis(Layout layout, double @Nullable [] weights) {
    int groups = layout.groups();
    inverse = new double[groups];
    int count = 0;
    for (int group = 0; group < groups; group++) {
      double total = weights == null ? layout.starts[group + 1] - layout.starts[group] : 0;
      for (int i = layout.starts[group]; weights != null && i < layout.starts[group + 1]; i++) {
        total += weights[i];
      }
      inverse[group] = total > 0 ? 1 / total : 0;
      count += total > 0 ? 1 : 0;
    }
    if (layout.eliminated.plain()) {
      vectors = null;
      rank = count;
    } else {
      vectors = raw(layout);
      rank = orthonormalise(layout, weights, vectors);
    }
  }

  private static double[][] raw(Layout layout) {
    int first = layout.eliminated.intercept() ? 1 : 0;
    double[][] raw = new double[first + layout.slopes.length][];
    if (first == 1) {
      raw[0] = new double[layout.rows];
      Arrays.fill(raw[0], 1);
    }
    for (int slope = 0; slope < layout.slopes.length; slope++) {
      raw[first + slope] = layout.slopes[slope].clone();
    }
    return raw;
  }

  private static int orthonormalise(
      Layout layout, double @Nullable [] weights, double[][] vectors) {
    int rank = 0;
    for (int group = 0; group < layout.groups(); group++) {
      int from = layout.starts[group];
      int to = layout.starts[group + 1];
      for (int k = 0; k < vectors.length; k++) {
        double before = dot(vectors[k], vectors[k], weights, from, to);
        for (int pass = 0; pass < 2; pass++) {
          for (int t = 0; t < k; t++) {
            double along = dot(vectors[t], vectors[k], weights, from, to);
            for (int i = from; i < to; i++) {
              vectors[k][i] -= along * vectors[t][i];
            }
          }
        }
        double after = dot(vectors[k], vectors[k], weights, from, to);
        boolean kept = after > NEGLIGIBLE * before;
        double scale = kept ? 1 / Math.sqrt(after) : 0;
        for (int i = from; i < to; i++) {
          vectors[k][i] *= scale;
        }
        rank += kept ? 1 : 0;
      }
    }
    return rank;
  }

  private static double dot(double[] a, double[] b, double @Nullable [] weights, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (weights == null ? 1 : weights[i]) * a[i] * b[i];
    }
    return sum;
  }
}
