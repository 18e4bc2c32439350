package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.collapse.Collapse;
import careworkforce.common.estimate.data.Cells;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fits linear models by least squares, two-stage least squares or limited-information likelihood.
 */
public final class LinearEstimator {

  private final Specification specification;
  private final EstimateOptions options;
  private final Prepared prepared;
  private final List<String> notes = new ArrayList<>();

  private LinearEstimator(Specification specification, Prepared prepared, EstimateOptions options) {
    this.specification = specification;
    this.options = options;
    this.prepared = prepared;
  }

  /**
   * Fits one model.
   *
   * @throws UserError if the data do not allow it
   */
  public static Fit fit(Specification specification, Frame data, EstimateOptions options) {
    Design design = Collapse.design("gaussian", specification, data, options);
    return fit(specification, design, options);
  }

  /** Fits one model on a design already built. */
  public static Fit fit(Specification specification, Design design, EstimateOptions options) {
    return fit(
        specification, design, new JointAbsorption(List.of(design), options.absorb()), options);
  }

  private static Fit fit(
      Specification specification, Design design, JointAbsorption joint, EstimateOptions options) {
    return new LinearEstimator(specification, new Prepared(design, joint), options).fit();
  }

  /**
   * Fits several models, in their order. Effects are taken out once of all columns of models that
   * have the same effects and use the same rows.
   *
   * @throws UserError if the data do not allow one of them
   */
  public static List<Fit> fitAll(List<Specification> models, Frame data, EstimateOptions options) {
    if (options.collapsing() == Collapsing.ALWAYS) {
      return models.stream().map(model -> fit(model, data, options)).toList();
    }
    List<Design> designs = DesignBuilder.all(models, data, options.forDesign());
    Fit[] fits = new Fit[designs.size()];
    for (int m = 0; m < fits.length; m++) {
      if (fits[m] != null) {
        continue;
      }
      int[] rows = designs.get(m).rows();
      int[] alike =
          IntStream.range(m, fits.length).filter(o -> designs.get(o).rows() == rows).toArray();
      JointAbsorption joint =
          new JointAbsorption(
              Arrays.stream(alike).mapToObj(designs::get).toList(), options.absorb());
      for (int a : alike) {
        fits[a] = fit(models.get(a), designs.get(a), joint, options);
      }
    }
    return List.of(fits);
  }

  private Fit fit() {
    Solved solved =
        specification.instrumented()
            ? new TwoStage(prepared, options.liml()).solve()
            : leastSquares();
    requireSomething(specification, solved.names(), prepared.dropped);
    VarianceEstimator variance = estimator(solved);
    double[][] back = uncentre(solved);
    VarianceMatrix matrix = new SpecialVariances(prepared, solved, variance, options).matrix(back);
    double[] estimates = Small.multiply(back, solved.coefficients());
    if (prepared.constant && estimates.length > 0) {
      estimates[0] += prepared.outcomeMean;
    }
    List<Coefficient> coefficients = new ArrayList<>();
    for (int c = 0; c < estimates.length; c++) {
      coefficients.add(
          Coefficient.of(
              solved.names().get(c),
              estimates[c],
              matrix.standardError(c),
              matrix.degrees(c),
              options.level()));
    }
    notes.addAll(notes(matrix));
    notes.addAll(ParameterCount.notes(options.smallSample(), prepared.absorber));
    Cells cells = prepared.design.cells();
    if (cells != null) {
      notes.add(cells.note());
    }
    Instruments instruments =
        specification.instrumented() ? evidence(variance, coefficients) : null;
    Bootstraps tests = new Bootstraps(prepared, solved, variance, options);
    List<WildBootstrap> bootstraps = tests.run(coefficients);
    tests.note().ifPresent(notes::add);
    List<Dropped> dropped = new ArrayList<>(prepared.dropped);
    dropped.addAll(solved.dropped());
    Design design = prepared.design;
    return new Fit(
        specification.text(),
        "gaussian",
        specification.instrumented() ? (options.liml() ? "LIML" : "2SLS") : "OLS",
        specification.outcome().name(),
        coefficients,
        matrix,
        options.smallSample().name(),
        options.level(),
        effects(design),
        new Fit.Sample(
            design.observations(),
            design.weight(),
            design.rowsGiven(),
            design.singletons(),
            0,
            design.dropped(),
            dropped),
        quality(solved, design),
        numerics(),
        instruments,
        bootstraps,
        options.design(),
        notes);
  }

