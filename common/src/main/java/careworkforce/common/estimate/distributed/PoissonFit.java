package careworkforce.common.estimate.distributed;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.BlockReduction;
import careworkforce.common.estimate.absorb.WeightedMoments;
import careworkforce.common.estimate.glm.ConcentratedPoisson;
import careworkforce.common.estimate.glm.GlmVariance;
import careworkforce.common.estimate.linear.LinearEstimator;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;

/**
 * Poisson pseudo-maximum likelihood, one pass an iteration and one for the scores. Levels without a
 * positive outcome are dropped; separation by combinations of regressors and effects is not looked
 * for here, and shows as a likelihood that does not settle.
 */
final class PoissonFit {
  private final DistributedEstimate model;

  PoissonFit(DistributedEstimate model) {
    this.model = model;
  }

  Fit fit() {
    requireOutcomes();
    var maximum =
        new ConcentratedPoisson<>(
                model.blocks,
                model.encoding,
                model.encoding.columns(),
                model.columns.outside().size(),
                model.options.absorb())
            .maximise();
    requireConvergence(maximum);
    BlockReduction<Block> reduction = maximum.reduction();
    WeightedMoments moments = reduction.moments();
    Kept kept = new Kept(model.columns.names(), reduction.products(), moments, model.effects);
    int[] x = kept.among(new int[0], model.columns.exogenous());
    LinearEstimator.requireSomething(model.specification, kept.names(x), kept.dropped());
    ScoreColumns columns = new ScoreColumns(model.columns.width());
    int working = columns.units(0)[0];
    int[] regressors = columns.units(x);
    columns.scores(regressors, ScoreColumns.OPENED);
    var second = reduction.residualise(model.pass(columns));
    double[][] gram = second.sum().gram;
    double[][] bread = LeastSquaresFit.bread(Small.part(gram, regressors, regressors));
    double[] slopes = Small.multiply(bread, Small.column(gram, regressors, working));
    for (int c = 0; c < slopes.length; c++) {
      slopes[c] += maximum.slopes()[x[c] - 1];
    }
    VarianceMatrix variance = variance(reduction, second.sum(), bread);
    return new Fit(
        model.specification.text(),
        "poisson",
        "PPML",
        model.specification.outcome().name(),
        model.coefficients(kept.names(x), slopes, variance, Double.POSITIVE_INFINITY),
        variance,
        model.options.smallSample().name(),
        model.effectLevels(),
        model.sample(kept.dropped()),
        new Fit.Quality(
            Double.NaN, Double.NaN, maximum.likelihood(), Double.NaN, maximum.deviance()),
        DistributedEstimate.numerics(second, maximum.iterations(), reduction.solver()),
        null,
        List.of(),
        model.options.design(),
        List.of(
            "Separation was looked for level by level only; fitted on the driver, combinations of"
                + " regressors and effects are searched too."));
  }

  private void requireOutcomes() {
    if (model.tally.smallest < 0) {
      throw UserError.checks(
          "estimate '" + model.specification.text() + "' as poisson",
          "outcome '"
              + model.specification.outcome().name()
              + "' has the value "
              + model.tally.smallest,
          "Give an outcome of 0 or more");
    }
  }

  private void requireConvergence(ConcentratedPoisson.Maximum<Block> maximum) {
    if (!maximum.converged()) {
      throw UserError.checks(
          "estimate '" + model.specification.text() + "' as poisson",
          "the likelihood did not reach its maximum in "
              + maximum.iterations()
              + " iterations; the outcome may be separated by the regressors",
          "Drop the regressor that predicts the outcome perfectly, or rescale");
    }
  }

  private VarianceMatrix variance(
      BlockReduction<Block> reduction, ScoreSums sums, double[][] bread) {
    SmallSample used = GlmVariance.convention(model.options.smallSample());
    VarianceSpec spec = model.options.variance();
    int count = model.parameters(used, spec, bread.length, reduction.rank());
    double rows = reduction.moments().rows();
    if (spec instanceof VarianceSpec.Iid) {
      return GlmVariance.iid(used, bread, rows, count);
    }
    VarianceMatrix sandwich =
        model.estimator(used).matrix(spec, count, model.meat(used, sums), bread);
    return GlmVariance.normal(model.options, rows, sandwich);
  }
}
