package careworkforce.pipelines.gold.socialcare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Twelve areas of two homes over twelve months. Turnover answers to the outside wage by 1.5, and to
 * a shock that also moves arrivals the other way; arrivals answer to turnover by 0.04.
 */
class SocialcareOutcomeEffectsJobTest {
  private static final HomeOutcomeMonths O = HomeOutcomeMonths.TABLE;
  private static final HomeMonths S = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;
  private static final double EFFECT = 0.04;

  @Test
  void shouldRecoverTheEffectByTheInstrumentAndNotByLeastSquares() {
    Map<String, Row> effects = effects(world(0.2));
    assertThat(estimate(effects.get("iv"))).isCloseTo(0.1 * EFFECT, within(1e-9));
    assertThat(estimate(effects.get("ols"))).isLessThan(0.05 * EFFECT);
    assertThat(estimate(effects.get("reduced_form"))).isCloseTo(0.15 * EFFECT, within(1e-9));
  }

  @Test
  void shouldAgreeWithLeastSquaresWhereNothingConfounds() {
    Map<String, Row> effects = effects(world(0));
    assertThat(estimate(effects.get("ols"))).isCloseTo(0.1 * EFFECT, within(1e-9));
  }

  @Test
  void shouldSayWhatEachRowIs() {
    Map<String, Row> effects = effects(world(0.05));
    assertThat(effects.get("iv").<String>getAs("design")).isEqualTo("causal");
    assertThat(effects.get("ols").<String>getAs("design")).isEqualTo("association");
    assertThat(effects.get("iv").<Long>getAs("n_clusters")).isEqualTo(12);
    assertThat(effects.get("iv").<Long>getAs("n_obs")).isEqualTo(288);
    assertThat(effects.get("iv").<Double>getAs("first_stage_f")).isGreaterThan(10);
  }

  @Test
  void shouldStopAtTheLastMonthOfTheSample() {
    FakeInputs inputs = world(0.05).with(SocialcareSample.LAST_MONTH, "2015-06");
    assertThat(effects(inputs).get("iv").<Long>getAs("n_obs")).isEqualTo(144);
  }

  @Test
  void shouldTellTheFirstStageWithItsStrength() {
    Row stage = new SocialcareFirstStageJob().rows(world(0)).first();
    assertThat(stage.<Double>getAs("estimate")).isCloseTo(1.5, within(1e-9));
    assertThat(stage.<Long>getAs("n_obs")).isEqualTo(288);
  }

  private static double estimate(Row row) {
    return row.<Double>getAs("estimate");
  }

  private static Map<String, Row> effects(FakeInputs inputs) {
    Map<String, Row> rows = new HashMap<>();
    new SocialcareOutcomeEffectsJob()
        .rows(inputs)
        .collectAsList()
        .forEach(row -> rows.put(row.getAs("estimator"), row));
    return rows;
  }

  /** The shock is of opposite sign in the two homes of an area, so that no wage tells it. */
  private static FakeInputs world(double shock) {
    TestRows outcomes =
        TestRows.of(O)
            .each(
                O.matchTier, "uprn",
                O.residents, 30L,
                O.residentDays, 900L,
                O.residentMonths, "30",
                O.arrivals, 2L,
                O.byAmbulance, 1L,
                O.outOfHours, 1L,
                O.deaths, 0L);
    TestRows staff = TestRows.of(S).each(S.staffAtStart, 30L, S.leavers, 1L, S.starters, 1L);
    TestRows homes =
        TestRows.of(H).each(H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true);
    TestRows wages = TestRows.of(W);
    for (int area = 0; area < 12; area++) {
      String ttwa = "T" + area;
      for (int month = 1; month <= 12; month++) {
        String date = String.format("2015-%02d", month);
        double wage = 2 + 0.1 * Math.sin(1 + 2.3 * area * month);
        wages.row(W.ttwa, ttwa, W.month, date, W.logOutsideWage, wage);
        for (int home = 0; home < 2; home++) {
          String id = ttwa + home;
          double confounder = shock * (home == 0 ? 1 : -1) * Math.cos(5.1 * area + 3.7 * month);
          double turnover = 0.3 + 0.01 * area + 0.02 * home + 1.5 * (wage - 2) + confounder;
          double arrivals = 0.08 + EFFECT * turnover - 0.06 * confounder;
          outcomes.row(O.homeId, id, O.month, date, O.arrivalsPerResidentMonth, arrivals);
          staff.row(S.homeId, id, S.month, date, S.turnover, turnover);
        }
      }
      for (int home = 0; home < 2; home++) {
        String id = ttwa + home;
        homes.row(
            H.homeId, id, H.locationId, id, H.region, area < 6 ? "North" : "South", H.ttwa, ttwa);
      }
    }
    return FakeInputs.of()
        .with(O, outcomes.dataset())
        .with(S, staff.dataset())
        .with(H, homes.dataset())
        .with(W, wages.dataset());
  }
}
