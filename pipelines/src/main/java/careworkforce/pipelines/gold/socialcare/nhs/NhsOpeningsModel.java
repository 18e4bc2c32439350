package careworkforce.pipelines.gold.socialcare.nhs;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Saturation;

/**
 * Outcomes of homes on NHS openings, within home and within region and month, weighted by staff and
 * clustered by travel-to-work area, in which openings vary. A model with an effect for nearly every
 * row is refused, as {@link Saturation} has it.
 */
final class NhsOpeningsModel {
  private static final String EFFECTS = " | home + region^month";

  private NhsOpeningsModel() {}

  static Fit leastSquares(String outcome, Frame months) {
    return fit(Estimate.ols(outcome + " ~ nhs_openings" + EFFECTS, months).weights(NhsPanel.STAFF));
  }

  static Fit instrumented(String outcome, Frame months) {
    String formula = outcome + " ~ 1" + EFFECTS + " | nhs_openings ~ predicted_openings";
    return fit(Estimate.iv(formula, months).weights(NhsPanel.STAFF).causal());
  }

  static Fit growth(Frame years) {
    return fit(Estimate.ols("staff_growth ~ nhs_openings | region^in_year", years));
  }

  static Fit share(Frame shares) {
    return fit(
        Estimate.ols("share ~ nhs_openings | ttwa + region^month", shares).weights(NhsPanel.OF));
  }

  static Fit mean(Frame shares) {
    return fit(Estimate.ols("share ~ 1", shares).weights(NhsPanel.OF));
  }

  private static Fit fit(Estimate model) {
    return Saturation.none(FewClusters.fit(model, NhsPanel.TTWA));
  }
}
