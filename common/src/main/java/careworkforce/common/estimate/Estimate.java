package careworkforce.common.estimate;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.Words;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The front door: one call, one formula.
 *
 * <pre>{@code
 * Fit fit = Estimate.ols("turnover ~ outside_wage + beds | home + region^month", data)
 *     .cluster("ttwa").weights("resident_days").fit();
 * Fit iv = Estimate.iv("turnover ~ beds | home | wage ~ outside_wage", data).cluster("ttwa").fit();
 * }</pre>
 *
 * <p>Without a variance asked for, rows are taken as independent with one variance (iid).
 */
public final class Estimate {
  private final Family family;
  private final Formula formula;
  private final Frame data;
  private @Nullable String weights;
  private @Nullable String offset;
  private @Nullable String unit;
  private @Nullable String time;
  private VarianceSpec variance = new VarianceSpec.Iid();
  private SmallSample smallSample = SmallSample.FIXEST;
  private boolean dropSingletons = true;
  private double level = Coefficient.LEVEL;
  private boolean liml;
  private int bootstrapDraws;
  private String bootstrapWeights = "rademacher";
  private double bootstrapNull;
  private List<String> bootstrapSlopes = List.of();
  private long seed = 1;
  private BiasCorrection biasCorrection = BiasCorrection.NONE;
  private String design = "association";
  private AbsorbOptions absorb = AbsorbOptions.defaults();
  private Collapsing collapsing = Collapsing.AUTO;

  private Estimate(Family family, String formula, Frame data) {
    this.family = family;
    this.formula = Formula.parse(formula);
    this.data = data;
  }

  /** Least squares; two-stage least squares when the formula has instruments. */
  public static Estimate ols(String formula, Frame data) {
    return of(new Gaussian(), formula, data);
  }

  /**
   * Two-stage least squares.
   *
   * @throws UserError if the formula has no instruments
   */
  public static Estimate iv(String formula, Frame data) {
    Estimate estimate = ols(formula, data);
    if (!estimate.formula.specifications().get(0).instrumented()) {
      throw UserError.usage(
          "instrument in '" + formula + "'",
          "it has no part with instruments",
          "Add '| endogenous ~ instruments' at its end");
    }
    return estimate;
  }

  /** Any family's model. */
  public static Estimate of(Family family, String formula, Frame data) {
    return new Estimate(family, formula, data);
  }

  /** Weights rows by a column of non-negative numbers; rows of weight 0 are dropped. */
  public Estimate weights(String column) {
    weights = column;
    return this;
  }

  /** Adds a column to the linear predictor with coefficient 1. */
  public Estimate offset(String column) {
    offset = column;
    return this;
  }

  /** Clusters the variance by some columns; {@code a^b} for combinations. */
  public Estimate cluster(String... columns) {
    return variance(VarianceSpec.cluster(columns));
  }

  /** Lets every row have a variance of its own (HC1). */
  public Estimate hetero() {
    return variance(new VarianceSpec.Hetero(1));
  }

  /** Any variance, as {@link VarianceSpec#parse} reads it. */
  public Estimate variance(String text) {
    return variance(VarianceSpec.parse(text));
  }

  /** Any variance. */
  public Estimate variance(VarianceSpec spec) {
    variance = spec;
    return this;
  }

  /** Small-sample convention; fixest's unless said otherwise. */
  public Estimate smallSample(SmallSample convention) {
    smallSample = convention;
    return this;
  }

  /** Keeps rows that are alone in a level of an absorbed effect. */
  public Estimate keepSingletons() {
    dropSingletons = false;
    return this;
  }

  /** Says which columns are unit and time, for lags and leads. */
  public Estimate panel(String unitColumn, String timeColumn) {
    unit = unitColumn;
    time = timeColumn;
    return this;
  }

  /** Level of confidence intervals, {@value Coefficient#LEVEL} unless said otherwise. */
  public Estimate level(double probability) {
    level = probability;
    return this;
  }

  /** Limited-information maximum likelihood in place of two-stage least squares. */
  public Estimate liml() {
    liml = true;
    return this;
  }

