package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.dense.Sandwich;
import careworkforce.common.estimate.linear.Leverage;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variance of a likelihood's slopes. Under fixest's convention the factors are those of linear
 * models, and (N-1)/(N-K) for iid; under reghdfe's (ppmlhdfe) only G/(G-1) for clusters and N/(N-1)
 * for robust ones. Inference is by the normal distribution.
 */
public final class GlmVariance {

  private GlmVariance() {}

  /**
   * The variance of the coefficients as they are reported.
   *
   * @param back makes these of the coefficients at the maximum; null where they are the same
   */
  static VarianceMatrix of(
      Design design,
      Absorber absorber,
      Irls.Result result,
      double @Nullable [][] back,
      EstimateOptions options) {
    SmallSample used = convention(options.smallSample());
    ParameterCount parameters = new ParameterCount(used, absorber, result.working());
    VarianceEstimator estimator =
        new VarianceEstimator(
            design,
            used,
            parameters,
            () ->
                Leverage.of(
                    Irls.rooted(result.design(), result.working()), result.bread(), absorber));
    VarianceSpec spec = options.variance();
    double n = design.observations();
    if (spec instanceof VarianceSpec.Iid) {
      int slopes = result.kept().length;
      int count =
          used.adjustParameters()
              ? estimator.parameters(spec, slopes)
              : parameters.count(slopes, List.of());
      double[][] bread = back == null ? result.bread() : Small.sandwich(back, result.bread());
      return iid(used, bread, n, count);
    }
    return normal(
        options,
        n,
        estimator.estimate(spec, result.design(), result.score(), result.bread(), back));
  }

  /** The convention as it applies to likelihoods: reghdfe's has no factor with parameters. */
  public static SmallSample convention(SmallSample given) {
    return asymptotic(given) ? withoutParameters(given) : given;
  }

  private static boolean asymptotic(SmallSample given) {
    return given.name().equals(SmallSample.REGHDFE.name());
  }

  /** The inverse information with its factor, K known. */
  public static VarianceMatrix iid(SmallSample used, double[][] bread, double n, int count) {
    double factor = used.adjustParameters() ? (n - 1) / (n - count) : 1;
    return new VarianceMatrix(
        Sandwich.scaled(bread, factor),
        new VarianceSpec.Iid().text(),
        count,
        Map.of(),
        Double.POSITIVE_INFINITY);
  }

  /** A sandwich with inference by the normal distribution. */
  public static VarianceMatrix normal(EstimateOptions options, double n, VarianceMatrix estimate) {
    boolean robust =
        asymptotic(options.smallSample()) && options.variance().equals(new VarianceSpec.Hetero(1));
    return estimate.normal(robust ? n / (n - 1) : 1);
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
