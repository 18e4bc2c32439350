package careworkforce.common.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Without noise every robust estimator returns the planted effects, averaged as it says. */
class KnownEffectsTest {
  /** Cohorts 4 and 6 of 8 periods, effects that differ by cohort and grow. */
  private static final DoubleBinaryOperator GROWING = (cohort, event) -> cohort + event;

  private static final Frame DATA =
      StaggeredWorld.of(12, 8, new double[] {4, 6, 0, 6}, GROWING, 0, 1);
  private static final StaggeredDesign DESIGN = StaggeredWorld.design(DATA).withControls("x");

  private static Frame withoutX(Frame data) {
    double[] y = data.numbers("y").clone();
    for (int i = 0; i < y.length; i++) {
      y[i] -= 0.5 * data.numbers("x")[i];
    }
    return data.with("y", y);
  }

  @Test
  void shouldAverageCohortsByTheirRowsWithSunAbraham() {
    SunAbraham fit = SunAbraham.fit(DESIGN);
    EventPath path = fit.byEventTime();
    assertThat(path.at(-3).estimate()).isCloseTo(0, within(1e-10));
    assertThat(path.at(0).estimate()).isCloseTo((4 + 2 * 6) / 3.0, within(1e-10));
    assertThat(path.at(4).estimate()).isCloseTo(8, within(1e-10));
    assertThat(fit.byCohort().at(6).estimate()).isCloseTo(7, within(1e-10));
    assertThat(fit.overall().estimate()).isCloseTo((30 + 2 * 21) / 11.0, within(1e-10));
  }

  @Test
  void shouldCountOnlyRowsThatAreUsedInTheShares() {
    double[] y = DATA.numbers("y").clone();
    // Unit 1, of cohort 4, is missing at event time 0; units 5 and 9 are left of that cohort.
    y[3] = Double.NaN;
    EventPath path =
        SunAbraham.fit(StaggeredWorld.design(DATA.with("y", y)).withControls("x")).byEventTime();
    assertThat(path.at(0).estimate()).isCloseTo((2 * 4 + 6 * 6) / 8.0, within(1e-10));
    EventPath imputed =
        Imputation.fit(StaggeredWorld.design(DATA.with("y", y)).withControls("x")).byEventTime();
    assertThat(imputed.at(0).estimate()).isCloseTo((2 * 4 + 6 * 6) / 8.0, within(1e-9));
  }

  @Test
  void shouldAverageTreatedRowsWithImputation() {
    EventPath path = Imputation.fit(DESIGN).byEventTime();
    assertThat(path.times()).containsExactly(0, 1, 2, 3, 4);
    assertThat(path.at(0).estimate()).isCloseTo((4 + 2 * 6) / 3.0, within(1e-9));
    assertThat(path.at(3).estimate()).isCloseTo(7, within(1e-9));
    assertThat(path.average().estimate()).isCloseTo((30 + 2 * 21) / 11.0, within(1e-9));
    assertThat(path.average().standardError()).isCloseTo(0, within(1e-9));
  }

  @Test
  void shouldAverageTreatedCohortsWithTheCorrectiveStack() {
    EventPath path =
        StackedEventStudy.fit(
            StaggeredWorld.design(withoutX(DATA)), 3, 1, StackedEventStudy.Weights.CORRECTIVE);
    assertThat(path.times()).containsExactly(-3, -2, 0, 1);
    assertThat(path.at(-2).estimate()).isCloseTo(0, within(1e-9));
    assertThat(path.at(0).estimate()).isCloseTo((4 + 2 * 6) / 3.0, within(1e-9));
    assertThat(path.at(1).estimate()).isCloseTo((5 + 2 * 7) / 3.0, within(1e-9));
  }

  @Test
  void shouldBeTheTwoWayEventStudyWithOneCohort() {
    Frame data = StaggeredWorld.of(20, 6, new double[] {4, 0}, GROWING, 1, 9);
    StaggeredDesign design = StaggeredWorld.design(data).withControls("x").withWeights("w");
    EventPath plain = TwoWayEventStudy.fit(design);
    EventPath stacked = StackedEventStudy.fit(design, 3, 2, StackedEventStudy.Weights.VARIANCE);
    for (double time : new double[] {-3, -2, 0, 1, 2}) {
      assertThat(stacked.at(time).estimate()).isCloseTo(plain.at(time).estimate(), within(1e-10));
      assertThat(stacked.at(time).standardError())
          .isCloseTo(plain.at(time).standardError(), within(1e-10));
    }
  }

