package careworkforce.common.estimate.glm;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Absorption;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.collapse.Collapse;
import careworkforce.common.estimate.data.Cells;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.NamedColumn;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.Collinear;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fits a generalised linear model on a formula's design.
 *
 * <p>Slopes of logit, probit and complementary log-log with absorbed effects of few rows a level
 * are biased (incidental parameters), and no correction is applied here; the fit's notes say so.
 * Poisson with one or two ways of effects has no such bias in its slopes.
 *
 * <p>Separation: {@link SeparatedRows} that effects predict perfectly are dropped and counted. A
 * regressor that sets rows of a binary outcome apart is an error that names it.
 */
public final class GeneralisedLinear {
  private static final String CONSTANT = "(Intercept)";

  /** What stands with slopes whose bias from estimated effects is not taken off. */
  public static final String UNCORRECTED =
      "Effects are estimated with the slopes: with few rows a level the slopes are biased"
          + " away from zero. A bias correction, or clogit, takes that off.";

  private final Specification specification;
  private final EstimateOptions options;
  private final Response response;
  private final SeparatedRows separation;
  private final LikelihoodRequirements requirements;
  private final List<String> notes = new ArrayList<>();

  private GeneralisedLinear(
      Response response, Specification specification, EstimateOptions options) {
    if (specification.instrumented()) {
      throw UserError.usage(
          "estimate '" + specification.text() + "' as " + name(response),
          "it has instruments",
          "Use family gaussian, or put the control function's residual among the regressors");
    }
    this.response = response;
    this.specification = specification;
    this.options = options;
    this.separation = new SeparatedRows(response, specification.text(), options);
    this.requirements = new LikelihoodRequirements(response, specification.text());
  }

  /**
   * Fits one model on a frame.
   *
   * @throws UserError if the formula has instruments or the data do not allow the model
   */
  public static Fit fit(
      Response response, Specification specification, Frame data, EstimateOptions options) {
    return new GeneralisedLinear(response, specification, options)
        .fit(data, List.of(options))
        .get(0);
  }

  /**
   * Fits one model on a frame and tells it under several variances.
   *
   * @throws UserError if the formula has instruments or the data do not allow the model
   */
  static List<Fit> fitUnder(
      List<VarianceSpec> variances,
      Response response,
      Specification specification,
      Frame data,
      EstimateOptions options) {
    return new GeneralisedLinear(response, specification, options)
        .fit(data, options.under(variances));
  }

  /**
   * Fits one model on a design built already.
   *
   * @throws UserError if the formula has instruments or the data do not allow the model
   */
  public static Fit fit(
      Response response, Specification specification, Design design, EstimateOptions options) {
    return new GeneralisedLinear(response, specification, options)
        .fit(design, List.of(options))
        .get(0);
  }

  static String name(Response response) {
    return response.name().toLowerCase(Locale.ROOT);
  }

  private List<Fit> fit(Frame data, List<EstimateOptions> each) {
    return fit(Collapse.design(name(response), specification, data, each.get(0)), each);
  }

  /** The maximum, told under the variance of each of some options. */
  private List<Fit> fit(Design given, List<EstimateOptions> each) {
    requireOutcomes(given);
    Maximum maximum = maximised(given);
    Design design = maximum.design();
    int separated =
        given.observations() - design.observations() - (design.singletons() - given.singletons());
    Cells cells = design.cells();
    if (cells != null) {
      notes.add(cells.note());
    }
    notes.addAll(ParameterCount.notes(options.smallSample(), maximum.absorber()));
    double[] estimates = corrected(design, maximum.result());
    Irls.Result result = at(estimates, maximum);
    return each.stream()
        .map(under -> GlmVariance.of(design, maximum.absorber(), result, maximum.back(), under))
        .map(variance -> told(maximum, maximum.reported(estimates), variance, separated))
        .toList();
  }

