package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CareVariantsTest {
  private static final String ARRIVALS = CareOutcome.ARRIVALS.label();

  @Test
  void shouldFindNoAnswerToWagesThatLieAheadWhereThereIsNone() {
    Frame sample = linear(DrawnCare.frame(0.05));
    double[] ahead = new double[sample.rows()];
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] = 2 + 0.1 * Math.sin(1 + 2.3 * (i / 48) * (i % 24 + 4));
    }
    Finding placebo =
        new CareVariant("placebo", CareModel.HEADLINE, sample.with("wage_ahead", ahead))
            .beside(ARRIVALS, "wage_ahead")
            .finding();
    Finding today =
        new CareVariant("today", CareModel.HEADLINE, sample.with("wage_ahead", ahead))
            .iv(ARRIVALS, "wage_ahead")
            .finding();
    assertThat(placebo.effect().estimate()).isCloseTo(0, within(1e-9));
    assertThat(today.effect().estimate()).isCloseTo(0.1 * 0.04, within(1e-9));
  }

  @Test
  void shouldAgreeWithTheWageByAnotherInstrumentAndByBoth() {
    Frame sample = DrawnCare.frame(0.05);
    double[] adverts = new double[sample.rows()];
    double[] turnover = sample.numbers("turnover").clone();
    double[] arrivals = new double[adverts.length];
    for (int i = 0; i < adverts.length; i++) {
      adverts[i] = 0.1 * Math.cos(3 + 1.7 * (i / 48) * (i % 24 + 1));
      turnover[i] += 2 * adverts[i];
      arrivals[i] = 0.08 + 0.04 * turnover[i] + chance(i);
    }
    CareVariant both =
        new CareVariant(
            "both",
            CareModel.HEADLINE,
            sample
                .with(AreaInstrument.VACANCIES.label(), adverts)
                .with("turnover", turnover)
                .with(ARRIVALS, arrivals));
    String adverted = AreaInstrument.VACANCIES.label();
    Finding other = both.ivBy(ARRIVALS, List.of(adverted)).finding();
    Finding together =
        both.ivBy(ARRIVALS, List.of(AreaInstrument.WAGE.label(), adverted)).finding();
    assertThat(other.effect().estimate()).isCloseTo(0.1 * 0.04, within(1e-9));
    assertThat(together.effect().estimate()).isCloseTo(0.1 * 0.04, within(1e-9));
    assertThat(together.evidence().formula()).contains("log_outside_wage + vacancy_index");
  }

  /**
   * Adverts that turnover does not answer to: F is near one, the set of Anderson and Rubin open.
   */
  @Test
  void shouldTellAWeakInstrumentByAndersonAndRubinAlone() {
    Frame sample = linear(DrawnCare.frame(0.05, 40));
    double[] adverts = new double[sample.rows()];
    for (int i = 0; i < adverts.length; i++) {
      adverts[i] = Math.cos(3 + 1.7 * (i / 48) * (i % 24 + 1));
    }
    String adverted = AreaInstrument.VACANCIES.label();
    CareVariant variant =
        new CareVariant("adverts", CareModel.HEADLINE, sample.with(adverted, adverts));
    CareEffect weak = variant.ivBy(ARRIVALS, List.of(adverted));
    assertThat(weak.instrument().instrument()).isEqualTo(adverted);
    assertThat(weak.instrument().effectiveF()).isLessThan(10);
    assertThat(weak.instrument().arP()).isBetween(0.0, 1.0);
    assertThat(weak.instrument().arShape()).isNotEmpty();
    assertThat(weak.finding().effect().ciLow()).isNaN();
    assertThat(weak.finding().effect().pValue()).isNaN();
    assertThat(weak.finding().evidence().variance())
        .startsWith("cluster:ttwa, no test and no interval: first-stage F ");
    assertThat(weak.finding().question().why()).contains("the instrument is weak");
    CareEffect strong = variant.iv(ARRIVALS);
    assertThat(strong.instrument().effectiveF()).isGreaterThan(10);
    assertThat(strong.finding().effect().ciLow()).isNotNaN();
    assertThat(strong.instrument().arShape()).isEqualTo("interval");
    CareEffect both = variant.ivBy(ARRIVALS, List.of(AreaInstrument.WAGE.label(), adverted));
    assertThat(both.instrument().effectiveF()).isNotEqualTo(both.instrument().robustF());
  }

  @Test
  void shouldClusterByHomeWhenTold() {
    Finding byHome =
        new CareVariant(
                "by home", CareModel.HEADLINE.clustered(CarePanel.HOME), DrawnCare.frame(0.05))
            .iv(ARRIVALS)
            .finding();
    assertThat(byHome.evidence().clusters()).isEqualTo(2 * DrawnCare.AREAS);
  }

  @Test
  void shouldDrawTheHeadlinesOwnIntervalHoweverManyAreasThereAre() {
    Frame sample = DrawnCare.frame(0.05, 30);
    Finding headline =
        new CareVariant("headline", CareModel.HEADLINE, sample).iv(ARRIVALS).finding();
    Finding drawn =
        new CareVariant("drawn", CareModel.HEADLINE, sample).drawnIv(ARRIVALS).finding();
    assertThat(drawn.effect().estimate()).isEqualTo(headline.effect().estimate());
    assertThat(drawn.effect().ciLow()).isNotEqualTo(headline.effect().ciLow());
    assertThat(headline.evidence().variance()).isEqualTo("cluster:ttwa");
    assertThat(drawn.evidence().variance())
        .isEqualTo(
            "cluster:ttwa, test and interval by wild restricted efficient cluster bootstrap of 999"
                + " draws");
  }

  @Test
  void shouldTestTheFamilyTogetherAndNeverBelowEachAlone() {
    Frame sample = linear(DrawnCare.frame(0.05));
    double[] unmoved = new double[sample.rows()];
    for (int i = 0; i < unmoved.length; i++) {
      unmoved[i] = 0.1 + 0.01 * Math.sin(9.1 * i * i);
    }
    for (CareOutcome outcome : CareOutcome.values()) {
      if (outcome != CareOutcome.ARRIVALS) {
        double[] same = new double[sample.rows()];
        sample = sample.with(outcome.label(), outcome == CareOutcome.DEATHS ? unmoved : same);
      }
    }
    Map<CareEffect, Double> family = OutcomeFamily.of(sample);
    assertThat(family).hasSize(2);
    family.forEach(
        (effect, together) -> {
          boolean moved = effect.finding().question().outcome().equals(ARRIVALS);
          assertThat(together).isBetween(0.0, moved ? 0.05 : 1.0);
        });
    assertThat(family.values().stream().mapToDouble(p -> p).max().orElse(0)).isGreaterThan(0.05);
  }

  /** Six areas are the fewest of which a test is told. */
  @Test
  void shouldTellNoTestOfTheFamilyOfFewAreas() {
    for (int areas : new int[] {5, 6}) {
      Frame sample = linear(DrawnCare.frame(0.05, areas));
      for (CareOutcome outcome : CareOutcome.values()) {
        if (outcome != CareOutcome.ARRIVALS) {
          sample = sample.with(outcome.label(), new double[sample.rows()]);
        }
      }
      OutcomeFamily.of(sample)
          .forEach(
              (effect, together) -> {
                assertThat(effect.finding().evidence().clusters()).isEqualTo(areas);
                assertThat(together == null).isEqualTo(areas < 6);
              });
      assertThat(OutcomeFamily.of(sample)).hasSize(1);
    }
  }

  /** Days of residence differ, so that a weight would tell; a state of the home has none. */
  @Test
  void shouldWeightEachOutcomeOfTheFamilyAsItsOwnEstimateIs() {
    Frame drawn = linear(DrawnCare.frame(0.05));
    int rows = drawn.rows();
    double[] days = IntStream.range(0, rows).mapToDouble(i -> 600 + 37 * i % 500).toArray();
    double[] seen = IntStream.range(0, rows).mapToDouble(i -> i * i % 11 < 4 ? 1 : 0).toArray();
    Frame sample = drawn.with(CarePanel.DAYS, days);
    for (CareOutcome outcome : CareOutcome.values()) {
      if (outcome != CareOutcome.ARRIVALS) {
        sample =
            sample.with(
                outcome.label(), outcome == CareOutcome.INSPECTED ? seen : new double[rows]);
      }
    }
    CareSample all = new CareSample("all", sample, true);
    for (CareEffect told : OutcomeFamily.of(sample).keySet()) {
      boolean inspected = told.finding().question().outcome().equals("inspected");
      CareEffect alone =
          new CareEstimator(all, inspected ? CareOutcome.INSPECTED : CareOutcome.ARRIVALS)
              .reducedForm(AreaInstrument.WAGE);
      assertThat(told.finding().effect().estimate()).isEqualTo(alone.finding().effect().estimate());
      assertThat(told.mean()).isEqualTo(alone.mean());
    }
  }

  /** Of 24 months inspections are not told of the last four, and deaths of none. */
  @Test
  void shouldTestTheFamilyOnTheHomeMonthsOfWhichAllThatIsEverToldIs() {
    Frame drawn = linear(DrawnCare.frame(0.05));
    double[] month = drawn.numbers(CarePanel.MONTH);
    int rows = drawn.rows();
    double[] seen =
        IntStream.range(0, rows)
            .mapToDouble(i -> month[i] < 20 ? i * i % 11 / 4 : Double.NaN)
            .toArray();
    double[] never = IntStream.range(0, rows).mapToDouble(i -> Double.NaN).toArray();
    Frame sample = drawn;
    for (CareOutcome outcome : CareOutcome.values()) {
      if (outcome != CareOutcome.ARRIVALS) {
        double[] rest = outcome == CareOutcome.DEATHS ? never : new double[rows];
        sample = sample.with(outcome.label(), outcome == CareOutcome.INSPECTED ? seen : rest);
      }
    }
    assertThat(OutcomeFamily.of(sample).keySet())
        .extracting(told -> told.finding().evidence().observations())
        .containsExactly(rows * 20L / 24, rows * 20L / 24);
  }

  /**
   * Arrivals that answer to turnover by 0.04, to the shock not at all, and to chance with opposite
   * sign in the two homes of an area, so that no wage tells it.
   */
  private static Frame linear(Frame sample) {
    double[] turnover = sample.numbers("turnover");
    double[] arrivals = new double[turnover.length];
    for (int i = 0; i < arrivals.length; i++) {
      arrivals[i] = 0.08 + 0.04 * turnover[i] + chance(i);
    }
    return sample.with(ARRIVALS, arrivals);
  }

  private static double chance(int row) {
    int area = row / (2 * DrawnCare.MONTHS);
    int month = row % DrawnCare.MONTHS;
    int sign = row / DrawnCare.MONTHS % 2 == 0 ? 1 : -1;
    return 0.001 * sign * Math.cos(2.9 * area + 4.3 * month);
  }
}
