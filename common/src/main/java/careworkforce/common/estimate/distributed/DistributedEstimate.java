package careworkforce.common.estimate.distributed;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.BlockReduction;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.Response;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Linear models, instrumented or not, and Poisson, logit, probit and complementary log-log models
 * with absorbed effects, fitted where Spark keeps the rows.
 *
 * <p>The rows are arranged once by the effect with most levels (a table already sorted by it is
 * read as it lies) into blocks of primitive columns. Passes over the blocks sum the reduced system
 * of the other effects, which is solved on the driver, and then the scores; the driver holds sums
 * and level names only. What is taken, and what is not, says the package's description.
 *
 * <pre>{@code
 * if (DistributedEstimate.obstacle("gaussian", model, table.schema(), options).isEmpty()) {
 *   Fit fit = DistributedEstimate.fit("gaussian", model, table, options);
 * }
 * }</pre>
 */
public final class DistributedEstimate {
  final Specification specification;
  final EstimateOptions options;
  final SparkBlocks blocks;
  final LevelTally tally;
  final BlockReader reader;
  private final Encoding encoding;
  final String eliminated;
  final List<String> effects;
  final ModelColumns columns;

  /** Where the model's columns stand among those of the blocks. */
  final int[] places;

  private final Regressors regressors;
  private final @Nullable DistributedEstimate joint;
  private @Nullable BlockReduction<Block> reduction;
  private final Map<List<String>, Integer> counted = new HashMap<>();
  private boolean pairwise;

  private DistributedEstimate(
      OutcomeRules rules,
      Specification specification,
      Arrangement arrangement,
      EstimateOptions options) {
    this.specification = specification;
    this.options = options;
    EffectTerm largest = arrangement.eliminated();
    this.eliminated = largest.name();
    this.effects = specification.effects().stream().map(EffectTerm::name).toList();
    List<EffectTerm> others =
        specification.effects().stream().filter(e -> !e.name().equals(eliminated)).toList();
    this.regressors = new Regressors(specification, arrangement.words());
    Screening.Screened screened =
        Screening.of(
            arrangement.blocks(),
            others.stream().map(EffectTerm::name).toList(),
            options.dropSingletons(),
            rules);
    this.blocks = screened.blocks();
    this.tally = screened.tally();
    List<SpreadTerm> terms = regressors.spread(screened.varied().labels());
    this.encoding = new Encoding(tally);
    SlopeScales scales = new SlopeScales(blocks, encoding, others);
    this.reader = new BlockReader(encoding, largest, others, terms, scales);
    this.columns = regressors.columns(terms);
    this.places = IntStream.range(0, columns.width()).toArray();
    this.joint = null;
  }

  /** A model over the blocks and sums of another. */
  private DistributedEstimate(
      DistributedEstimate joint,
      Specification specification,
      EstimateOptions options,
      Regressors regressors,
      ModelColumns columns,
      int[] places) {
    this.specification = specification;
    this.options = options;
    this.blocks = joint.blocks;
    this.tally = joint.tally;
    this.reader = joint.reader;
    this.encoding = joint.encoding;
    this.eliminated = joint.eliminated;
    this.effects = joint.effects;
    this.joint = joint;
    this.regressors = regressors;
    this.columns = columns;
    this.places = places;
  }

  /** One of the models that this joint one stands for. */
  private DistributedEstimate one(Specification model) {
    Regressors its = regressors.of(model);
    ModelColumns named = its.columns(its.spread(tally.labels()));
    int[] among = regressors.places(model, tally.labels());
    return new DistributedEstimate(this, model, options, its, named, among);
  }

  /** The same model under another variance. */
  private DistributedEstimate under(EstimateOptions other) {
    return new DistributedEstimate(this, specification, other, regressors, columns, places);
  }

  /** Sums of a linear model's blocks, made when first asked for. */
  BlockReduction<Block> reduction() {
    if (joint != null) {
      return joint.reduction();
    }
    BlockReduction<Block> made = reduction;
    if (made == null) {
      made =
          BlockReduction.of(
              blocks, reader.linear(), reader.columns(), columns.width(), options.absorb());
      reduction = made;
    }
    return made;
  }

  /** What keeps a model from being fitted so; empty when nothing does. */
  public static Optional<String> obstacle(
      String family, Specification specification, StructType schema, EstimateOptions options) {
    return new Distributable(specification, options, schema).obstacle(family);
  }

  /**
   * Fits one model; there must be no {@link #obstacle}.
   *
   * @throws UserError if the data do not allow it
   */
  public static Fit fit(
      String family, Specification specification, Dataset<Row> data, EstimateOptions options) {
    ShiftedColumns.Shifted shifted = ShiftedColumns.of(List.of(specification), data, options);
    return alone(family, shifted.models().get(0), shifted.data(), options);
  }

  private static Fit alone(
      String family, Specification specification, Dataset<Row> data, EstimateOptions options) {
    Arrangement arrangement = Arrangement.of(specification, data, options);
    return alone(family, specification, arrangement, List.of(options)).get(0);
  }

  /**
   * Fits one model of rows that are arranged, of which it lets go, and tells it under some options.
   */
  static List<Fit> alone(
      String family,
      Specification specification,
      Arrangement arrangement,
      List<EstimateOptions> each) {
    Response response =
        family.equals("gaussian") ? null : Response.valueOf(family.toUpperCase(Locale.ROOT));
    DistributedEstimate estimate =
        new DistributedEstimate(
            new OutcomeRules(specification, response, false),
            specification,
            arrangement,
            each.get(0));
    List<DistributedEstimate> under = each.stream().map(estimate::under).toList();
    try {
      return response == null
          ? under.stream().map(DistributedEstimate::linear).toList()
          : LikelihoodFit.fit(under, response);
    } finally {
      estimate.blocks.release();
    }
  }

