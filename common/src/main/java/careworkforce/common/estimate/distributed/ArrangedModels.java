package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Models of several outcomes on the same regressors and effects, whose rows are read, shuffled and
 * cut into blocks once. Rows that lack one of the outcomes, or what one of the variances needs, are
 * used in none.
 *
 * <pre>{@code
 * try (ArrangedModels models = ArrangedModels.of("cloglog", hazards, cells, options)) {
 *   List<Fit> leaving = models.fit(hazards.get(0), List.of(VarianceSpec.cluster("trust")));
 * }
 * }</pre>
 */
public final class ArrangedModels implements AutoCloseable {
  private final String family;
  private final Specification joint;
  private final EstimateOptions options;
  private final Arrangement arrangement;

  private ArrangedModels(
      String family, Specification joint, EstimateOptions options, Arrangement arrangement) {
    this.family = family;
    this.joint = joint;
    this.options = options;
    this.arrangement = arrangement;
  }

  /**
   * Arranges the rows of some models; there must be no {@link DistributedEstimate#obstacle} to any,
   * and no lags or leads.
   *
   * @param options with every variance under which one of them will be told
   * @throws IllegalArgumentException if they differ in more than their outcomes
   */
  public static ArrangedModels of(
      String family, List<Specification> models, Dataset<Row> data, EstimateOptions options) {
    Specification first = models.get(0);
    for (Specification model : models) {
      if (model.instrumented()
          || !model.regressors().equals(first.regressors())
          || !model.effects().equals(first.effects())) {
        throw new IllegalArgumentException(
            "Cannot arrange '" + model.text() + "' with '" + first.text() + "': they differ.");
      }
    }
    Specification joint = new JointModel(models).specification();
    return new ArrangedModels(family, joint, options, Arrangement.of(joint, data, options));
  }

  /**
   * Fits one of the models and tells it under some variances, in their order.
   *
   * @throws careworkforce.common.error.UserError if the data do not allow it
   * @throws IllegalArgumentException if it is none of the models
   */
  public List<Fit> fit(Specification model, List<VarianceSpec> variances) {
    boolean first = model.outcome().equals(joint.outcome());
    int outcome = joint.regressors().indexOf(model.outcome());
    if (!first && outcome < 0) {
      throw new IllegalArgumentException(
          "Cannot fit '" + model.text() + "': its outcome was not arranged.");
    }
    Arrangement own = arrangement.of(outcome, model.regressors().size());
    return DistributedEstimate.alone(family, model, own, options.under(variances));
  }

  /** Lets go of the rows. */
  @Override
  public void close() {
    arrangement.blocks().release();
  }
}
