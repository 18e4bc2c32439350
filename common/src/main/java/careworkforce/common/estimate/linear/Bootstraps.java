package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceSpec;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wild cluster bootstrap tests that the options ask for, one for each slope. */
final class Bootstraps {
  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  private final Prepared prepared;
  private final Solved solved;
  private final VarianceEstimator variance;
  private final EstimateOptions options;

  Bootstraps(
      Prepared prepared, Solved solved, VarianceEstimator variance, EstimateOptions options) {
    this.prepared = prepared;
    this.solved = solved;
    this.variance = variance;
    this.options = options;
  }

  private boolean asked(Coefficient slope) {
    boolean constant = slope.name().equals(Prepared.CONSTANT);
    return !constant
        && (options.bootstrapSlopes().isEmpty()
            || options.bootstrapSlopes().contains(slope.name()));
  }

  List<WildBootstrap> run(List<Coefficient> coefficients) {
    if (options.bootstrapDraws() == 0) {
      return List.of();
    }
    String column = requireOneClustering();
    Levels levels = prepared.design.clusters().getOrDefault(column, new Levels(new int[0], 0));
    WildDraws draws =
        WildDraws.of(
            levels.count(), options.bootstrapDraws(), options.bootstrapWeights(), options.seed());
    double factor = factor(levels.count(), coefficients.size());
    long placed = placed(levels);
    List<WildBootstrap> tests = new ArrayList<>();
    for (int c = 0; c < coefficients.size(); c++) {
      Coefficient coefficient = coefficients.get(c);
      if (instrumented() && coefficient.name().equals(prepared.endogenous.get(0).name())) {
        InstrumentSpread spread = InstrumentSpread.of(prepared, levels, solved.coefficients()[c]);
        tests.addAll(instrumented(coefficient, spread, factor, draws, placed));
      } else if (!instrumented() && asked(coefficient)) {
        NullStatistics drawn = new LeastSquaresNull(prepared, solved, levels, c, factor, draws);
        tests.add(test(coefficient.name(), coefficient, wald(draws, drawn, coefficient, placed)));
      }
    }
    return tests;
  }

  /** That slopes asked for were passed over. */
  Optional<String> note() {
    boolean passed =
        options.bootstrapDraws() > 0
            && instrumented()
            && !options.bootstrapSlopes().isEmpty()
            && !options.bootstrapSlopes().equals(Prepared.names(prepared.endogenous));
    return passed
        ? Optional.of(
            "The bootstrap tests the instrumented regressor "
                + endogenous()
                + " alone; asked for were "
                + options.bootstrapSlopes()
                + ".")
        : Optional.empty();
  }

  private List<WildBootstrap> instrumented(
      Coefficient slope, InstrumentSpread spread, double factor, WildDraws draws, long placed) {
    List<WildBootstrap> tests = new ArrayList<>();
    NullStatistics drawn = new InstrumentedNull(spread, factor, draws);
    tests.add(test(slope.name(), slope, wald(draws, drawn, slope, placed)));
    if (spread.instruments() == 1) {
      AndersonRubinNull robust = new AndersonRubinNull(spread, factor, draws);
      tests.add(
          test(
              WildBootstrap.andersonRubin(slope.name()),
              slope,
              new WildClusterBootstrap(draws, robust, robust::sample, placed)));
    }
    return tests;
  }

  private static WildClusterBootstrap wald(
      WildDraws draws, NullStatistics drawn, Coefficient slope, long placed) {
    return new WildClusterBootstrap(
        draws, drawn, r -> (slope.estimate() - r) / slope.standardError(), placed);
  }

  /** Which row of the data lies in which cluster, whatever the rows' order. */
  private long placed(Levels levels) {
    long hash = 0;
    for (int i = 0; i < levels.codes().length; i++) {
      long pair = ((long) prepared.design.rows()[i] << 32 | levels.codes()[i]) * SCATTER;
      hash += (pair ^ pair >>> 32) * SCATTER;
    }
    return hash;
  }

  private WildBootstrap test(String name, Coefficient slope, WildClusterBootstrap by) {
    return by.test(
        name, options.bootstrapNull(), slope.estimate(), slope.standardError(), options.level());
  }

  private double factor(double groups, int coefficients) {
    return variance.factor(
            options.variance(), variance.parameters(options.variance(), coefficients))
        * (options.smallSample().adjustParameters() ? groups / (groups - 1) : 1);
  }

  private boolean instrumented() {
    return solved.design() != solved.regressors();
  }

  private String requireOneClustering() {
    boolean other = instrumented() && (prepared.endogenous.size() > 1 || options.liml());
    if (!(options.variance() instanceof VarianceSpec.Cluster cluster)
        || cluster.columns().size() != 1
        || other) {
      throw UserError.usage(
          "bootstrap by clusters",
          "the variance is "
              + options.variance().text()
              + (other ? " of a model with instruments for " + endogenous() : ""),
          "Use least squares, or two-stage least squares of one instrumented regressor, clustered"
              + " by one column");
    }
    if (!List.of("rademacher", "webb").contains(options.bootstrapWeights())) {
      throw UserError.usage(
          "draw bootstrap weights '" + options.bootstrapWeights() + "'",
          "there are none of that name",
          "Give rademacher or webb");
    }
    return cluster.columns().get(0);
  }

  private String endogenous() {
    return String.join(", ", Prepared.names(prepared.endogenous))
        + (options.liml() ? " by limited-information likelihood" : "");
  }
}
