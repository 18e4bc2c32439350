package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.BlockReduction;
import careworkforce.common.estimate.absorb.WeightedMoments;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.Instruments;
import careworkforce.common.estimate.linear.LinearEstimator;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.linear.Variation;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first pass of a linear model, and what becomes of the second whatever the estimator. */
final class LinearPass {
  final DistributedEstimate model;
  final BlockReduction<Block> reduction;
  final double[][] products;
  private final WeightedMoments moments;

  LinearPass(DistributedEstimate model) {
    this.model = model;
    this.reduction = model.reduction();
    this.moments = reduction.moments().of(model.places);
    this.products = Small.part(reduction.products(), model.places, model.places);
    String outcome = model.specification.outcome().name();
    Variation.require(outcome, moments.centred(0), moments.raw(0), moments.mean(0), moments.rows());
    Variation.requireWithin(outcome, products[0][0], moments.centred(0), model.effects);
  }

  Kept kept() {
    return new Kept(model.columns.names(), products, moments, model.effects);
  }

  BlockReduction.Residualised<ScoreSums> second(ScoreColumns columns) {
    int among = reduction.products().length;
    return reduction.residualise(model.pass(columns.at(model.places, among)));
  }

  /**
   * A model solved.
   *
   * @param estimator its name
   * @param names of the slopes
   * @param bread inverse of design'regressors
   */
  record Solved(
      String estimator,
      List<String> names,
      AskedColumns asked,
      double[][] bread,
      List<Dropped> dropped) {}

  /** The evidence on instruments, given the coefficients; null without instruments. */
  interface Evidence {
    @Nullable Instruments of(List<Coefficient> coefficients);
  }

  /** The fit: slopes and residual squares moved by the second pass's step. */
  Fit fit(Solved solved, BlockReduction.Residualised<ScoreSums> second, Evidence evidence) {
    ScoreSums sums = second.sum();
    AskedColumns asked = solved.asked;
    double[] step = asked.step(sums, solved.bread);
    double rss = asked.rss(sums, step);
    double within = sums.gram[asked.outcome()][asked.outcome()];
    VarianceMatrix variance = variance(sums, asked, solved.bread, rss);
    List<Coefficient> coefficients =
        model.coefficients(solved.names, asked.moved(step), variance, variance.degrees());
    Instruments instruments = evidence.of(coefficients);
    List<String> notes = new ArrayList<>(LinearEstimator.notes(variance));
    notes.addAll(model.notes());
    if (instruments != null) {
      notes.addAll(instruments.notes());
    }
    return new Fit(
        model.specification.text(),
        "gaussian",
        solved.estimator,
        model.specification.outcome().name(),
        coefficients,
        variance,
        model.options.smallSample().name(),
        model.options.level(),
        model.effectLevels(),
        model.sample(solved.dropped),
        LinearEstimator.quality(rss, within, moments.centred(0), moments.rows(), sums.logWeights),
        DistributedEstimate.numerics(second, second.iterations(), reduction.solver()),
        instruments,
        List.of(),
        model.options.design(),
        notes);
  }

  private VarianceMatrix variance(
      ScoreSums sums, AskedColumns asked, double[][] bread, double rss) {
    VarianceSpec spec = model.options.variance();
    int count = model.parameters(spec, bread.length, reduction.rank());
    VarianceEstimator estimator = model.estimator(model.options.smallSample());
    if (spec instanceof VarianceSpec.Iid) {
      return estimator.alike(count, rss, bread);
    }
    int from = asked.scores();
    double[][] meat =
        Small.part(model.meat(model.options.smallSample(), sums), from, from + bread.length);
    return estimator.matrix(spec, count, meat, bread);
  }
}