  /**
   * Wild cluster bootstrap of every slope; every sign vector once where that takes no more draws.
   *
   * @throws UserError if there are no draws, or the family has no such bootstrap
   */
  public Estimate wildBootstrap(int draws, long withSeed) {
    if (draws <= 0) {
      throw UserError.usage(
          "bootstrap by clusters", "there are " + draws + " draws", "Give a number above 0");
    }
    if (!family.bootstraps()) {
      throw UserError.usage(
          "bootstrap by clusters",
          "family " + family.name() + " has no wild bootstrap",
          "Use least squares, or leave the bootstrap out");
    }
    bootstrapDraws = draws;
    seed = withSeed;
    return this;
  }

  /** Weights of the bootstrap: rademacher or webb. */
  public Estimate bootstrapWeights(String kind) {
    bootstrapWeights = kind;
    return this;
  }

  /**
   * Tests these slopes alone by the bootstrap, each as if all were. With instruments the one
   * instrumented regressor is tested whatever is named, and a note says so.
   */
  public Estimate bootstrapOnly(String... slopes) {
    bootstrapSlopes = List.of(slopes);
    return this;
  }

  /** Value of the slopes that the bootstrap tests, 0 unless said otherwise. */
  public Estimate bootstrapNull(double value) {
    bootstrapNull = value;
    return this;
  }

  /**
   * Takes incidental-parameter bias off the slopes of logit, probit and cloglog with absorbed
   * effects; the jackknife needs {@link #panel}.
   *
   * @throws UserError if the family has no such bias
   */
  public Estimate biasCorrection(BiasCorrection correction) {
    if (correction != BiasCorrection.NONE && !family.correctsBias()) {
      throw UserError.usage(
          "correct the bias of estimated effects",
          "family " + family.name() + " has no such bias",
          "Use logit, probit or cloglog, or leave the correction out");
    }
    biasCorrection = correction;
    return this;
  }

  /** Says that the estimate is meant as causal; printed with it. */
  public Estimate causal() {
    design = "causal";
    return this;
  }

  /** How effects are solved for. */
  public Estimate absorb(AbsorbOptions chosen) {
    absorb = chosen;
    return this;
  }

  /** Whether rows that differ in the outcome only are collapsed first; if it pays, unless said. */
  public Estimate collapsing(Collapsing when) {
    collapsing = when;
    return this;
  }

  /**
   * Fits the one model of the formula.
   *
   * @throws UserError if the formula stands for several, or the data do not allow it
   */
  public Fit fit() {
    Specification model = formula.single();
    return family.fit(model, data, options()).noting(words(model));
  }

  /**
   * The rows of the data that the one model of the formula rests on, ascending: complete, of a
   * weight, not alone in a level of an effect and, in Poisson, not separated.
   *
   * @throws UserError if the formula stands for several models, the data do not allow it, or the
   *     family cannot tell
   */
  public int[] rows() {
    return family.rows(formula.single(), data, options());
  }

  /**
   * Fits the one model of the formula and tells it under several variances, in their order. Rows
   * that lack what one of them needs are used in none.
   *
   * @throws UserError if the formula stands for several models, or the data do not allow it
   */
  public List<Fit> fitUnder(VarianceSpec... variances) {
    Specification model = formula.single();
    return family.fitUnder(List.of(variances), model, data, options()).stream()
        .map(fit -> fit.noting(words(model)))
        .toList();
  }

  /** Fits every model of the formula, outcomes outermost. */
  public List<Fit> fitAll() {
    List<Specification> models = formula.specifications();
    List<Fit> fits = family.fitAll(models, data, options());
    return IntStream.range(0, fits.size())
        .mapToObj(m -> fits.get(m).noting(words(models.get(m))))
        .toList();
  }

  /** Says which word of an outcome of words is 1. */
  private List<String> words(Specification model) {
    return Words.of(data, model.outcome()).flatMap(Words::note).stream().toList();
  }

  /** The options as set so far. */
  public EstimateOptions options() {
    return new EstimateOptions(
        weights,
        offset,
        variance,
        List.of(),
        smallSample,
        dropSingletons,
        unit,
        time,
        level,
        liml,
        bootstrapDraws,
        bootstrapWeights,
        bootstrapNull,
        bootstrapSlopes,
        seed,
        biasCorrection,
        design,
        absorb,
        collapsing);
  }
}
