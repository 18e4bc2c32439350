package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoStepTest {
  @Test
  void shouldDivideTheResidentsResponseByThatOfAllStaff() {
    Frame residents = DrawnCare.frame(0.1);
    Frame staff = DrawnCare.frame(1e-6);
    Finding twoStep = twoStep(residents, staff, 30);
    CareEffect reduced =
        new CareEstimator(sample(residents), CareOutcome.ARRIVALS).reducedForm(AreaInstrument.WAGE);
    assertThat(twoStep.effect().estimate())
        .isCloseTo(reduced.finding().effect().estimate() / 1.5, within(1e-9));
    assertThat(twoStep.evidence().variance())
        .contains("both steps, 30 draws", "12 clusters, and they take 30 or more");
    assertThat(twoStep.effect().ciLow()).isNaN();
  }

  @Test
  void shouldTakeTheIntervalOfThirtyAreasFromTheDraws() {
    Frame sample = DrawnCare.frame(0.1, 30);
    Finding twoStep = twoStep(sample, sample, 30);
    assertThat(twoStep.effect().estimate())
        .isBetween(twoStep.effect().ciLow(), twoStep.effect().ciHigh());
    assertThat(twoStep.evidence().variance()).endsWith("both steps, 30 draws");
  }

  @Test
  void shouldAnswerTheSameToEverySitting() {
    Frame sample = DrawnCare.frame(0.1);
    assertThat(twoStep(sample, sample, 20).effect())
        .isEqualTo(twoStep(sample, sample, 20).effect());
  }

  @Test
  void shouldCarryTheErrorOfTheFirstStep() {
    Frame residents = DrawnCare.frame(0.1);
    double[] noisy = residents.numbers("turnover").clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += 0.4 * Math.sin(7.7 * i * i);
    }
    double sure = twoStep(residents, residents, 60).effect().standardError();
    double unsure =
        twoStep(residents, residents.with("turnover", noisy), 60).effect().standardError();
    assertThat(unsure).isGreaterThan(1.1 * sure);
  }

  @Test
  void shouldAddUpAreasToTheSlopeOfTheRegression() {
    Frame sample = DrawnCare.frame(0.1);
    String wage = AreaInstrument.WAGE.label();
    String arrivals = CareOutcome.ARRIVALS.label();
    AreaMoments moments = AreaMoments.of(sample, arrivals, wage, CarePanel.DAYS);
    assertThat(moments.slope(Map.of()))
        .isCloseTo(
            CareModel.HEADLINE.reducedForm(sample, arrivals, wage).coefficient(wage).estimate(),
            within(1e-12));
    assertThat(moments.slope(Map.of("T3", 5.0))).isNotEqualTo(moments.slope(Map.of()));
  }

  /**
   * An area's influence on the slope is what the slope gains from a little more of its weight; the
   * squares add up to the sandwich, less the factor for few rows and areas.
   */
  @Test
  void shouldSpreadDrawsAsTheSandwichOfFewRowsAndAreasIsSpread() {
    Frame sample = DrawnCare.frame(0.1);
    String wage = AreaInstrument.WAGE.label();
    String arrivals = CareOutcome.ARRIVALS.label();
    Fit fit = CareModel.HEADLINE.reducedForm(sample, arrivals, wage);
    AreaMoments moments = AreaMoments.of(sample, arrivals, wage, CarePanel.DAYS);
    double slope = moments.slope(Map.of());
    double squares = 0;
    double more = 1e-5;
    for (int area = 0; area < DrawnCare.AREAS; area++) {
      double spread = TwoStep.slopes(moments, fit, List.of(Map.of("T" + area, 1 + more)))[0];
      squares += Math.pow((spread - slope) / more, 2);
    }
    assertThat(Math.sqrt(squares))
        .isCloseTo(fit.coefficient(wage).standardError(), withinPercentage(0.01));
  }

  /** Draws 1 to 41: mean 21, variance 41·42/12 = 143.5, tails at 2 and 40. */
  @Test
  void shouldTakeErrorAndIntervalFromTheDraws() {
    double[] drawn = java.util.stream.IntStream.rangeClosed(1, 41).mapToDouble(i -> i).toArray();
    Coefficient found = AreaBootstrap.coefficient("x", 20, drawn);
    assertThat(found.standardError()).isCloseTo(Math.sqrt(143.5), within(1e-12));
    assertThat(found.ciLow()).isCloseTo(2, within(1e-12));
    assertThat(found.ciHigh()).isCloseTo(40, within(1e-12));
  }

  private static CareSample sample(Frame frame) {
    return new CareSample("drawn", frame, true);
  }

  private static Finding twoStep(Frame residents, Frame staff, int draws) {
    return new TwoStep(staff, draws)
        .effect(
            sample(residents), CareOutcome.ARRIVALS, StaffExposure.TURNOVER, AreaInstrument.WAGE)
        .finding();
  }
}
