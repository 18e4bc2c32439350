package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.BlockReduction;
import careworkforce.common.estimate.absorb.WeightedMoments;
import careworkforce.common.estimate.formula.Term;
import careworkforce.common.estimate.linear.GramFactor;
import careworkforce.common.estimate.linear.LinearEstimator;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.linear.Variation;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;
import java.util.Locale;

/**
 * Least squares in two passes: the first gives slopes from inner products, the second the residuals
 * at them, a step of refinement and the scores.
 */
final class LeastSquaresFit {
  private final DistributedEstimate model;
  private final List<String> names;

  LeastSquaresFit(DistributedEstimate model) {
    this.model = model;
    this.names = model.specification.regressors().stream().map(Term::name).toList();
  }

  Fit fit() {
    BlockReduction<Block> reduction =
        BlockReduction.of(
            model.blocks,
            model.encoding.linear(),
            model.encoding.columns(),
            names.size() + 1,
            model.options.absorb());
    WeightedMoments moments = reduction.moments();
    double[][] products = reduction.products();
    String outcome = model.specification.outcome().name();
    Variation.require(outcome, moments.centred(0), moments.raw(0), moments.mean(0), moments.rows());
    Variation.requireWithin(outcome, products[0][0], moments.centred(0), model.effects);
    Kept kept = kept(products, moments);
    LinearEstimator.requireSomething(model.specification, kept.names(), kept.dropped());
    double[] slopes = Small.multiply(bread(kept.of(less(products))), along(products, kept));
    var second = reduction.residualise(model.pass(kept.positions(), slopes, false));
    ScoreSums sums = second.sum();
    double[][] bread = bread(sums.gram);
    double[] correction = Small.multiply(bread, sums.along);
    double rss = sums.residualSquares;
    for (int c = 0; c < slopes.length; c++) {
      slopes[c] += correction[c];
      rss -= correction[c] * sums.along[c];
    }
    VarianceMatrix variance = variance(reduction, sums, bread, rss);
    return new Fit(
        model.specification.text(),
        "gaussian",
        "OLS",
        outcome,
        model.coefficients(kept.names(), slopes, variance, variance.degrees()),
        variance,
        model.options.smallSample().name(),
        model.effectLevels(),
        model.sample(kept.dropped()),
        LinearEstimator.quality(
            rss, sums.outcomeSquares, moments.centred(0), moments.rows(), sums.logWeights),
        new Fit.Numerics(
            second.iterations(),
            second.converged(),
            second.certificate(),
            reduction.solver().name().toLowerCase(Locale.ROOT)),
        null,
        List.of(),
        model.options.design(),
        LinearEstimator.notes(variance));
  }

  private Kept kept(double[][] products, WeightedMoments moments) {
    return Kept.of(
        names, less(products), c -> moments.centred(c + 1), c -> moments.raw(c + 1), model.effects);
  }

  /** Without the outcome's row and column. */
  static double[][] less(double[][] products) {
    double[][] part = new double[products.length - 1][products.length - 1];
    for (int a = 0; a < part.length; a++) {
      System.arraycopy(products[a + 1], 1, part[a], 0, part.length);
    }
    return part;
  }

  private static double[] along(double[][] products, Kept kept) {
    double[] along = new double[kept.positions().length];
    for (int c = 0; c < along.length; c++) {
      along[c] = products[kept.positions()[c] + 1][0];
    }
    return along;
  }

  static double[][] bread(double[][] gram) {
    return GramFactor.of(gram).bread();
  }

  private VarianceMatrix variance(
      BlockReduction<Block> reduction, ScoreSums sums, double[][] bread, double rss) {
    SmallSample convention = model.options.smallSample();
    int count = model.parameters(convention, bread.length, reduction.rank());
    if (model.options.variance() instanceof VarianceSpec.Iid iid) {
      double each = rss / reduction.moments().rows();
      return model.estimator(convention).matrix(iid, count, Small.scale(sums.gram, each), bread);
    }
    return model.sandwich(convention, count, sums, bread);
  }
}
