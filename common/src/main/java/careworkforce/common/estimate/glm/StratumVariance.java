package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Variance of a conditional likelihood, whose independent pieces are strata: the inverse
 * information (iid), scores by stratum (hetero, with S/(S-1) for S strata), or scores by clusters
 * of strata (with G/(G-1)). The convention none leaves both factors out.
 */
final class StratumVariance {

  private StratumVariance() {}

  static VarianceMatrix of(
      Design design, Strata strata, Strata.Maximum found, EstimateOptions options) {
    VarianceSpec spec = options.variance();
    int width = found.coefficients().length;
    if (spec instanceof VarianceSpec.Iid) {
      return new VarianceMatrix(
          found.bread(), spec.text(), width, Map.of(), Double.POSITIVE_INFINITY);
    }
    boolean hetero = spec instanceof VarianceSpec.Hetero h && h.kind() <= 1;
    if (!hetero && !(spec instanceof VarianceSpec.Cluster)) {
      throw UserError.usage(
          "estimate variance '" + spec.text() + "' of a clogit",
          "its likelihood falls apart by strata, not by rows",
          "Give iid, hetero (by stratum) or cluster:a");
    }
    requireNested(design);
    Design first = DesignRows.only(design, strata.firstRows(), 0);
    double count = first.size();
    SmallSample given = options.smallSample();
    SmallSample used =
        new SmallSample(
            given.name(), given.counted(), given.redundant(), false, given.clusters(), false);
    ParameterCount parameters = new ParameterCount(used, Absorber.of(List.of(), 0), null);
    double[] ones = new double[first.size()];
    Arrays.fill(ones, 1);
    VarianceMatrix raw =
        new VarianceEstimator(
                first.size(), first.clusters(), Map.of(), used, parameters, () -> ones)
            .estimate(spec, strata.scores(found.coefficients()), ones, found.bread());
    boolean factor = hetero && given.adjustParameters() && spec.equals(new VarianceSpec.Hetero(1));
    return raw.normal(factor ? count / (count - 1) : 1);
  }

  private static void requireNested(Design design) {
    Effect stratum = design.effects().get(0);
    design
        .clusters()
        .forEach(
            (name, levels) -> {
              if (!new Levels(stratum.codes(), stratum.levels()).nestedIn(levels)) {
                throw UserError.usage(
                    "cluster a clogit by '" + name + "'",
                    "it differs within levels of '" + stratum.name() + "'",
                    "Cluster by something that strata lie within");
              }
            });
  }
}