  /**
   * Fits several models, in their order; there must be no {@link #obstacle} to any. Linear models
   * of the same effects that use the same rows are read, arranged and summed once.
   *
   * @throws UserError if the data do not allow one of them
   */
  public static List<Fit> fitAll(
      String family, List<Specification> models, Dataset<Row> data, EstimateOptions options) {
    ShiftedColumns.Shifted shifted = ShiftedColumns.of(models, data, options);
    return JointModel.of(family, shifted.models())
        .flatMap(joint -> together(joint, shifted, options))
        .orElseGet(
            () ->
                shifted.models().stream()
                    .map(model -> alone(family, model, shifted.data(), options))
                    .toList());
  }

  private static Optional<List<Fit>> together(
      JointModel joint, ShiftedColumns.Shifted shifted, EstimateOptions options) {
    Specification all = joint.specification();
    DistributedEstimate estimate =
        new DistributedEstimate(
            new OutcomeRules(all, null, true),
            all,
            Arrangement.of(all, shifted.data(), options),
            options);
    try {
      return joint.sameRows(estimate.tally.reasons.keySet())
          ? Optional.of(
              shifted.models().stream().map(model -> estimate.one(model).linear()).toList())
          : Optional.empty();
    } finally {
      estimate.blocks.release();
    }
  }

  private Fit linear() {
    new OutcomeRules(specification, null, false).require(tally);
    return specification.instrumented()
        ? new TwoStageFit(this).fit()
        : new LeastSquaresFit(this).fit();
  }

  Fit.Sample sample(List<Dropped> dropped) {
    return new Fit.Sample(
        Math.toIntExact(tally.rows),
        tally.weight,
        Math.toIntExact(tally.given),
        Math.toIntExact(tally.singletons),
        Math.toIntExact(tally.separated),
        new LinkedHashMap<>(tally.reasons),
        dropped);
  }

  Map<String, Integer> effectLevels() {
    Map<String, Integer> levels = new LinkedHashMap<>();
    effects.forEach(e -> levels.put(e, ScorePass.count(encoding, eliminated, tally.groups, e)));
    return levels;
  }

  ScorePass pass(ScoreColumns wanted) {
    return new ScorePass(encoding, eliminated, wanted, options.variance());
  }

  /** How a fit was had: its own iterations, or those of the solver. */
  static Fit.Numerics numerics(
      BlockReduction.Residualised<ScoreSums> second, int iterations, AbsorbOptions.Solver solver) {
    return new Fit.Numerics(
        iterations,
        second.converged(),
        second.certificate(),
        solver.name().toLowerCase(Locale.ROOT));
  }

  /** K of the convention for a variance and a number of slopes; the rows exceed it. */
  int parameters(VarianceSpec spec, int slopes, long rank) {
    return parameters(options.smallSample(), spec, slopes, rank);
  }

  /** K under another convention. What the effects count for is worked out once. */
  int parameters(SmallSample convention, VarianceSpec spec, int slopes, long rank) {
    List<String> clusters = spec.clusterColumns();
    int ofEffects = counted.computeIfAbsent(clusters, names -> ofEffects(convention, names, rank));
    return estimator(convention).requireFewer(slopes + ofEffects);
  }

  private int ofEffects(SmallSample convention, List<String> clusters, long rank) {
    BlockEffects facts =
        new BlockEffects(
            blocks, encoding, specification.effects(), eliminated, clusters, tally.groups, rank);
    int count = ParameterCount.count(convention, 0, facts);
    pairwise |= facts.unknown();
    return count;
  }

  /** What a reader should know of the parameters counted so far, in sentences. */
  List<String> notes() {
    return pairwise ? List.of(ParameterCount.PAIRWISE) : List.of();
  }

  /** Meat of all scores of a pass, cluster factors of a convention in it. */
  double[][] meat(SmallSample convention, ScoreSums sums) {
    VarianceSpec spec = options.variance();
    if (spec instanceof VarianceSpec.DriscollKraay) {
      double[][] byPeriod = sums.cells[0].sums();
      double[] ones = new double[sums.cells[0].count()];
      Arrays.fill(ones, 1);
      return estimator(convention).meat(spec).of(byPeriod, ones);
    }
    return spec instanceof VarianceSpec.Cluster
        ? sums.clusterMeat(
            ScorePass.sets(spec), estimator(convention).groups(spec), convention.clusters())
        : sums.robust;
  }

  /** The periods of a variance, one for each sum of scores. */
  private Map<String, double[]> periods() {
    Map<String, double[]> periods = new HashMap<>();
    for (String time : options.variance().numberColumns()) {
      periods.put(
          time, Arrays.stream(encoding.labels(time)).mapToDouble(Double::parseDouble).toArray());
    }
    return periods;
  }

  VarianceEstimator estimator(SmallSample convention) {
    Map<String, Levels> counts =
        ScorePass.counts(encoding, eliminated, tally.groups, options.variance().clusterColumns());
    return new VarianceEstimator(
        Math.toIntExact(tally.rows),
        counts,
        periods(),
        convention,
        new ParameterCount(convention, Absorber.of(List.of(), 0), null),
        () -> new double[0]);
  }

  List<Coefficient> coefficients(
      List<String> names, double[] estimates, VarianceMatrix variance, double degrees) {
    List<Coefficient> coefficients = new ArrayList<>();
    for (int c = 0; c < estimates.length; c++) {
      coefficients.add(
          Coefficient.of(
              names.get(c), estimates[c], variance.standardError(c), degrees, options.level()));
    }
    return coefficients;
  }
}
