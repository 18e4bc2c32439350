package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;

/** Cluster variances for few clusters. */
final class FewClusters {
  FewClusters(Prepared prepared, Solved solved, VarianceEstimator variance) {}

  VarianceMatrix matrix(VarianceSpec.ClusterReduced spec) {
    throw UserError.usage("x", "y", "z");
  }
}
