package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CareEstimatorTest {
  private static final double PER_STEP = StaffExposure.STEP * DrawnCare.EFFECT;

  @Test
  void shouldRecoverTheEffectOnTheLogRateByControlFunctionAndNotByPoissonAlone() {
    CareEstimator care = care(DrawnCare.frame(0.1));
    assertThat(estimate(care.ivPoisson(StaffExposure.TURNOVER, AreaInstrument.WAGE)))
        .isCloseTo(PER_STEP, within(1e-6));
    assertThat(estimate(care.ppml(StaffExposure.TURNOVER))).isLessThan(0.6 * PER_STEP);
  }

  @Test
  void shouldAgreeWithPoissonWhereNothingConfounds() {
    assertThat(estimate(care(DrawnCare.frame(0)).ppml(StaffExposure.TURNOVER)))
        .isCloseTo(PER_STEP, within(1e-6));
  }

  @Test
  void shouldHaveOneEffectOfStaffThatIsReducedFormOverFirstStage() {
    CareEstimator care = care(DrawnCare.frame(0.1));
    double iv = estimate(care.iv(StaffExposure.TURNOVER, AreaInstrument.WAGE));
    assertThat(estimate(care.reducedForm(AreaInstrument.WAGE)) / 1.5).isCloseTo(iv, within(1e-9));
    assertThat(estimate(care.ols(StaffExposure.TURNOVER))).isLessThan(0.6 * iv);
  }

  @Test
  void shouldHoldTheEffectInAndersonAndRubinsSet() {
    CareEffect effect =
        care(DrawnCare.frame(0.1, 40)).iv(StaffExposure.TURNOVER, AreaInstrument.WAGE);
    InstrumentEvidence evidence = effect.instrument();
    assertThat(evidence.arShape()).isEqualTo("interval");
    assertThat(PER_STEP * effect.mean())
        .isBetween(
            Objects.requireNonNull(evidence.arLow()), Objects.requireNonNull(evidence.arHigh()));
  }

  @Test
  void shouldTakeIntervalsOfTwelveAreasFromTheBootstrap() {
    CareEstimator care = care(DrawnCare.frame(0.1));
    CareEffect iv = care.iv(StaffExposure.TURNOVER, AreaInstrument.WAGE);
    assertThat(variance(iv)).contains("wild restricted efficient cluster bootstrap of 4096 draws");
    assertThat(variance(care.ols(StaffExposure.TURNOVER))).contains("wild cluster bootstrap");
    assertThat(variance(care.reducedForm(AreaInstrument.WAGE))).contains("wild cluster bootstrap");
    assertThat(iv.instrument().arP())
        .as("as the instrument's in the reduced form")
        .isEqualTo(care.reducedForm(AreaInstrument.WAGE).finding().effect().pValue());
  }

  @Test
  void shouldTellNoIntervalOfTwelveAreasThatHasNoBootstrap() {
    CareEstimator care = care(DrawnCare.frame(0.1));
    for (CareEffect effect :
        List.of(
            care.ppml(StaffExposure.TURNOVER),
            care.ivPoisson(StaffExposure.TURNOVER, AreaInstrument.WAGE))) {
      assertThat(effect.finding().effect().ciLow()).isNaN();
      assertThat(variance(effect))
          .endsWith("12 clusters, and they take 30 or more of a Poisson model");
    }
  }

  @Test
  void shouldTellNoIntervalOfFiveAreas() {
    CareEffect iv = care(DrawnCare.frame(0.1, 5)).iv(StaffExposure.TURNOVER, AreaInstrument.WAGE);
    assertThat(iv.finding().effect().ciHigh()).isNaN();
    assertThat(iv.finding().effect().pValue()).isNaN();
    assertThat(iv.instrument().arShape()).isEqualTo("not made, few clusters");
    assertThat(iv.instrument().arP()).isNull();
    assertThat(variance(iv)).endsWith("5 clusters, and they take 6 or more");
  }

  @Test
  void shouldCompareRatingsWithinRegionAndYearAndCountHomesAlike() {
    CareEffect rating = rated(30).reducedForm(AreaInstrument.WAGE);
    assertThat(rating.finding().evidence().formula())
        .isEqualTo("rating_at_inspection ~ log_outside_wage | home + region^year");
    assertThat(rating.finding().question().why())
        .contains("within home and region by year", "not to bring inspectors");
  }

  @Test
  void shouldTellNothingOfThreeHomesThatWereInspectedTwice() {
    assertThatThrownBy(() -> rated(3).ols(StaffExposure.TURNOVER))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("of which an error takes 20 or more");
  }

  /** The first home never has arrivals: Poisson models leave it out, least squares do not. */
  @Test
  void shouldTellTheMeanOfTheRowsThatEachFitKeeps() {
    Frame drawn = DrawnCare.frame(0.1);
    double[] rate = drawn.numbers(CareOutcome.ARRIVALS.label()).clone();
    double[] count = drawn.numbers(CareOutcome.ARRIVALS.count()).clone();
    Arrays.fill(rate, 0, DrawnCare.MONTHS, 0);
    Arrays.fill(count, 0, DrawnCare.MONTHS, 0);
    CareEstimator care =
        care(
            drawn
                .with(CareOutcome.ARRIVALS.label(), rate)
                .with(CareOutcome.ARRIVALS.count(), count));
    double all = Arrays.stream(rate).average().orElseThrow();
    double others = Arrays.stream(rate).skip(DrawnCare.MONTHS).average().orElseThrow();
    assertThat(care.ols(StaffExposure.TURNOVER).mean()).isCloseTo(all, within(1e-12));
    CareEffect poisson = care.ppml(StaffExposure.TURNOVER);
    assertThat(poisson.finding().evidence().observations()).isEqualTo(23 * DrawnCare.MONTHS);
    assertThat(poisson.mean()).isCloseTo(others, within(1e-12));
    assertThat(care.ivPoisson(StaffExposure.TURNOVER, AreaInstrument.WAGE).mean())
        .isCloseTo(others, within(1e-12));
  }

  /** The homes of the first area never have arrivals; their turnover answers otherwise. */
  @Test
  void shouldTakeBothStagesOfTheControlFunctionFromTheRowsThatPoissonKeeps() {
    Frame drawn = DrawnCare.frame(0.1);
    double[] wage = drawn.numbers(AreaInstrument.WAGE.label());
    double[] turnover = drawn.numbers("turnover").clone();
    double[] count = drawn.numbers(CareOutcome.ARRIVALS.count()).clone();
    for (int i = 0; i < 2 * DrawnCare.MONTHS; i++) {
      turnover[i] = 9 - 4 * wage[i];
      count[i] = 0;
    }
    CareEffect effect =
        care(drawn.with("turnover", turnover).with(CareOutcome.ARRIVALS.count(), count))
            .ivPoisson(StaffExposure.TURNOVER, AreaInstrument.WAGE);
    assertThat(effect.finding().evidence().observations()).isEqualTo(22 * DrawnCare.MONTHS);
    assertThat(estimate(effect)).isCloseTo(PER_STEP, within(1e-6));
    assertThat(variance(effect))
        .startsWith("cluster:ttwa of each stage, delta method, the stages taken as independent");
    assertThat(effect.instrument().robustF()).isGreaterThan(10);
  }

  /** The first home is there in one month alone, which its own effect takes whole. */
  @Test
  void shouldLeaveAHomeMonthThatStandsAloneOutOfTheMean() {
    Frame all = DrawnCare.frame(0.1);
    Frame sample = all.where(i -> i == 0 || i >= DrawnCare.MONTHS);
    double[] rate = sample.numbers(CareOutcome.ARRIVALS.label());
    assertThat(care(sample).ols(StaffExposure.TURNOVER).mean())
        .isCloseTo(Arrays.stream(rate).skip(1).average().orElseThrow(), within(1e-12));
  }

  /** The first home of so many areas, rated in two Januaries, two areas to a region. */
  private static CareEstimator rated(int areas) {
    Frame all = DrawnCare.frame(0.1, areas);
    Frame rated =
        all.where(i -> i / DrawnCare.MONTHS % 2 == 0 && i % DrawnCare.MONTHS % 12 == 0)
            .with(CarePanel.YEAR, IntStream.range(0, 2 * areas).mapToDouble(i -> i % 2).toArray())
            .with(
                CareOutcome.RATING.label(),
                IntStream.range(0, 2 * areas).mapToDouble(i -> 1 + i * i % 7 % 4).toArray());
    return new CareEstimator(new CareSample("rated", rated, true), CareOutcome.RATING);
  }

  @Test
  void shouldSayThatAnInstrumentWithoutVariationTellsNothing() {
    Frame sample = DrawnCare.frame(0.1);
    double[] flat = new double[sample.rows()];
    Arrays.fill(flat, 2);
    CareEstimator care = care(sample.with(AreaInstrument.WAGE.label(), flat));
    assertThatThrownBy(() -> care.iv(StaffExposure.TURNOVER, AreaInstrument.WAGE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot instrument [turnover]")
        .hasMessageContaining("log_outside_wage");
  }

  @Test
  void shouldSayThatTwoMeasuresWantTwoInstruments() {
    Frame sample = DrawnCare.frame(0.1);
    double[] other = Arrays.stream(sample.numbers("turnover")).map(Math::sin).toArray();
    assertThatThrownBy(
            () ->
                CareModel.HEADLINE.iv(
                    sample.with("vacancy_rate", other),
                    CareOutcome.ARRIVALS.label(),
                    "turnover + vacancy_rate",
                    AreaInstrument.WAGE.label()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("instrument");
  }

  @Test
  void shouldSayThatOneMonthLeavesNothingWithinHomes() {
    Frame month = DrawnCare.frame(0.1).take(new int[] {0, DrawnCare.MONTHS, 2 * DrawnCare.MONTHS});
    assertThatThrownBy(() -> CareFrames.requirePeriods(month))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all 3 home-months are of")
        .hasMessageContaining("Deliver more months");
  }

  private static CareEstimator care(Frame sample) {
    return new CareEstimator(new CareSample("drawn", sample, true), CareOutcome.ARRIVALS);
  }

  private static String variance(CareEffect effect) {
    return effect.finding().evidence().variance();
  }

  private static double estimate(CareEffect effect) {
    return effect.finding().effect().estimate();
  }
}
