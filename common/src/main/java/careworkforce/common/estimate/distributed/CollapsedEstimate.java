package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.collapse.Collapsible;
import careworkforce.common.estimate.collapse.SparkCells;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.glm.GeneralisedLinear;
import careworkforce.common.estimate.glm.Response;
import careworkforce.common.estimate.linear.LinearEstimator;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Models fitted on cells: Spark groups the rows by everything but the outcome, and only each
 * group's number and sums come to the driver. The fit is that of the rows.
 */
public final class CollapsedEstimate {
  private CollapsedEstimate() {}

  /**
   * Whether a model is to be fitted so: the options ask for it, or leave it open and Spark's count
   * of distinct rows (approximate, the same however the rows are spread) is small beside theirs.
   * Not for an outcome of words: a part of the rows need not have each, so none can say which is 1.
   *
   * @throws careworkforce.common.error.UserError if the options ask for it and the model does not
   *     allow it
   */
  public static boolean pays(
      String family, Specification specification, Dataset<Row> data, EstimateOptions options) {
    Collapsible model = new Collapsible(family, specification, options);
    return model.wanted()
        && Set.of(data.columns()).containsAll(model.columns())
        && new Distributable(specification, options, data.schema()).numericOutcome()
        && (options.collapsing() == Collapsing.ALWAYS || SparkCells.few(data, model.keys()));
  }

  /**
   * Fits one model.
   *
   * @throws careworkforce.common.error.UserError if the data do not allow it
   */
  public static Fit fit(
      String family, Specification specification, Dataset<Row> data, EstimateOptions options) {
    Design design = SparkCells.design(family, specification, data, options);
    return family.equals("gaussian")
        ? LinearEstimator.fit(specification, design, options)
        : GeneralisedLinear.fit(
            Response.valueOf(family.toUpperCase(Locale.ROOT)), specification, design, options);
  }
}
