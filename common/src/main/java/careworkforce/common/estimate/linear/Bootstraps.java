package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceSpec;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.ArrayList;
import java.util.List;

/** Wild cluster bootstrap tests that the options ask for, one for each slope. */
final class Bootstraps {
  private final Prepared prepared;
  private final Solved solved;
  private final VarianceEstimator variance;
  private final EstimateOptions options;

  Bootstraps(
      Prepared prepared, Solved solved, VarianceEstimator variance, EstimateOptions options) {
    this.prepared = prepared;
    this.solved = solved;
    this.variance = variance;
    this.options = options;
  }

  private boolean asked(Coefficient slope) {
    return options.bootstrapSlopes().isEmpty() || options.bootstrapSlopes().contains(slope.name());
  }

  List<WildBootstrap> run(List<Coefficient> coefficients) {
    if (options.bootstrapDraws() == 0) {
      return List.of();
    }
    if (!(options.variance() instanceof VarianceSpec.Cluster cluster)
        || cluster.columns().size() != 1
        || solved.design() != solved.regressors()) {
      throw UserError.usage(
          "bootstrap by clusters",
          "the variance is "
              + options.variance().text()
              + (solved.design() == solved.regressors() ? "" : " of an instrumented model"),
          "Use least squares clustered by one column");
    }
    if (!List.of("rademacher", "webb").contains(options.bootstrapWeights())) {
      throw UserError.usage(
          "draw bootstrap weights '" + options.bootstrapWeights() + "'",
          "there are none of that name",
          "Give rademacher or webb");
    }
    Levels levels =
        prepared
            .design
            .clusters()
            .getOrDefault(cluster.columns().get(0), new Levels(new int[0], 0));
    int count = variance.parameters(cluster, coefficients.size());
    double g = levels.count();
    double factor =
        variance.factor(cluster, count)
            * (options.smallSample().adjustParameters() ? g / (g - 1) : 1);
    List<WildBootstrap> tests = new ArrayList<>();
    for (int c = 0; c < coefficients.size(); c++) {
      Coefficient coefficient = coefficients.get(c);
      if (coefficient.name().equals(Prepared.CONSTANT) || !asked(coefficient)) {
        continue;
      }
      tests.add(
          new WildClusterBootstrap(
                  prepared,
                  solved,
                  levels,
                  c,
                  factor,
                  options.bootstrapDraws(),
                  options.bootstrapWeights(),
                  options.seed())
              .test(
                  coefficient.name(),
                  options.bootstrapNull(),
                  coefficient.estimate(),
                  coefficient.standardError(),
                  options.level()));
    }
    return tests;
  }
}
