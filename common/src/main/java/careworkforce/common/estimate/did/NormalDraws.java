package careworkforce.common.estimate.did;

import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Seeded draws from a normal distribution of mean zero. */
final class NormalDraws {
  private final double[][] root;

  NormalDraws(double[][] variance) {
    var eigen = Small.eigen(variance);
    root = eigen.getV().getData();
    for (double[] row : root) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= Math.sqrt(Math.max(0, eigen.getRealEigenvalue(j)));
      }
    }
  }

  /** A function's value at each draw. */
  double[] each(int draws, long seed, ToDoubleFunction<double[]> of) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[draws];
    for (int d = 0; d < draws; d++) {
      double[] normal = new double[root.length];
      Arrays.setAll(normal, i -> random.nextGaussian());
      values[d] = of.applyAsDouble(Small.multiply(root, normal));
    }
    return values;
  }
}
