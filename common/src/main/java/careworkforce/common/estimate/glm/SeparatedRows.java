package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.data.Design;

/**
 * Drops the rows that have no maximum of the likelihood, again and again, with the rows that are
 * then alone in a level.
 *
 * <p>In every family rows of levels whose outcomes never vary go. Rows of count 0 that regressors
 * and effects set apart go in Poisson, as ppmlhdfe does. Rows of a binary outcome that only several
 * effects together set apart show once the likelihood has settled, and go then.
 */
final class SeparatedRows {
  private final Response response;
  private final LikelihoodRequirements requirements;
  private final EstimateOptions options;

  /** Of a model, whose formula messages name. */
  SeparatedRows(Response response, String formula, EstimateOptions options) {
    this.response = response;
    this.requirements = new LikelihoodRequirements(response, formula);
    this.options = options;
  }

  /**
   * The design without rows that are separated before anything is fitted.
   *
   * @throws careworkforce.common.error.UserError if no row is left
   */
  Design without(Design given) {
    Design design = given;
    for (int before = -1; before != design.size(); ) {
      before = design.size();
      boolean[] drop = Separation.byLevel(response, design.outcome().values(), design.effects());
      design = DesignRows.without(design, drop);
      if (!response.binary() && design.size() > 0) {
        Absorber absorber = Absorber.of(design.effects(), design.size(), options.absorb());
        drop =
            Separation.ofCounts(
                design.outcome().values(), CentredColumns.of(design).values(), absorber);
        design = DesignRows.without(design, drop);
      }
      if (options.dropSingletons()) {
        design = DesignRows.withoutSingletons(design);
      }
    }
    requirements.requireLeft(design.size(), given.observations());
    return design;
  }

  /** The design without rows that effects turn out to separate where the likelihood settled. */
  Design without(Design design, double[] means, Absorber absorber) {
    if (!response.binary()) {
      return design;
    }
    boolean[] drop = Separation.byEffects(design.outcome().values(), means, absorber);
    Design fewer = DesignRows.without(design, drop);
    return fewer.size() == design.size() ? design : without(fewer);
  }
}
