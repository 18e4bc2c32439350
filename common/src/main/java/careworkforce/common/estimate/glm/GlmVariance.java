package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.dense.Sandwich;
import careworkforce.common.estimate.linear.Leverage;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;
import java.util.Map;

/**
 * Variance of a likelihood's slopes. Under fixest's convention the factors are those of linear
 * models, and (N-1)/(N-K) for iid; under reghdfe's (ppmlhdfe) only G/(G-1) for clusters and N/(N-1)
 * for robust ones. Inference is by the normal distribution.
 */
final class GlmVariance {

  private GlmVariance() {}

  static VarianceMatrix of(
      Design design, Absorber absorber, Irls.Result result, EstimateOptions options) {
    SmallSample convention = options.smallSample();
    boolean asymptotic = convention.name().equals(SmallSample.REGHDFE.name());
    SmallSample used = asymptotic ? withoutParameters(convention) : convention;
    ParameterCount parameters = new ParameterCount(used, absorber, result.working());
    VarianceEstimator estimator =
        new VarianceEstimator(
            design.size(),
            design.clusters(),
            design.numbers(),
            used,
            parameters,
            () ->
                Leverage.of(
                    Irls.rooted(result.design(), result.working()), result.bread(), absorber));
    VarianceSpec spec = options.variance();
    double n = design.size();
    if (spec instanceof VarianceSpec.Iid) {
      int slopes = result.kept().length;
      int count =
          used.adjustParameters()
              ? estimator.parameters(spec, slopes)
              : parameters.count(slopes, List.of());
      double factor = used.adjustParameters() ? (n - 1) / (n - count) : 1;
      return matrix(Sandwich.scaled(result.bread(), factor), spec, count, Map.of());
    }
    VarianceMatrix estimate =
        estimator.estimate(spec, result.design(), result.score(), result.bread());
    boolean robust = asymptotic && spec.equals(new VarianceSpec.Hetero(1));
    double[][] values =
        robust ? Sandwich.scaled(estimate.matrix(), n / (n - 1)) : estimate.matrix();
    return new VarianceMatrix(
        values,
        estimate.type(),
        estimate.parameters(),
        estimate.clusters(),
        Double.POSITIVE_INFINITY,
        estimate.repaired());
  }

  private static VarianceMatrix matrix(
      double[][] values, VarianceSpec spec, int count, Map<String, Integer> clusters) {
    return new VarianceMatrix(
        values, spec.text(), count, clusters, Double.POSITIVE_INFINITY, false);
  }

  private static SmallSample withoutParameters(SmallSample convention) {
    return new SmallSample(
        convention.name(),
        convention.counted(),
        convention.redundant(),
        false,
        convention.clusters(),
        convention.smallerDegrees());
  }
}
