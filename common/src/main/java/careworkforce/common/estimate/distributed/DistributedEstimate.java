package careworkforce.common.estimate.distributed;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Least squares and Poisson models with absorbed effects, fitted where Spark keeps the rows.
 *
 * <p>The rows are arranged once by the effect with most levels (a table already sorted by it is
 * read as it lies) into blocks of primitive columns. Passes over the blocks sum the reduced system
 * of the other effects, which is solved on the driver, and then the scores; the driver holds sums
 * and level names only. Taken are plain effects, numeric expressions, weights, an offset, and iid,
 * HC0, HC1 and one- or multi-way cluster variances. Not taken, and so brought to the driver within
 * {@link careworkforce.common.estimate.data.SparkFrames#MOST_ROWS} rows: instruments, varying
 * slopes, dummies, lags, other families and variances, the wild bootstrap.
 *
 * <pre>{@code
 * if (DistributedEstimate.possible("gaussian", specification, table.schema(), options)) {
 *   Fit fit = DistributedEstimate.fit("gaussian", specification, table, options);
 * }
 * }</pre>
 */
public final class DistributedEstimate {
  final Specification specification;
  final EstimateOptions options;
  final SparkBlocks blocks;
  final LevelTally tally;
  final Encoding encoding;
  final String eliminated;
  final List<String> effects;

  private DistributedEstimate(
      String family, Specification specification, Dataset<Row> data, EstimateOptions options) {
    this.specification = specification;
    this.options = options;
    EffectTerm largest = RowBlocks.largest(data, specification);
    this.eliminated = largest.name();
    this.effects = specification.effects().stream().map(EffectTerm::name).toList();
    List<String> others = effects.stream().filter(e -> !e.equals(eliminated)).toList();
    SparkBlocks read = RowBlocks.of(data, specification, options, largest);
    Screening.Screened screened =
        Screening.of(read, others, options.dropSingletons(), family.equals("poisson"));
    this.blocks = screened.blocks();
    this.tally = screened.tally();
    this.encoding = new Encoding(others, tally);
    requireRows();
  }

  /** Whether a model can be fitted so. */
  public static boolean possible(
      String family,
      Specification specification,
      org.apache.spark.sql.types.StructType schema,
      EstimateOptions options) {
    return new Distributable(specification, options).fits(family, schema);
  }

  /**
   * Fits one model; {@link #possible} must hold.
   *
   * @throws UserError if the data do not allow it
   */
  public static Fit fit(
      String family, Specification specification, Dataset<Row> data, EstimateOptions options) {
    DistributedEstimate estimate = new DistributedEstimate(family, specification, data, options);
    try {
      return family.equals("poisson")
          ? new PoissonFit(estimate).fit()
          : new LeastSquaresFit(estimate).fit();
    } finally {
      estimate.blocks.release();
    }
  }

  private void requireRows() {
    if (tally.rows == 0) {
      throw UserError.checks(
          "estimate '" + specification.text() + "'",
          "none of "
              + tally.given
              + " rows is left: "
              + tally.reasons
              + ", singletons "
              + tally.singletons
              + ", separated "
              + tally.separated,
          "Mend the data, absorb coarser effects, or keep singletons");
    }
  }

  Fit.Sample sample(List<Dropped> dropped) {
    return new Fit.Sample(
        Math.toIntExact(tally.rows),
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

  ScorePass pass(int[] kept, double[] slopes, boolean working) {
    return new ScorePass(encoding, eliminated, kept, slopes, working, options.variance());
  }

  /** K under a convention. */
  int parameters(SmallSample convention, int slopes, long rank) {
    List<String> clusters = options.variance().clusterColumns();
    return ParameterCount.count(
        convention,
        slopes,
        new BlockEffects(blocks, encoding, effects, eliminated, clusters, tally.groups, rank));
  }

  /** The sandwich of the variance asked for. */
  VarianceMatrix sandwich(SmallSample convention, int count, ScoreSums sums, double[][] bread) {
    VarianceSpec spec = options.variance();
    VarianceEstimator estimator = estimator(convention);
    estimator.requireFewer(count);
    double[][] meat =
        spec instanceof VarianceSpec.Cluster
            ? sums.clusterMeat(ScorePass.sets(spec), estimator.groups(spec), convention.clusters())
            : sums.robust;
    return estimator.matrix(spec, count, meat, bread);
  }

  VarianceEstimator estimator(SmallSample convention) {
    Map<String, Levels> counts =
        ScorePass.counts(encoding, eliminated, tally.groups, options.variance().clusterColumns());
    return new VarianceEstimator(
        Math.toIntExact(tally.rows),
        counts,
        Map.of(),
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
