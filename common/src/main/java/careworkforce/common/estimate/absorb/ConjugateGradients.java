package careworkforce.common.estimate.absorb;

/**
 * Preconditioned conjugate gradients for several right-hand sides in step, on a positive
 * semi-definite system that is consistent.
 */
final class ConjugateGradients {
  /** A symmetric linear map of vectors with {@code width} values a row. */
  interface Map {
    double[] apply(double[] vector);
  }

  /** Solution, iterations made, and whether every column met the tolerance. */
  record Solution(double[] x, int iterations, boolean converged) {}

  private ConjugateGradients() {}

  /**
   * Solves until the preconditioned residual is within tolerance of the right-hand side's.
   *
   * @param floor square of the size below which a column's right-hand side is taken as nothing
   */
  static Solution solve(
      Map system,
      Map preconditioner,
      double[] right,
      double[] start,
      double[] floor,
      double tolerance,
      int maxIterations) {
    int width = floor.length;
    double[] x = start.clone();
    double[] r = right.clone();
    axpy(r, system.apply(x), fill(width, -1));
    double[] target = dot(right, preconditioner.apply(right), width);
    for (int c = 0; c < width; c++) {
      target[c] = tolerance * tolerance * (target[c] + floor[c]);
    }
    double[] z = preconditioner.apply(r);
    double[] d = z.clone();
    double[] size = dot(r, z, width);
    int iteration = 0;
    while (!within(size, target) && iteration < maxIterations) {
      double[] sd = system.apply(d);
      double[] curvature = dot(d, sd, width);
      double[] step = new double[width];
      double[] back = new double[width];
      for (int c = 0; c < width; c++) {
        boolean done = size[c] <= target[c] || curvature[c] <= 0;
        step[c] = done ? 0 : size[c] / curvature[c];
        back[c] = -step[c];
      }
      axpy(x, d, step);
      axpy(r, sd, back);
      z = preconditioner.apply(r);
      double[] next = dot(r, z, width);
      for (int c = 0; c < width; c++) {
        step[c] = size[c] > 0 ? next[c] / size[c] : 0;
      }
      for (int at = 0; at < d.length; ) {
        for (int c = 0; c < width; c++, at++) {
          d[at] = z[at] + step[c] * d[at];
        }
      }
      size = next;
      iteration++;
    }
    return new Solution(x, iteration, within(size, target));
  }

  private static double[] fill(int width, double value) {
    double[] result = new double[width];
    java.util.Arrays.fill(result, value);
    return result;
  }

  private static void axpy(double[] y, double[] x, double[] factor) {
    int width = factor.length;
    for (int at = 0; at < y.length; ) {
      for (int c = 0; c < width; c++, at++) {
        y[at] += factor[c] * x[at];
      }
    }
  }

  private static double[] dot(double[] a, double[] b, int width) {
    double[] sums = new double[width];
    for (int at = 0; at < a.length; ) {
      for (int c = 0; c < width; c++, at++) {
        sums[c] += a[at] * b[at];
      }
    }
    return sums;
  }

  private static boolean within(double[] size, double[] target) {
    for (int c = 0; c < size.length; c++) {
      if (size[c] > target[c]) {
        return false;
      }
    }
    return true;
  }
}
