package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Extreme rays of the non-negative vectors that some columns annihilate, by the double description
 * method (Fukuda and Prodon 1996).
 */
final class ExtremeRays {
  private static final int MOST = 20_000;
  private static final double ZERO = 1e-11;

  private ExtremeRays() {}

  /**
   * All rays.
   *
   * @param columns each of one length; a ray's product with every one is zero
   * @param size length of a ray
   * @throws UserError if there are too many
   */
  static List<double[]> of(List<double[]> columns, int size) {
    List<double[]> rays = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] unit = new double[size];
      unit[i] = 1;
      rays.add(unit);
    }
    for (double[] column : columns) {
      rays = meet(rays, column);
      if (rays.size() > MOST) {
        throw UserError.usage(
            "work through the conditional test",
            "it has more than " + MOST + " vertices",
            "Ask about fewer periods after treatment");
      }
    }
    return rays;
  }

  private static List<double[]> meet(List<double[]> rays, double[] column) {
    double[] values = new double[rays.size()];
    BitSet[] supports = new BitSet[rays.size()];
    List<double[]> result = new ArrayList<>();
    for (int r = 0; r < values.length; r++) {
      double[] ray = rays.get(r);
      supports[r] = new BitSet();
      for (int i = 0; i < ray.length; i++) {
        values[r] += ray[i] * column[i];
        supports[r].set(i, ray[i] > ZERO);
      }
      if (Math.abs(values[r]) <= ZERO) {
        result.add(ray);
      }
    }
    for (int p = 0; p < values.length; p++) {
      for (int n = 0; values[p] > ZERO && n < values.length; n++) {
        if (values[n] < -ZERO && adjacent(supports, p, n)) {
          result.add(combined(rays.get(p), -values[n], rays.get(n), values[p]));
        }
      }
    }
    return result;
  }

  /** Whether no other ray lies in the face the two span. */
  private static boolean adjacent(BitSet[] supports, int a, int b) {
    BitSet union = (BitSet) supports[a].clone();
    union.or(supports[b]);
    for (int r = 0; r < supports.length; r++) {
      if (r != a && r != b) {
        BitSet outside = (BitSet) supports[r].clone();
        outside.andNot(union);
        if (outside.isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] combined(double[] a, double byA, double[] b, double byB) {
    double[] ray = new double[a.length];
    double largest = 0;
    for (int i = 0; i < ray.length; i++) {
      ray[i] = byA * a[i] + byB * b[i];
      largest = Math.max(largest, ray[i]);
    }
    for (int i = 0; i < ray.length; i++) {
      ray[i] = ray[i] / largest <= ZERO ? 0 : ray[i] / largest;
    }
    return ray;
  }
}
