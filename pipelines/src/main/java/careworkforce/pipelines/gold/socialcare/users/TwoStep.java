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
    double estimate =
        second(CareModel.HEADLINE, sample.frame(), outcome, by)
            / first(CareModel.STAFF, staff, exposure, by);
    AreaBootstrap bootstrap = new AreaBootstrap(staff);
    CareModel drawn = CareModel.HEADLINE.weighted(AreaBootstrap.WEIGHT);
    double[] estimates = new double[draws];
    for (int i = 0; i < draws; i++) {
      Map<String, Double> draw = bootstrap.draw();
      Frame users = AreaBootstrap.weighted(sample.frame(), draw, CarePanel.DAYS);
      Frame workers = AreaBootstrap.weighted(staff, draw, "");
      estimates[i] = second(drawn, users, outcome, by) / first(drawn, workers, exposure, by);
    }
    var fit = CareModel.HEADLINE.reducedForm(sample.frame(), outcome.label(), by.label());
    Evidence second = Evidence.of(fit);
    Evidence evidence =
        new Evidence(
            second.observations(),
            second.clusters(),
            "Bayesian bootstrap over travel-to-work areas, both steps, " + draws + " draws",
            second.formula() + " over " + exposure.label() + " ~ " + by.label());
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
            AreaBootstrap.coefficient(exposure.label(), estimate, estimates)
                .times(StaffExposure.STEP),
            evidence),
        InstrumentEvidence.named(by.label()),
        sample.mean(outcome.label(), CarePanel.DAYS));
  }

  private static double first(
      CareModel model, Frame staff, StaffExposure exposure, AreaInstrument by) {
    return model
        .reducedForm(staff, exposure.label(), by.label())
        .coefficient(by.label())
        .estimate();
  }

  private static double second(
      CareModel model, Frame users, CareOutcome outcome, AreaInstrument by) {
    return model.reducedForm(users, outcome.label(), by.label()).coefficient(by.label()).estimate();
  }
}