  private Instruments evidence(VarianceEstimator variance, List<Coefficient> coefficients) {
    StageRows rows = new StageRows(prepared, variance, options);
    Instruments evidence =
        new WeakInstruments(rows.moments(), rows, rows.inference(options.level()))
            .evidence(coefficients);
    rows.note(options.variance()).ifPresent(notes::add);
    notes.addAll(evidence.notes());
    return evidence;
  }

  private Solved leastSquares() {
    double[][] columns = Prepared.values(prepared.exogenous);
    LeastSquares fit = LeastSquares.of(columns);
    List<String> names = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (int k : fit.kept()) {
      names.add(prepared.exogenous.get(k).name());
      means.add(prepared.exogenous.get(k).mean());
    }
    double[] b = fit.solve(new double[][] {prepared.outcome})[0];
    return new Solved(
        names,
        means,
        b,
        fit.columns(),
        fit.columns(),
        fit.residual(prepared.outcome, b),
        fit.bread(),
        Collinear.among(prepared.exogenous, fit));
  }

  /**
   * Requires a regressor that can be estimated where one was asked for.
   *
   * @throws UserError naming what explains those left out
   */
  public static void requireSomething(
      Specification specification, List<String> names, List<Dropped> dropped) {
    boolean asked = !specification.regressors().isEmpty() || specification.instrumented();
    boolean only = names.isEmpty() || names.equals(List.of(Prepared.CONSTANT));
    if (asked && only) {
      throw UserError.checks(
          "estimate '" + specification.text() + "'",
          "no regressor varies beyond "
              + dropped.stream().map(Dropped::with).findFirst().orElse(List.of()),
          "Absorb fewer effects, or use regressors that vary within them");
    }
  }

  private VarianceEstimator estimator(Solved solved) {
    Design design = prepared.design;
    ParameterCount count =
        new ParameterCount(options.smallSample(), prepared.absorber, design.weights());
    return new VarianceEstimator(
        design,
        options.smallSample(),
        count,
        () -> Leverage.of(solved.design(), solved.bread(), prepared.absorber));
  }

  /** Turns coefficients on centred columns into coefficients on the columns as given. */
  private double[][] uncentre(Solved solved) {
    int size = solved.names().size();
    double[][] back = new double[size][size];
    for (int c = 0; c < size; c++) {
      back[c][c] = 1;
      if (prepared.constant && c > 0) {
        back[0][c] = -solved.means().get(c);
      }
    }
    return back;
  }

  /** What a reader of the variance should know, in sentences. */
  public static List<String> notes(VarianceMatrix matrix) {
    List<String> notes = new ArrayList<>();
    if (matrix.repaired()) {
      notes.add("The variance had negative eigenvalues; they were set to zero.");
    }
    matrix
        .clusters()
        .forEach(
            (name, count) -> {
              if (count < VarianceMatrix.FEW_CLUSTERS && matrix.type().startsWith("cluster")) {
                notes.add(
                    "Only "
                        + count
                        + " clusters by "
                        + name
                        + ": the wild cluster bootstrap or cr2 is to be trusted more.");
              }
            });
    return notes;
  }

  private static Map<String, Integer> effects(Design design) {
    Map<String, Integer> effects = new LinkedHashMap<>();
    design.effects().forEach(e -> effects.put(e.name(), e.levels()));
    return effects;
  }

  private Fit.Quality quality(Solved solved, Design design) {
    double rss = CrossProducts.dot(solved.residuals(), solved.residuals());
    double within = CrossProducts.dot(prepared.outcome, prepared.outcome);
    int n = design.observations();
    double logWeights = 0;
    for (int i = 0; design.weights() != null && i < design.size(); i++) {
      logWeights +=
          design.cells() == null ? Math.log(prepared.weight(i)) : design.cells().logWeights()[i];
    }
    return quality(
        rss,
        prepared.absorber.isEmpty() ? Double.NaN : within,
        prepared.totalSquares,
        n,
        logWeights);
  }

  /**
   * Measures of fit.
   *
   * @param within squares of the outcome left by the effects, NaN without effects
   * @param total squares of the outcome about its mean
   * @param logWeights sum of the weights' logarithms
   */
  public static Fit.Quality quality(
      double rss, double within, double total, long n, double logWeights) {
    double likelihood = 0.5 * (logWeights - n * (Math.log(2 * Math.PI * rss / n) + 1));
    return new Fit.Quality(1 - rss / total, 1 - rss / within, likelihood, rss, rss);
  }

  private Fit.Numerics numerics() {
    var absorption = prepared.absorption;
    return absorption == null
        ? new Fit.Numerics(0, true, 0, "none")
        : new Fit.Numerics(
            absorption.iterations(),
            absorption.converged(),
            absorption.certificate(),
            absorption.solver().name().toLowerCase(java.util.Locale.ROOT));
  }
}
