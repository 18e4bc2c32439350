package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The effect on residents from the results on labour supply (requirement 06.17): the outcome's
 * response to the instrument, in home-months with residents, over the response of labour supply, in
 * all home-months with staff. The two samples overlap; areas are drawn for both together.
 */
final class TwoStep {
  private final Frame staff;
  private final List<Map<String, Double>> draws = new ArrayList<>();
  private final Map<String, double[]> firstSteps = new HashMap<>();

  /**
   * On the first step of a sample.
   *
   * @param staff home-months with staff
   * @param draws of the bootstrap
   */
  TwoStep(Frame staff, int draws) {
    this.staff = staff;
    AreaBootstrap bootstrap = new AreaBootstrap(staff);
    this.draws.add(Map.of());
    for (int i = 0; i < draws; i++) {
      this.draws.add(bootstrap.draw());
    }
  }

  /** Slopes of the first step: as it is, then of each draw. */
  private double[] first(StaffExposure exposure, AreaInstrument by) {
    return firstSteps.computeIfAbsent(
        exposure.label() + " on " + by.label(),
        step -> slopes(AreaMoments.of(staff, exposure.label(), by.label(), "")));
  }

  private double[] slopes(AreaMoments moments) {
    return draws.stream().mapToDouble(moments::slope).toArray();
  }

  /** The effect of a measure of labour supply. */
  CareEffect effect(
      CareSample sample, CareOutcome outcome, StaffExposure exposure, AreaInstrument by) {
    double[] first = first(exposure, by);
    double[] second =
        slopes(AreaMoments.of(sample.frame(), outcome.label(), by.label(), CarePanel.DAYS));
    double[] drawn = new double[first.length - 1];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = second[i + 1] / first[i + 1];
    }
    double estimate = second[0] / first[0];
    Question question =
        new Question(
            outcome.label(),
            sample.name(),
            "two_step",
            exposure.per(),
            "causal",
            CareModel.HEADLINE.byStaffAlone());
    return new CareEffect(
            new Finding(
                question,
                exposure.label(),
                AreaBootstrap.coefficient(exposure.label(), estimate, drawn)
                    .times(StaffExposure.STEP),
                evidence(sample, outcome, exposure, by)),
            InstrumentEvidence.named(by.label()),
            sample.mean(outcome.label(), CarePanel.DAYS))
        .ofManyClusters("areas drawn anew");
  }

  private Evidence evidence(
      CareSample sample, CareOutcome outcome, StaffExposure exposure, AreaInstrument by) {
    Evidence second =
        Evidence.of(CareModel.HEADLINE.reducedForm(sample.frame(), outcome.label(), by.label()));
    return new Evidence(
        second.observations(),
        second.clusters(),
        "Bayesian bootstrap over travel-to-work areas, both steps, "
            + (draws.size() - 1)
            + " draws",
        second.formula() + " over " + exposure.label() + " ~ " + by.label());
  }
}
