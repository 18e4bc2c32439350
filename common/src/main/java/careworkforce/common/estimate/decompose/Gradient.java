package careworkforce.common.estimate.decompose;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.linear.Small;

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
    GroupFit[] fits = {groups.first(), groups.second()};
    double variance = 0;
    for (int g = 0; g < 2; g++) {
      variance += form(byCoefficients[g], fits[g].variance());
      variance += groups.fixed() ? 0 : form(byMeans[g], fits[g].meanVariance());
    }
    return Coefficient.of(
        name,
        value,
        Math.sqrt(Math.max(0, variance)),
        Double.POSITIVE_INFINITY,
        OaxacaBlinder.LEVEL);
  }

  private static double form(double[] row, double[][] matrix) {
    return Small.sandwich(new double[][] {row}, matrix)[0][0];
  }
}