  /** Clusters of four units and of four periods, which leave event 0 with a negative variance. */
  @Test
  void shouldTellNoErrorOfAnEffectWhoseVarianceCameOutNegative() {
    Frame data = StaggeredWorld.of(4, 4, new double[] {3, 0}, (cohort, event) -> 1, 1, 1);
    StaggeredDesign design = StaggeredWorld.design(data).withVariance("cluster:unit+period");
    EventPath path = TwoWayEventStudy.fit(design);
    assertThat(path.at(0).standardError()).isNaN();
    assertThat(path.at(0).pValue()).isNaN();
    assertThat(path.average().standardError()).as("of what event 0 is part of").isNaN();
    assertThat(path.at(1).standardError()).isPositive();
    assertThat(path.notes())
        .contains(
            "Variance: cluster:unit+period, negative for 1 of the coefficients: no standard"
                + " error.");
  }

  @Test
  void shouldLeaveOutCohortsWhoseWindowTheDataDoNotCover() {
    EventPath path = StackedEventStudy.fit(DESIGN, 3, 3, StackedEventStudy.Weights.VARIANCE);
    assertThat(path.at(3).estimate()).isCloseTo(7, within(1e-9));
    assertThat(path.notes()).anyMatch(n -> n.contains("[6]"));
    assertThatThrownBy(
            () -> StackedEventStudy.fit(DESIGN, 6, 3, StackedEventStudy.Weights.VARIANCE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("[4, 6]");
  }

  @Test
  void shouldReturnEveryGroupsEffectWithCallawaySantAnnaInAllVariants() {
    Frame plain = StaggeredWorld.of(40, 8, new double[] {4, 6, 0, 6}, GROWING, 0, 1);
    StaggeredDesign design = StaggeredWorld.design(withoutX(plain)).withControls("x");
    for (CallawaySantAnna.Method method : CallawaySantAnna.Method.values()) {
      for (CallawaySantAnna.Control control : CallawaySantAnna.Control.values()) {
        GroupTimeEffects effects =
            CallawaySantAnna.of(design).method(method).control(control).fit();
        assertThat(effects.cells())
            .allSatisfy(
                c ->
                    assertThat(c.effect())
                        .isCloseTo(c.period() >= c.group() ? c.period() : 0, within(1e-10)));
        assertThat(effects.byEventTime().at(0).estimate()).isCloseTo(16 / 3.0, within(1e-10));
        assertThat(effects.byPeriod().at(5).estimate()).isCloseTo(5, within(1e-10));
        assertThat(effects.byCohort().average().estimate())
            .isCloseTo((6 + 2 * 7) / 3.0, within(1e-10));
      }
    }
  }

  @Test
  void shouldShowThatTwoWayEffectsMixOtherTimesIn() {
    EventPath path = TwoWayEventStudy.fit(DESIGN);
    assertThat(Math.abs(path.at(-4).estimate())).isGreaterThan(0.1);
  }

  @Test
  void shouldCompareWithTheLastCohortWhenNobodyIsNeverTreated() {
    Frame data = StaggeredWorld.of(12, 8, new double[] {4, 7}, GROWING, 0, 1);
    SunAbraham fit = SunAbraham.fit(StaggeredWorld.design(data).withControls("x"));
    assertThat(fit.byEventTime().times()).containsExactly(-3, -2, 0, 1, 2);
    assertThat(fit.byEventTime().at(2).estimate()).isCloseTo(6, within(1e-10));
    assertThat(fit.byEventTime().notes()).anyMatch(n -> n.contains("cohort 7"));
  }

  @Test
  void shouldLeaveOutUnitsTreatedFromTheStart() {
    Frame data = StaggeredWorld.of(12, 8, new double[] {1, 4, 0}, GROWING, 0, 1);
    StaggeredDesign design = StaggeredWorld.design(data).withControls("x");
    assertThat(SunAbraham.fit(design).byEventTime().notes())
        .anyMatch(n -> n.startsWith("32 rows of units treated by the first period"));
    EventPath imputed = Imputation.fit(design).byEventTime();
    assertThat(imputed.times()).containsExactly(0, 1, 2, 3, 4);
    assertThat(imputed.notes()).anyMatch(n -> n.startsWith("32 treated rows were left out"));
  }

  @Test
  void shouldSayWhenNobodyIsTreatedOrEverybodyAtOnce() {
    Frame never = StaggeredWorld.of(6, 4, new double[] {0}, GROWING, 0, 1);
    assertThatThrownBy(() -> SunAbraham.fit(StaggeredWorld.design(never)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no unit of 'cohort' is treated by period 4");
    Frame once = StaggeredWorld.of(6, 4, new double[] {3}, GROWING, 0, 1);
    assertThatThrownBy(() -> SunAbraham.fit(StaggeredWorld.design(once)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all units are first treated in period 3");
    assertThatThrownBy(() -> CallawaySantAnna.of(StaggeredWorld.design(once)).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("units to compare with");
  }

  /** The last row of unit 3, never treated, is of no period: the others say what they did. */
  @Test
  void shouldPassOverARowWithoutAPeriod() {
    double[] period = DATA.numbers("period").clone();
    period[23] = Double.NaN;
    StaggeredDesign design = StaggeredWorld.design(withoutX(DATA).with("period", period));
    for (EventPath path :
        List.of(
            SunAbraham.fit(design).byEventTime(),
            Imputation.fit(design).byEventTime(),
            CallawaySantAnna.of(design).fit().byEventTime(),
            StackedEventStudy.fit(design, 3, 1, StackedEventStudy.Weights.CORRECTIVE))) {
      assertThat(path.at(0).estimate())
          .as(path.estimator())
          .isCloseTo((4 + 2 * 6) / 3.0, within(1e-9));
    }
    double[] none = new double[period.length];
    Arrays.fill(none, Double.NaN);
    assertThatThrownBy(() -> SunAbraham.fit(StaggeredWorld.design(DATA.with("period", none))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no row has a period in 'period'");
  }

  @Test
  void shouldRefuseControlsThatStandForSeveralModels() {
    StaggeredDesign several = StaggeredWorld.design(DATA).withControls("csw(x, w)");
    assertThatThrownBy(() -> SunAbraham.fit(several)).hasMessageContaining("2 models");
    assertThatThrownBy(() -> Imputation.fit(several)).hasMessageContaining("2 models");
    assertThatThrownBy(() -> TwoWayEventStudy.fit(several)).hasMessageContaining("2 models");
  }

  @Test
  void shouldSayThatAllUnitsAreTreatedFromTheStart() {
    Frame data = StaggeredWorld.of(6, 4, new double[] {1}, GROWING, 0, 1);
    assertThatThrownBy(() -> CallawaySantAnna.of(StaggeredWorld.design(data)).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all units are treated by the first period, 1");
    assertThatThrownBy(() -> SunAbraham.fit(StaggeredWorld.design(data)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all units are treated by the first period, 1");
  }

  /**
   * Cohorts 4 and 6 of one unit each, whose effects are 4 and 6 at first. Of unit 4, which is never
   * treated, one row is left in the second experiment, where it is alone and dropped: experiments
   * weigh by the treated all the same, 1 to 1.
   */
  @Test
  void shouldWeighExperimentsByTheRowsThatAreUsed() {
    Frame data = withoutX(StaggeredWorld.of(4, 8, new double[] {4, 6, 0, 0}, GROWING, 0, 1));
    double[] y = data.numbers("y").clone();
    y[29] = Double.NaN;
    y[30] = Double.NaN;
    EventPath path =
        StackedEventStudy.fit(
            StaggeredWorld.design(data.with("y", y)), 1, 1, StackedEventStudy.Weights.CORRECTIVE);
    assertThat(path.at(0).estimate()).isCloseTo((4 + 6) / 2.0, within(1e-9));
    assertThat(path.at(1).estimate()).isCloseTo((5 + 7) / 2.0, within(1e-9));
  }

  @Test
  void shouldWeighExperimentsThoughOneRowHasNoWeight() {
    Frame data = withoutX(StaggeredWorld.of(4, 8, new double[] {4, 6, 0, 0}, GROWING, 0, 1));
    double[] w = new double[data.rows()];
    Arrays.fill(w, 1);
    w[27] = Double.NaN;
    EventPath path =
        StackedEventStudy.fit(
            StaggeredWorld.design(data.with("w", w)).withWeights("w"),
            1,
            1,
            StackedEventStudy.Weights.CORRECTIVE);
    assertThat(path.times()).containsExactly(0, 1);
    assertThat(path.at(0).estimate()).isCloseTo(5, within(0.5));
  }

  @Test
  void shouldRefuseTwoRowsOfAUnitInAPeriodAndChangingCohorts() {
    Frame data = StaggeredWorld.of(6, 4, new double[] {3, 0}, GROWING, 0, 1);
    double[] period = data.numbers("period").clone();
    period[1] = 1;
    assertThatThrownBy(
            () -> CallawaySantAnna.of(StaggeredWorld.design(data.with("period", period))).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("unit 1 has two rows in period 1");
    double[] cohort = data.numbers("cohort").clone();
    cohort[2] = 4;
    assertThatThrownBy(
            () -> CallawaySantAnna.of(StaggeredWorld.design(data.with("cohort", cohort))).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("row 3 has cohort 4");
  }
}
