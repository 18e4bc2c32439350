package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.List;

/** Wild cluster bootstrap tests that the options ask for, one for each slope. */
final class Bootstraps {
  private final Prepared prepared;
  private final Solved solved;
  private final EstimateOptions options;

  Bootstraps(Prepared prepared, Solved solved, EstimateOptions options) {
    this.prepared = prepared;
    this.solved = solved;
    this.options = options;
  }

  List<WildBootstrap> run(double[][] bread) {
    return List.of();
  }
}
