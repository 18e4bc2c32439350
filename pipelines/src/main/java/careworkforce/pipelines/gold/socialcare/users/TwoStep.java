package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import java.util.Map;

/**
 * The effect on residents from the results on labour supply (requirement 06.17): the outcome's
 * response to the instrument, in home-months with residents, over the response of labour supply, in
 * all home-months with staff. The two samples overlap; areas are drawn for both together.
 */
final class TwoStep {
  private final Frame staff;
  private final int draws;

  /**
   * On the first step of a sample.
   *
   * @param staff home-months with staff
   * @param draws of the bootstrap
   */
  TwoStep(Frame staff, int draws) {
    this.staff = staff;
    this.draws = draws;
  }

  /** The effect of a measure of labour supply. */
  CareEffect effect(
      CareSample sample, CareOutcome outcome, StaffExposure exposure, AreaInstrument by) {
    AreaMoments first = AreaMoments.of(staff, exposure.label(), by.label(), "");
    AreaMoments second =
        AreaMoments.of(sample.frame(), outcome.label(), by.label(), CarePanel.DAYS);
    AreaBootstrap bootstrap = new AreaBootstrap(staff);
    double[] drawn = new double[draws];
    for (int i = 0; i < draws; i++) {
      Map<String, Double> draw = bootstrap.draw();
      drawn[i] = second.slope(draw) / first.slope(draw);
    }
    double estimate = second.slope(Map.of()) / first.slope(Map.of());
    Question question =
        new Question(
            outcome.label(),
            sample.name(),
            "two_step",
            exposure.per(),
            "causal",
            CareEstimator.BY_STAFF_ALONE);
    return new CareEffect(
        new Finding(
            question,
            exposure.label(),
            AreaBootstrap.coefficient(exposure.label(), estimate, drawn).times(StaffExposure.STEP),
            evidence(sample, outcome, exposure, by)),
        InstrumentEvidence.named(by.label()),
        sample.mean(outcome.label(), CarePanel.DAYS));
  }

  private Evidence evidence(
      CareSample sample, CareOutcome outcome, StaffExposure exposure, AreaInstrument by) {
    Evidence second =
        Evidence.of(CareModel.HEADLINE.reducedForm(sample.frame(), outcome.label(), by.label()));
    return new Evidence(
        second.observations(),
        second.clusters(),
        "Bayesian bootstrap over travel-to-work areas, both steps, " + draws + " draws",
        second.formula() + " over " + exposure.label() + " ~ " + by.label());
  }
}
