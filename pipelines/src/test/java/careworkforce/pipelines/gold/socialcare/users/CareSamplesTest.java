package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.FakeInputs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The first home of an area is a nursing home, whose turnover answers to the outside wage by 1.5;
 * that of the second, a residential home, by 0.5. Residents are found in the first year.
 */
class CareSamplesTest {
  @Test
  void shouldTakeTheFirstStepOfNursingHomesFromNursingHomesAlone() {
    CareFrames panel = panel();
    CareSample nursing = sample(panel, "nursing home-months to ");
    Frame staff = nursing.staff();
    assertThat(staff.rows()).isEqualTo(panel.frame().rows() / 2);
    assertThat(staff.column(CarePanel.KIND).codes().values()).containsOnly(0);
    double reduced =
        new CareEstimator(nursing, CareOutcome.ARRIVALS)
            .reducedForm(AreaInstrument.WAGE)
            .finding()
            .effect()
            .estimate();
    double answered = twoStep(nursing).effect().estimate();
    assertThat(reduced / answered).isCloseTo(1.5, within(0.1));
  }

  @Test
  void shouldTakeThatOfAllHomesFromAll() {
    CareFrames panel = panel();
    CareSample all = sample(panel, "home-months to ");
    assertThat(all.staff().rows()).isEqualTo(panel.frame().rows());
    assertThat(twoStep(all).evidence().formula())
        .endsWith("over turnover ~ log_outside_wage in 576 home-months with staff");
  }

  /** Residents of residential homes are found in the first month alone. */
  @Test
  void shouldLeaveOutASampleOfOneMonthAndKeepTheOthers() {
    CareFrames panel = panel();
    Frame frame = panel.frame();
    String[] tiers = new String[frame.rows()];
    double[] months = frame.numbers(CarePanel.MONTH);
    int[] kinds = frame.column(CarePanel.KIND).codes().values();
    for (int i = 0; i < tiers.length; i++) {
      tiers[i] = months[i] == 0 || months[i] < 12 && kinds[i] == 0 ? "uprn" : null;
    }
    CareFrames found = new CareFrames(frame.with(CarePanel.TIER, tiers));
    assertThat(CareSamples.of(found, FakeInputs.of()))
        .extracting(CareSample::name)
        .containsExactly("home-months to 2020-02", "nursing home-months to 2020-02");
  }

  /** So that it can be said that the headline has one month alone. */
  @Test
  void shouldKeepTheHeadlinesSampleThoughItHasOneMonth() {
    Frame frame = panel().frame();
    double[] months = frame.numbers(CarePanel.MONTH);
    CareFrames first = new CareFrames(frame.where(i -> months[i] == 0));
    assertThat(CareSamples.of(first, FakeInputs.of()))
        .extracting(CareSample::name)
        .containsExactly("home-months to 2020-02");
  }

  private static careworkforce.pipelines.gold.Finding twoStep(CareSample sample) {
    return new TwoStep(sample.staff(), 20)
        .effect(sample, CareOutcome.ARRIVALS, StaffExposure.TURNOVER, AreaInstrument.WAGE)
        .finding();
  }

  private static CareSample sample(CareFrames panel, String name) {
    List<CareSample> samples = CareSamples.of(panel, FakeInputs.of());
    return samples.stream().filter(s -> s.name().startsWith(name)).findFirst().orElseThrow();
  }

  private static CareFrames panel() {
    Frame drawn = DrawnCare.frame(0.01);
    int rows = drawn.rows();
    double[] turnover = drawn.numbers("turnover").clone();
    double[] wage = drawn.numbers(AreaInstrument.WAGE.label());
    String[] kinds = new String[rows];
    String[] tiers = new String[rows];
    for (int i = 0; i < rows; i++) {
      boolean nursing = i / DrawnCare.MONTHS % 2 == 0;
      kinds[i] = nursing ? CarePanel.NURSING : CarePanel.RESIDENTIAL;
      tiers[i] = i % DrawnCare.MONTHS < 12 ? "uprn" : null;
      turnover[i] -= nursing ? 0 : wage[i];
    }
    double[] months = IntStream.range(0, rows).mapToDouble(i -> i % DrawnCare.MONTHS).toArray();
    return new CareFrames(
        drawn
            .with("turnover", turnover)
            .with(CarePanel.KIND, kinds)
            .with(CarePanel.TIER, tiers)
            .with(CarePanel.MONTH, months));
  }
}
