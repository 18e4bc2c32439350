package careworkforce.common.estimate.decompose;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.data.NamedColumn;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.LinearEstimator;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group's regression, the means of its regressors (constant first), and the variances of both
 * or, of clustered rows, what each cluster adds to both.
 *
 * @param fit the regression
 * @param names of the regressors, constant first
 * @param coefficients in that order
 * @param variance of the coefficients
 * @param means of the regressors
 * @param meanVariance of the means, rows independent
 * @param products weighted cross products of the regressors
 * @param total sum of weights
 * @param influence of each cluster of both groups; null without clusters
 */
record GroupFit(
    Fit fit,
    List<String> names,
    double[] coefficients,
    double[][] variance,
    double[] means,
    double[][] meanVariance,
    double[][] products,
    double total,
    @Nullable ClusterInfluence influence) {

  /**
   * Fits one group.
   *
   * @param clusters of the rows of the data, numbered over both groups; null without
   */
  static GroupFit of(
      Specification specification,
      Frame data,
      EstimateOptions options,
      String group,
      @Nullable Levels clusters) {
    Design design = DesignBuilder.build(specification, data, options.forDesign());
    Fit fit = LinearEstimator.fit(specification, design, options);
    if (!fit.sample().collinear().isEmpty()) {
      throw UserError.checks(
          "decompose '" + specification.text() + "'",
          "group "
              + group
              + " has no variation of its own in "
              + fit.sample().collinear().stream().map(d -> d.name()).toList(),
          "Leave these regressors out");
    }
    double[] weights = design.weights();
    double[][] columns = columns(design);
    double[][] weighted = weighted(columns, weights);
    double[] ones = columns[0];
    double total = CrossProducts.dot(ones, weighted[0]);
    double[] means = new double[columns.length];
    for (int c = 0; c < means.length; c++) {
      means[c] = CrossProducts.dot(ones, weighted[c]) / total;
    }
    double[] coefficients =
        fit.coefficients().stream().mapToDouble(Coefficient::estimate).toArray();
    double[][] products = CrossProducts.of(columns, weighted);
    return new GroupFit(
        fit,
        fit.coefficients().stream().map(Coefficient::name).toList(),
        coefficients,
        fit.variance().matrix(),
        means,
        meanVariance(columns, weights, means, total),
        products,
        total,
        clusters == null
            ? null
            : ClusterInfluence.of(
                weighted,
                residuals(design, columns, coefficients),
                Small.inversePositive(products),
                means,
                total,
                of(design, clusters)));
  }

  /** The clusters of the design's rows. */
  private static Levels of(Design design, Levels clusters) {
    int[] codes = Arrays.stream(design.rows()).map(row -> clusters.codes()[row]).toArray();
    return new Levels(codes, clusters.count());
  }

  private static double[] residuals(Design design, double[][] columns, double[] coefficients) {
    double[] residuals = design.outcome().values().clone();
    for (int c = 0; c < coefficients.length; c++) {
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] -= coefficients[c] * columns[c][i];
      }
    }
    return residuals;
  }

  private static double[][] columns(Design design) {
    double[][] columns = new double[design.exogenous().size() + 1][];
    columns[0] = new double[design.size()];
    Arrays.fill(columns[0], 1);
    List<NamedColumn> regressors = design.exogenous();
    for (int c = 0; c < regressors.size(); c++) {
      columns[c + 1] = regressors.get(c).values();
    }
    return columns;
  }

  private static double[][] weighted(double[][] columns, double @Nullable [] weights) {
    if (weights == null) {
      return columns;
    }
    double[][] result = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      result[c] = columns[c].clone();
      for (int i = 0; i < result[c].length; i++) {
        result[c][i] *= weights[i];
      }
    }
    return result;
  }

  /** Weighted deviations, squared by row, with N/(N-1). */
  private static double[][] meanVariance(
      double[][] columns, double @Nullable [] weights, double[] means, double total) {
    int count = columns[0].length;
    double[][] deviations = new double[columns.length][count];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < count; i++) {
        double weight = weights == null ? 1 : weights[i];
        deviations[c][i] = weight * (columns[c][i] - means[c]) / total;
      }
    }
    return Small.scale(CrossProducts.gram(deviations), count / (count - 1.0));
  }
}
