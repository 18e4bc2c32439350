package careworkforce.common.estimate.decompose;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.linear.Small;

/**
 * The coefficients that a twofold decomposition holds to be non-discriminatory, as a weighting
 * between the groups': b* = W bA + (I - W) bB.
 */
public sealed interface Reference {
  /**
   * A fixed share of the first group's: 1 its own, 0 the other's, 0.5 the middle (Reimers 1983).
   */
  record Share(double ofFirst) implements Reference {
    /** Checks the share. */
    public Share {
      if (!(ofFirst >= 0 && ofFirst <= 1)) {
        throw UserError.usage(
            "weigh the groups' coefficients by " + ofFirst,
            "a share is between 0 and 1",
            "Give such a share");
      }
    }
  }

  /** The first group's share of the rows (Cotton 1988). */
  record Size() implements Reference {}

  /** A regression on both groups' rows (Neumark 1988; Oaxaca and Ransom 1994). */
  record Pooled() implements Reference {}

  /** The same with a dummy of the group, which keeps the gap out of the slopes (Jann 2008). */
  record PooledWithGroup() implements Reference {}

  /** The weighting W, which counts as fixed in variances. */
  default double[][] weighting(GroupFit first, GroupFit second) {
    int size = first.means().length;
    if (this instanceof Share share) {
      return diagonal(size, share.ofFirst());
    }
    if (this instanceof Size) {
      double rows = first.fit().sample().rows();
      return diagonal(size, rows / (rows + second.fit().sample().rows()));
    }
    if (this instanceof Pooled) {
      return Small.multiply(
          Small.inversePositive(Small.add(first.products(), second.products(), 1, 1)),
          first.products());
    }
    return withGroup(first, second);
  }

  private static double[][] diagonal(int size, double value) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = value;
    }
    return matrix;
  }

  /** Slopes by cross products within groups; the constant is the first group's. */
  private static double[][] withGroup(GroupFit first, GroupFit second) {
    double[][] own = within(first);
    double[][] slopes =
        Small.multiply(Small.inversePositive(Small.add(own, within(second), 1, 1)), own);
    int size = slopes.length;
    double[][] weighting = new double[size + 1][size + 1];
    weighting[0][0] = 1;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        weighting[i + 1][j + 1] = slopes[i][j];
        weighting[0][j + 1] += first.means()[i + 1] * ((i == j ? 1 : 0) - slopes[i][j]);
      }
    }
    return weighting;
  }

  private static double[][] within(GroupFit group) {
    int size = group.means().length - 1;
    double[][] within = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        within[i][j] =
            group.products()[i + 1][j + 1]
                - group.total() * group.means()[i + 1] * group.means()[j + 1];
      }
    }
    return within;
  }
}
