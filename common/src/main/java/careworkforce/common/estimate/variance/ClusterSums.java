package careworkforce.common.estimate.variance;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;

/** Scores summed by cluster. */
public final class ClusterSums {
  private ClusterSums() {}

  /** One array of sums over clusters for each design column. */
  public static double[][] of(double[][] design, double[] residual, Levels clusters) {
    double[][] sums = new double[design.length][];
    java.util.stream.IntStream.range(0, design.length)
        .parallel()
        .forEach(
            c -> {
              double[] sum = new double[clusters.count()];
              double[] column = design[c];
              int[] codes = clusters.codes();
              for (int i = 0; i < residual.length; i++) {
                sum[codes[i]] += column[i] * residual[i];
              }
              sums[c] = sum;
            });
    return sums;
  }

  /** Sum over clusters of the outer products of their summed scores. */
  static double[][] meat(double[][] design, double[] residual, Levels clusters) {
    return CrossProducts.gram(of(design, residual, clusters));
  }
}
