package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;

/**
 * The study's equations (methods 2.8): outcome and turnover within home and within region and
 * month, the outside wage as instrument, weights resident-days, clusters travel-to-work areas.
 */
final class SocialcareModel {
  private static final String EFFECTS = " | home + region^month";
  private static final String FIRST_STAGE = "turnover ~ log_outside_wage" + EFFECTS;
  private static final String REDUCED_FORM = "arrivals ~ log_outside_wage" + EFFECTS;
  private static final String LEAST_SQUARES = "arrivals ~ turnover" + EFFECTS;
  private static final String INSTRUMENTED =
      "arrivals ~ 1" + EFFECTS + " | turnover ~ log_outside_wage";

  private SocialcareModel() {}

  static Fit instrumented(Frame sample) {
    return fit(Estimate.iv(INSTRUMENTED, sample).causal());
  }

  static Fit leastSquares(Frame sample) {
    return fit(Estimate.ols(LEAST_SQUARES, sample));
  }

  static Fit firstStage(Frame sample) {
    return fit(Estimate.ols(FIRST_STAGE, sample).causal());
  }

  static Fit reducedForm(Frame sample) {
    return fit(Estimate.ols(REDUCED_FORM, sample).causal());
  }

  private static Fit fit(Estimate estimate) {
    return estimate.cluster(SocialcareSample.TTWA).weights(SocialcareSample.DAYS).fit();
  }
}
