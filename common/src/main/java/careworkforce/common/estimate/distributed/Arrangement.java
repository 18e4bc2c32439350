package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.BlockPlan;
import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Specification;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a model, brought into blocks.
 *
 * @param eliminated effect by whose whole groups
 * @param words columns of the table that hold words
 * @param blocks of the rows
 */
record Arrangement(EffectTerm eliminated, Set<String> words, SparkBlocks blocks) {

  /** Arranges a table by the effect with most levels. */
  static Arrangement of(Specification model, Dataset<Row> data, EstimateOptions options) {
    Elimination elimination = Elimination.of(data, model);
    Distributable needs = new Distributable(model, options, data.schema());
    Regressors regressors = new Regressors(model, needs.words());
    BlockPlan plan =
        new BlockPlan(model, regressors.bases(), levels(regressors, options), elimination.effect());
    return new Arrangement(
        elimination.effect(),
        needs.words(),
        RowBlocks.of(data, needs.columns(), plan, elimination.runs(), options));
  }

  /** Columns kept as levels: those of dummies, and the periods of a variance. */
  private static List<String> levels(Regressors regressors, EstimateOptions options) {
    return Stream.concat(regressors.factors().stream(), options.forDesign().numbers().stream())
        .distinct()
        .toList();
  }

  /**
   * The same rows for another outcome, which is among the regressors here; what they share is kept
   * once.
   *
   * @param outcome its place among the regressors, or less than 0 for the outcome here
   * @param regressors how many of the first remain
   */
  Arrangement of(int outcome, int regressors) {
    return new Arrangement(eliminated, words, blocks.map(block -> block.of(outcome, regressors)));
  }
}
