package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.ClusterSums;

/**
 * How clusters reach each other through effects and regressors: the inner product of a column
 * within cluster g and of what effects and regressors leave of another column that is nought
 * outside cluster h. Taking out is symmetric, so that the first column is cut into clusters and
 * cleaned once for all others.
 */
final class ClusterCrossings {
  /** Columns cleaned at once; more would need more memory. */
  private static final int AT_ONCE = 16;

  private final Prepared prepared;
  private final Levels clusters;
  private final double[][] regressors;
  private final double[][] bread;
  private final boolean reach;

  /**
   * Of one model.
   *
   * @param regressors what is taken out beside the effects, net of these
   * @param bread inverse of their inner products
   */
  ClusterCrossings(Prepared prepared, Levels clusters, double[][] regressors, double[][] bread) {
    this.prepared = prepared;
    this.clusters = clusters;
    this.regressors = regressors;
    this.bread = bread;
    boolean across = false;
    for (Effect effect : prepared.design.effects()) {
      across |= !FewClusters.nested(effect, clusters);
    }
    this.reach = across;
  }

  /** For each right column, net of effects, a matrix of clusters of the left by clusters of it. */
  double[][][] of(double[] left, double[]... right) {
    double[][][] products = reach ? reaching(left, right) : within(left, right);
    if (regressors.length > 0) {
      double[][] slopes =
          Small.multiply(Small.transpose(ClusterSums.of(regressors, left, clusters)), bread);
      for (int r = 0; r < right.length; r++) {
        double[][] explained =
            Small.multiply(slopes, ClusterSums.of(regressors, right[r], clusters));
        products[r] = Small.add(products[r], explained, 1, -1);
      }
    }
    return products;
  }

  /** Effects that lie within clusters leave a cluster's part as it is. */
  private double[][][] within(double[] left, double[][] right) {
    int groups = clusters.count();
    double[][][] products = new double[right.length][groups][groups];
    double[][] own = ClusterSums.of(right, left, clusters);
    for (int r = 0; r < right.length; r++) {
      for (int g = 0; g < groups; g++) {
        products[r][g][g] = own[r][g];
      }
    }
    return products;
  }

  private double[][][] reaching(double[] left, double[][] right) {
    int groups = clusters.count();
    double[][][] products = new double[right.length][groups][];
    for (int from = 0; from < groups; from += AT_ONCE) {
      double[][] clean = prepared.project(parts(left, from, Math.min(groups, from + AT_ONCE)));
      for (int r = 0; r < right.length; r++) {
        double[][] sums = ClusterSums.of(clean, right[r], clusters);
        System.arraycopy(sums, 0, products[r], from, sums.length);
      }
    }
    return products;
  }

  private double[][] parts(double[] column, int from, int to) {
    double[][] parts = new double[to - from][column.length];
    for (int i = 0; i < column.length; i++) {
      int g = clusters.codes()[i];
      if (g >= from && g < to) {
        parts[g - from][i] = column[i];
      }
    }
    return parts;
  }
}
