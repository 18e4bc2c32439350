package careworkforce.common.estimate.variance;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.List;

/**
 * Meat of one- and multi-way clusters: over every set of the clusterings, the meat of their
 * intersection, added for odd sets and taken off for even ones (Cameron, Gelbach and Miller 2011).
 */
public final class ClusterMeat implements Meat {
  private final List<Levels> pieces = new ArrayList<>();
  private final List<Double> factors = new ArrayList<>();

  ClusterMeat(List<Levels> clusters, SmallSample.ClusterFactor factor) {
    int smallest = clusters.stream().mapToInt(Levels::count).min().orElse(0);
    for (int set = 1; set < 1 << clusters.size(); set++) {
      List<Levels> members = new ArrayList<>();
      for (int c = 0; c < clusters.size(); c++) {
        if ((set >> c & 1) == 1) {
          members.add(clusters.get(c));
        }
      }
      Levels piece =
          members.size() == 1
              ? members.get(0)
              : Levels.combine(
                  members.stream().map(Levels::codes).toList(),
                  members.stream().mapToInt(Levels::count).toArray());
      pieces.add(piece);
      factors.add(factor(members.size(), piece.count(), smallest, factor));
    }
  }

  /**
   * What a piece counts for: its sign and cluster factor.
   *
   * @param members clusterings whose intersection it is
   * @param groups clusters of the piece
   * @param smallest clusters of the smallest clustering
   */
  public static double factor(
      int members, int groups, int smallest, SmallSample.ClusterFactor factor) {
    double sign = members % 2 == 1 ? 1 : -1;
    double g = factor == SmallSample.ClusterFactor.OWN ? groups : smallest;
    return sign * (factor == SmallSample.ClusterFactor.NONE ? 1 : g / (g - 1));
  }

  @Override
  public double[][] of(double[][] design, double[] residual) {
    double[][] total = new double[design.length][design.length];
    for (int s = 0; s < pieces.size(); s++) {
      double[][] meat = ClusterSums.meat(design, residual, pieces.get(s));
      total = Small.add(total, meat, 1, factors.get(s));
    }
    return total;
  }
}
