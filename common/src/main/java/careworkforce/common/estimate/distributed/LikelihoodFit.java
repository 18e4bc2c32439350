package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.BlockReduction;
import careworkforce.common.estimate.glm.ConcentratedLikelihood;
import careworkforce.common.estimate.glm.GeneralisedLinear;
import careworkforce.common.estimate.glm.GlmVariance;
import careworkforce.common.estimate.glm.LikelihoodRequirements;
import careworkforce.common.estimate.glm.Response;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Poisson, logit, probit and complementary log-log models, one pass an iteration and one for the
 * scores. Levels whose outcomes are flat are dropped. Rows that effects set apart only together, or
 * with regressors for counts, are not looked for here; they weigh nothing at the maximum, so that
 * slopes and their scores are those without them, but they count as rows, and notes say so. A
 * regressor that separates binary outcomes is named, as on the driver.
 */
final class LikelihoodFit {
  private static final String BY_LEVEL =
      "Separation was looked for level by level only; fitted on the driver, combinations of"
          + " regressors and effects are searched too.";

  private static final String NEARLY_CERTAIN =
      " rows have an expected outcome that is all but theirs: effects may set them apart together,"
          + " which is looked for, and such rows dropped, only on the driver.";

  private final DistributedEstimate model;
  private final Response response;
  private final LikelihoodRequirements requirements;

  LikelihoodFit(DistributedEstimate model, Response response) {
    this.model = model;
    this.response = response;
    this.requirements = new LikelihoodRequirements(response, model.specification.text());
  }

  /** Fits once what is one model under several variances, and tells it under each. */
  static List<Fit> fit(List<DistributedEstimate> under, Response response) {
    var maximum = new LikelihoodFit(under.get(0), response).maximum();
    return under.stream().map(model -> new LikelihoodFit(model, response).told(maximum)).toList();
  }

  private ConcentratedLikelihood.Maximum<Block> maximum() {
    var maximum =
        new ConcentratedLikelihood<>(
                response,
                model.blocks,
                model.reader,
                model.reader.columns(),
                model.columns.outside().size(),
                model.options.absorb())
            .maximise();
    requirements.requireConvergence(maximum.converged(), maximum.iterations(), maximum.perfect());
    return maximum;
  }

  private Fit told(ConcentratedLikelihood.Maximum<Block> maximum) {
    BlockReduction<Block> reduction = maximum.reduction();
    Kept kept =
        new Kept(model.columns.names(), reduction.products(), reduction.moments(), model.effects);
    int[] x = kept.among(new int[0], model.columns.exogenous());
    requirements.requireSomething(
        model.specification.regressors().isEmpty() || x.length > 0, model.effects);
    ScoreColumns columns = new ScoreColumns(model.columns.width());
    int working = columns.units(0)[0];
    int[] regressors = columns.units(x);
    columns.scores(regressors, ScoreColumns.OPENED);
    var second = reduction.residualise(model.pass(columns));
    double[][] gram = second.sum().gram;
    double[][] bread = LeastSquaresFit.bread(Small.part(gram, regressors, regressors));
    double[] slopes = Small.multiply(bread, Small.column(gram, regressors, working));
    int[] positions = Arrays.stream(x).map(c -> c - 1).toArray();
    requirements.requireFinite(
        kept.names(x), slopes, Extremes.ranges(model.blocks, model.reader, positions));
    for (int c = 0; c < slopes.length; c++) {
      slopes[c] += maximum.slopes()[positions[c]];
    }
    return fit(maximum, second, kept.names(x), slopes, bread, dropped(kept));
  }

  private Fit fit(
      ConcentratedLikelihood.Maximum<Block> maximum,
      BlockReduction.Residualised<ScoreSums> second,
      List<String> names,
      double[] slopes,
      double[][] bread,
      List<Dropped> dropped) {
    VarianceMatrix variance = variance(maximum.reduction(), second.sum(), bread);
    boolean poisson = response == Response.POISSON;
    return new Fit(
        model.specification.text(),
        response.name().toLowerCase(Locale.ROOT),
        poisson ? "PPML" : "ML",
        model.specification.outcome().name(),
        model.coefficients(names, slopes, variance, Double.POSITIVE_INFINITY),
        variance,
        model.options.smallSample().name(),
        model.options.level(),
        model.effectLevels(),
        model.sample(dropped),
        new Fit.Quality(
            Double.NaN, Double.NaN, maximum.likelihood(), Double.NaN, maximum.deviance()),
        DistributedEstimate.numerics(second, maximum.iterations(), maximum.reduction().solver()),
        null,
        List.of(),
        model.options.design(),
        notes(maximum.near()));
  }

  private List<String> notes(long near) {
    List<String> notes = new ArrayList<>(model.notes());
    notes.add(response == Response.POISSON ? BY_LEVEL : GeneralisedLinear.UNCORRECTED);
    if (response != Response.POISSON && near > 0) {
      notes.add(near + NEARLY_CERTAIN);
    }
    return notes;
  }

  /** In the order of the formula, each with the effects, as likelihoods report them. */
  private List<Dropped> dropped(Kept kept) {
    List<String> order = model.columns.names();
    return kept.dropped().stream()
        .map(d -> new Dropped(d.name(), d.ratio(), model.effects))
        .sorted(Comparator.comparingInt(d -> order.indexOf(d.name())))
        .toList();
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
