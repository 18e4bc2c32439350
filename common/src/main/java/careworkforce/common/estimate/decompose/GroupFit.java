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
 * One group's regression, the means of its regressors (constant first) and the variances of both.
 *
 * @param fit the regression
 * @param names of the regressors, constant first
 * @param coefficients in that order
 * @param variance of the coefficients
 * @param means of the regressors
 * @param meanVariance of the means, clustered where the regression is
 * @param products weighted cross products of the regressors
 * @param total sum of weights
 */
record GroupFit(
    Fit fit,
    List<String> names,
    double[] coefficients,
    double[][] variance,
    double[] means,
    double[][] meanVariance,
    double[][] products,
    double total) {

  static GroupFit of(
      Specification specification, Frame data, EstimateOptions options, String group) {
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
    return new GroupFit(
        fit,
        fit.coefficients().stream().map(Coefficient::name).toList(),
        fit.coefficients().stream().mapToDouble(Coefficient::estimate).toArray(),
        fit.variance().matrix(),
        means,
        meanVariance(columns, weights, means, total, design),
        CrossProducts.of(columns, weighted),
        total);
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

  /** Weighted deviations, squared by row or by cluster, with G/(G-1). */
  private static double[][] meanVariance(
      double[][] columns,
      double @Nullable [] weights,
      double[] means,
      double total,
      Design design) {
    int[] codes = null;
    int count = design.size();
    if (design.clusters().size() == 1) {
      Levels levels = design.clusters().values().iterator().next();
      codes = levels.codes();
      count = levels.count();
    }
    double[][] sums = new double[columns.length][count];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < design.size(); i++) {
        double weight = weights == null ? 1 : weights[i];
        sums[c][codes == null ? i : codes[i]] += weight * (columns[c][i] - means[c]) / total;
      }
    }
    return Small.scale(CrossProducts.gram(sums), count / (count - 1.0));
  }
}
