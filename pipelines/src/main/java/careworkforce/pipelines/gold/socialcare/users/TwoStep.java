package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The effect on residents from the results on labour supply (requirement 06.17): the outcome's
 * response to the instrument, in home-months with residents, over the response of labour supply, in
 * all home-months with staff of homes of the same kind. The two samples overlap; areas are drawn
 * for both together. Draws of each step are as far from its slope as the sandwich for few rows and
 * areas has it: their deviations are multiplied by the root of (N-1)/(N-K) G/(G-1).
 */
final class TwoStep {
  private final Frame staff;
  private final List<Map<String, Double>> draws = new ArrayList<>();
  private final Map<String, Step> firstSteps = new HashMap<>();

  /**
   * On the first step of a sample.
   *
   * @param staff home-months with staff
   * @param draws of the bootstrap
   */
  TwoStep(Frame staff, int draws) {
    this.staff = staff;
    AreaBootstrap bootstrap = new AreaBootstrap(staff);
    for (int i = 0; i < draws; i++) {
      this.draws.add(bootstrap.draw());
    }
  }

  /** A step's fit, and its slope in each draw. */
  private record Step(Fit fit, double slope, double[] drawn) {}

  private Step step(CareModel model, Frame sample, String outcome, AreaInstrument by) {
    AreaMoments moments = AreaMoments.of(sample, outcome, by.label(), model.weights());
    Fit fit = model.plain(sample, outcome, by.label());
    return new Step(fit, moments.slope(Map.of()), slopes(moments, fit, draws));
  }

  /** Slopes of draws, as far from the slope as few rows and areas ask for. */
  static double[] slopes(AreaMoments moments, Fit fit, List<Map<String, Double>> draws) {
    double slope = moments.slope(Map.of());
    double rows = fit.sample().rows();
    double areas = Evidence.clusters(fit);
    double root = Math.sqrt((rows - 1) / fit.residualDegrees() * areas / (areas - 1));
    return draws.stream()
        .mapToDouble(draw -> slope + root * (moments.slope(draw) - slope))
        .toArray();
  }

  /** The effect of a measure of labour supply. */
  CareEffect effect(
      CareSample sample, CareOutcome outcome, StaffExposure exposure, AreaInstrument by) {
    Step first =
        firstSteps.computeIfAbsent(
            exposure.label() + " on " + by.label(),
            step -> step(CareModel.STAFF, staff, exposure.label(), by));
    Step second = step(CareModel.HEADLINE, sample.frame(), outcome.label(), by);
    double[] drawn = new double[draws.size()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = second.drawn[i] / first.drawn[i];
    }
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
                AreaBootstrap.coefficient(exposure.label(), second.slope / first.slope, drawn)
                    .times(StaffExposure.STEP),
                evidence(first.fit, second.fit)),
            InstrumentEvidence.first(first.fit.coefficient(by.label()), by.label()),
            CareModel.HEADLINE.mean(sample.frame(), second.fit, outcome.label()))
        .ofManyClusters("areas drawn anew")
        .ofStrongInstrument();
  }

  private Evidence evidence(Fit first, Fit second) {
    String firstStep = first.formula().substring(0, first.formula().indexOf(" |"));
    return new Evidence(
        second.sample().rows(),
        Evidence.clusters(second),
        "Bayesian bootstrap over travel-to-work areas, both steps, " + draws.size() + " draws",
        String.format(
            Locale.ROOT,
            "%s over %s in %d home-months with staff",
            second.formula(),
            firstStep,
            first.sample().rows()));
  }
}