  private Fit told(Maximum maximum, double[] estimates, VarianceMatrix variance, int separated) {
    Design design = maximum.design();
    Irls.Result result = maximum.result();
    List<String> names = names(design);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int c = 0; c < result.kept().length; c++) {
      coefficients.add(
          Coefficient.of(
              names.get(result.kept()[c]),
              estimates[c],
              variance.standardError(c),
              Double.POSITIVE_INFINITY,
              options.level()));
    }
    Map<String, Integer> effects = new LinkedHashMap<>();
    design.effects().forEach(e -> effects.put(e.name(), e.levels()));
    return new Fit(
        specification.text(),
        name(response),
        response == Response.POISSON ? "PPML" : "ML",
        specification.outcome().name(),
        coefficients,
        variance,
        options.smallSample().name(),
        options.level(),
        effects,
        new Fit.Sample(
            design.observations(),
            design.weight(),
            design.rowsGiven(),
            design.singletons(),
            separated,
            design.dropped(),
            dropped(names, result, design)),
        quality(design, result),
        numerics(result),
        null,
        List.of(),
        options.design(),
        notes);
  }

  /** Points have the likelihood of their rows but for what counts add on their own. */
  private Fit.Quality quality(Design design, Irls.Result result) {
    double likelihood = result.logLikelihood();
    double deviance = result.deviance();
    Cells cells = design.cells();
    double[] weights = design.weights();
    if (cells != null && weights != null && response == Response.POISSON) {
      for (int i = 0; i < weights.length; i++) {
        double y = design.outcome().values()[i];
        deviance += 2 * (cells.entropies()[i] - weights[i] * LogFactorials.entropy(y));
        likelihood += weights[i] * LogFactorials.of(y) - cells.logFactorials()[i];
      }
    }
    return new Fit.Quality(Double.NaN, Double.NaN, likelihood, Double.NaN, deviance);
  }

  /**
   * The rows that a maximum rests on, and the maximum.
   *
   * @param back as {@link CentredColumns#back} gives it for the columns kept
   */
  private record Maximum(
      Design design, Absorber absorber, Irls.Result result, double @Nullable [][] back) {

    /** Coefficients of the columns as given. */
    double[] reported(double[] estimates) {
      return back == null ? estimates : Small.multiply(back, estimates);
    }
  }

  private Maximum maximised(Design given) {
    Design fewer = separation.without(given);
    while (true) {
      Design design = fewer;
      Absorber absorber = Absorber.of(design.effects(), design.size(), options.absorb());
      CentredColumns columns = CentredColumns.of(design);
      Irls.Result result = iterated(design, columns.values(), absorber);
      boolean perfect =
          response.binary() && Arrays.stream(result.means()).allMatch(Response::certain);
      requirements.requireConvergence(result.converged(), result.iterations(), perfect);
      fewer = separation.without(design, result.means(), absorber);
      if (fewer.size() == design.size()) {
        requireSomething(design, result);
        requireFiniteMaximum(design, result);
        return new Maximum(design, absorber, result, columns.back(result.kept()));
      }
    }
  }

  private Irls.Result iterated(Design design, double[][] columns, Absorber absorber) {
    return Irls.fit(
        response,
        design.outcome().values(),
        columns,
        orElse(design.weights(), design.size(), 1),
        orElse(design.offset(), design.size(), 0),
        absorber,
        response == Response.POISSON ? DesignBlocks.poissonStart(design, options) : null);
  }

  private void requireSomething(Design design, Irls.Result result) {
    boolean only = result.kept().length == (design.intercept() ? 1 : 0);
    requirements.requireSomething(
        specification.regressors().isEmpty() || !only,
        design.effects().isEmpty()
            ? List.of(CONSTANT)
            : design.effects().stream().map(Effect::name).toList());
  }

  private void requireFiniteMaximum(Design design, Irls.Result result) {
    double[][] columns = columns(design);
    int[] kept = result.kept();
    double[] along =
        Arrays.stream(result.design())
            .mapToDouble(x -> CrossProducts.dot(x, result.score()))
            .toArray();
    List<String> names = Arrays.stream(kept).mapToObj(names(design)::get).toList();
    double[] range = Arrays.stream(kept).mapToDouble(k -> range(columns[k])).toArray();
    requirements.requireFinite(names, Small.multiply(result.bread(), along), range);
  }

  private static double range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }

  /** Coefficients with the bias of estimated effects taken off, where that was asked for. */
  private double[] corrected(Design design, Irls.Result result) {
    double[] estimates = result.coefficients().clone();
    if (!response.binary() || design.effects().isEmpty()) {
      return estimates;
    }
    switch (options.biasCorrection()) {
      case NONE -> notes.add(UNCORRECTED);
      case ANALYTICAL -> {
        double[] bias = AnalyticalCorrection.bias(response, design, result);
        for (int c = 0; c < estimates.length; c++) {
          estimates[c] -= bias[c];
        }
        notes.add(
            "Slopes less the leading term of the bias of estimated effects (analytical; regressors"
                + " taken as strictly exogenous), errors at these slopes; the log likelihood is that"
                + " before.");
      }
      case JACKKNIFE -> {
        estimates = splitPanel().corrected(design, estimates, half -> half(half, result));
        notes.add(
            "Slopes corrected for the bias of estimated effects by the split-panel jackknife, errors"
                + " at these slopes; the log likelihood is that before.");
      }
    }
    return estimates;
  }

  /** Where the variance is taken: at the slopes reported, effects fitted to them. */
  private Irls.Result at(double[] slopes, Maximum maximum) {
    Design design = maximum.design();
    return Arrays.equals(slopes, maximum.result().coefficients())
        ? maximum.result()
        : Irls.at(
            slopes,
            maximum.result(),
            response,
            design.outcome().values(),
            columns(design),
            orElse(design.weights(), design.size(), 1),
            orElse(design.offset(), design.size(), 0),
            maximum.absorber());
  }

  private SplitPanel splitPanel() {
    String unit = options.unit();
    String time = options.time();
    if (unit == null || time == null) {
      throw UserError.usage(
          "correct bias by the split-panel jackknife",
          "it is not known which columns are unit and time",
          "Name them as the panel");
    }
    return new SplitPanel(unit, time);
  }

  private double[] half(Design part, Irls.Result whole) {
    Irls.Result result = maximised(part).result();
    if (!Arrays.equals(result.kept(), whole.kept())) {
      throw UserError.checks(
          "correct bias by the split-panel jackknife",
          "a regressor does not vary within half of the panel",
          "Leave it out, or correct analytically");
    }
    return result.coefficients();
  }

  private void requireOutcomes(Design design) {
    String name = design.outcome().name();
    double[] outcomes = design.outcome().values();
    for (double y : outcomes) {
      requirements.requireAllowed(name, y);
    }
    requirements.requireVaried(name, Arrays.stream(outcomes).anyMatch(y -> y != outcomes[0]));
  }

  private static List<Dropped> dropped(List<String> names, Irls.Result result, Design design) {
    List<String> effects = design.effects().stream().map(Effect::name).toList();
    double[][] columns = columns(design);
    int[] kept = result.kept();
    double[][] others = Arrays.stream(kept).mapToObj(k -> columns[k]).toArray(double[][]::new);
    List<String> theirs = Arrays.stream(kept).mapToObj(names::get).toList();
    List<Dropped> dropped = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      int column = c;
      if (Arrays.stream(kept).noneMatch(k -> k == column)) {
        List<String> with =
            effects.isEmpty() ? Collinear.explaining(columns[c], others, theirs) : effects;
        dropped.add(new Dropped(names.get(c), result.ratios()[c], with));
      }
    }
    return dropped;
  }

  private static Fit.Numerics numerics(Irls.Result result) {
    Absorption absorption = result.absorption();
    return new Fit.Numerics(
        result.iterations(),
        result.converged(),
        absorption == null ? 0 : absorption.certificate(),
        absorption == null ? "none" : absorption.solver().name().toLowerCase(Locale.ROOT));
  }

  private static List<String> names(Design design) {
    List<String> names = new ArrayList<>();
    if (design.intercept()) {
      names.add(CONSTANT);
    }
    design.exogenous().stream().map(NamedColumn::name).forEach(names::add);
    return names;
  }

  static double[][] columns(Design design) {
    List<double[]> columns = new ArrayList<>();
    if (design.intercept()) {
      columns.add(orElse(null, design.size(), 1));
    }
    design.exogenous().stream().map(NamedColumn::values).forEach(columns::add);
    return columns.toArray(double[][]::new);
  }

  private static double[] orElse(double @Nullable [] values, int size, double other) {
    if (values != null) {
      return values;
    }
    double[] filled = new double[size];
    Arrays.fill(filled, other);
    return filled;
  }
}
