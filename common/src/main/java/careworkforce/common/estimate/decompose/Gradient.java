package careworkforce.common.estimate.decompose;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.linear.ClusterScores;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A number that depends on coefficients and means, and its derivatives by them. */
final class Gradient {
  private final double[][] byCoefficients;
  private final double[][] byMeans;
  private double value;

  Gradient(int size) {
    byCoefficients = new double[2][size];
    byMeans = new double[2][size];
  }

  /** Multiples of the j-th coefficient of either group. */
  double[][] unit(int j, double first, double second) {
    double[][] line = new double[2][byMeans[0].length];
    line[0][j] = first;
    line[1][j] = second;
    return line;
  }

  /** A combination of the j-th means times a linear form of the coefficients. */
  Gradient product(GroupPair groups, int j, double[] means, double[][] form) {
    Gradient result = new Gradient(byMeans[0].length);
    GroupFit[] fits = {groups.first(), groups.second()};
    double mean = 0;
    double line = 0;
    for (int g = 0; g < 2; g++) {
      mean += means[g] * fits[g].means()[j];
      for (int k = 0; k < form[g].length; k++) {
        line += form[g][k] * fits[g].coefficients()[k];
      }
    }
    result.value = mean * line;
    for (int g = 0; g < 2; g++) {
      result.byMeans[g][j] = means[g] * line;
      for (int k = 0; k < form[g].length; k++) {
        result.byCoefficients[g][k] = mean * form[g][k];
      }
    }
    return result;
  }

  void add(Gradient other) {
    value += other.value;
    for (int g = 0; g < 2; g++) {
      for (int k = 0; k < byMeans[g].length; k++) {
        byMeans[g][k] += other.byMeans[g][k];
        byCoefficients[g][k] += other.byCoefficients[g][k];
      }
    }
  }

  Coefficient coefficient(GroupPair groups, String name) {
    ClusterScores scores = scores(groups);
    if (scores == null) {
      return coefficient(name, independent(groups), Double.POSITIVE_INFINITY);
    }
    double clusters = scores.influences().length;
    double squares = Small.dot(scores.influences(), scores.influences());
    return coefficient(name, squares * clusters / (clusters - 1), clusters - 1);
  }

  private Coefficient coefficient(String name, double variance, double degrees) {
    double error = Math.sqrt(Math.max(0, variance));
    return Coefficient.of(name, value, error, degrees, Coefficient.LEVEL);
  }

  private double independent(GroupPair groups) {
    GroupFit[] fits = {groups.first(), groups.second()};
    double variance = 0;
    for (int g = 0; g < 2; g++) {
      variance += form(byCoefficients[g], fits[g].variance());
      variance += groups.fixed() ? 0 : form(byMeans[g], fits[g].meanVariance());
    }
    return variance;
  }

  /**
   * Influences of both groups' rows, summed by cluster; null without clusters. Where the gap is a
   * value and the groups' common mean is free, the greater group's mean moves the less: a cluster's
   * share is the other group's part of the weights times its share in a group, summed over both.
   */
  @Nullable ClusterScores scores(GroupPair groups) {
    ClusterInfluence first = groups.first().influence();
    ClusterInfluence second = groups.second().influence();
    if (first == null || second == null) {
      return null;
    }
    double[] influence = new double[first.held().length];
    first.addTo(influence, byCoefficients[0], byMeans[0], groups.fixed());
    second.addTo(influence, byCoefficients[1], byMeans[1], groups.fixed());
    int[] held =
        IntStream.range(0, influence.length)
            .filter(c -> first.held()[c] || second.held()[c])
            .toArray();
    double ofFirst = Arrays.stream(first.weights()).sum();
    double ofSecond = Arrays.stream(second.weights()).sum();
    double part = ofFirst / (ofFirst + ofSecond);
    return new ClusterScores(
        Arrays.stream(held).mapToDouble(c -> influence[c]).toArray(),
        Arrays.stream(held)
            .mapToDouble(
                c ->
                    (1 - part) * first.weights()[c] / ofFirst
                        + part * second.weights()[c] / ofSecond)
            .toArray());
  }

  private static double form(double[] row, double[][] matrix) {
    return Small.sandwich(new double[][] {row}, matrix)[0][0];
  }
}
