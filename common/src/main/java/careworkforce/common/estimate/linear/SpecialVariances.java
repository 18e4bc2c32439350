package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;

/** The variance asked for: a sandwich, or one that needs the whole regression. */
final class SpecialVariances {
  private final Prepared prepared;
  private final Solved solved;
  private final VarianceEstimator variance;
  private final EstimateOptions options;

  SpecialVariances(
      Prepared prepared, Solved solved, VarianceEstimator variance, EstimateOptions options) {
    this.prepared = prepared;
    this.solved = solved;
    this.variance = variance;
    this.options = options;
  }

  /**
   * The variance of the coefficients as they are reported.
   *
   * @param back makes these of the coefficients solved for
   */
  VarianceMatrix matrix(double[][] back) {
    VarianceSpec spec = options.variance();
    return spec instanceof VarianceSpec.ClusterReduced reduced
        ? new FewClusters(prepared, solved, variance).matrix(reduced, back)
        : variance.estimate(spec, solved.design(), solved.residuals(), solved.bread(), back);
  }
}
