package careworkforce.pipelines.gold.socialcare.nhs;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.FewClusters;

/**
 * Outcomes of homes on NHS openings, within home and within region and month, weighted by staff and
 * clustered by travel-to-work area, in which openings vary.
 */
final class NhsOpeningsModel {
  private static final String EFFECTS = " | home + region^month";

  private NhsOpeningsModel() {}

  static Fit leastSquares(String outcome, Frame months) {
    return FewClusters.fit(
        Estimate.ols(outcome + " ~ nhs_openings" + EFFECTS, months).weights(NhsPanel.STAFF),
        NhsPanel.TTWA);
  }

  static Fit instrumented(String outcome, Frame months) {
    String formula = outcome + " ~ 1" + EFFECTS + " | nhs_openings ~ predicted_openings";
    return FewClusters.fit(
        Estimate.iv(formula, months).weights(NhsPanel.STAFF).causal(), NhsPanel.TTWA);
  }

  static Fit growth(Frame years) {
    return FewClusters.fit(
        Estimate.ols("staff_growth ~ nhs_openings | region^in_year", years), NhsPanel.TTWA);
  }

  static Fit share(Frame shares) {
    return FewClusters.fit(
        Estimate.ols("share ~ nhs_openings | ttwa + region^month", shares).weights(NhsPanel.OF),
        NhsPanel.TTWA);
  }

  static Fit mean(Frame shares) {
    return FewClusters.fit(Estimate.ols("share ~ 1", shares).weights(NhsPanel.OF), NhsPanel.TTWA);
  }
}
