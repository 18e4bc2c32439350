package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.satisfaction.CouncilSatisfaction;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Ten councils of one home each, two to an area, over six years. A home of a million staff loses as
 * many as the outside wage and a shock of opposite sign in the area's two councils have it;
 * satisfaction of those in care homes falls by 40 points for one more of turnover a year, is higher
 * where turnover always is, and answers to the shock too.
 */
class SocialcareSatisfactionEffectsJobTest {
  private static final HomeMonths S = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;
  private static final CouncilSatisfaction C = CouncilSatisfaction.TABLE;
  private static final int COUNCILS = 10;
  private static final double EFFECT = -40;

  /** By stratum: those in care homes, and older people in the community. */
  private static final Map<String, Double> EFFECTS = Map.of("3", EFFECT, "4", 2 * EFFECT);

  @Test
  void shouldRecoverTheEffectWithinCouncilsByTheOutsideWageAlone() {
    Map<String, Row> effects = effects(0.1, 2019);
    assertThat(estimate(effects, "iv")).isCloseTo(0.1 * EFFECT, within(1e-4));
    assertThat(estimate(effects, "ols")).isGreaterThan(0.09 * EFFECT);
    assertThat(effects.get("iv").<String>getAs("design")).isEqualTo("causal");
    assertThat(effects.get("iv").<Long>getAs("n_obs")).isEqualTo(60);
  }

  @Test
  void shouldBeMisledByCouncilsThatAlwaysHaveMoreTurnover() {
    Map<String, Row> effects = effects(0, 2019);
    assertThat(estimate(effects, "ols")).isCloseTo(0.1 * EFFECT, within(1e-4));
    assertThat(estimate(effects, "pooled")).isPositive();
  }

  @Test
  void shouldLeaveOutYearsThatBeginAfterTheSample() {
    assertThat(effects(0.1, 2020).get("iv").<Long>getAs("n_obs")).isEqualTo(50);
  }

  @Test
  void shouldTellOlderPeopleInCareHomesFromThoseInTheCommunity() {
    Map<String, Row> effects = effects(0.1, 2019);
    Row homes = effects.get("iv");
    Row community = effects.get("iv 4");
    assertThat(homes.<String>getAs("sample")).startsWith("65 and over in residential or nursing");
    assertThat(homes.<String>getAs("why")).contains("within council and region by year");
    assertThat(homes.<String>getAs("ar_shape")).isNotEmpty();
    assertThat(community.<Double>getAs("estimate")).isCloseTo(0.2 * EFFECT, within(1e-4));
    assertThat(community.<String>getAs("design")).isEqualTo("association");
    assertThat(community.<String>getAs("why")).startsWith("a contrast: ");
  }

  private static double estimate(Map<String, Row> effects, String estimator) {
    return effects.get(estimator).<Double>getAs("estimate");
  }

  private static Map<String, Row> effects(double shock, int lastYear) {
    TestRows staff = TestRows.of(S).each(S.staffAtStart, 1_000_000L, S.starters, 0L);
    TestRows wages = TestRows.of(W);
    TestRows survey =
        TestRows.of(C)
            .each(C.measure, "3A", C.respondents, 100L, C.population, 1000L, C.suppressed, false);
    for (int council = 0; council < COUNCILS; council++) {
      for (int year = lastYear - 5; year <= lastYear; year++) {
        int area = council / 2;
        double wage = 0.1 * Math.sin(1 + 2.3 * area * (year - lastYear + 7));
        double hidden = shock * (council % 2 == 0 ? 1 : -1) * Math.cos(5.1 * area + 3.7 * year);
        double turnover = 0.3 + 0.05 * council + 1.5 * wage + hidden;
        String month = year + "-09";
        staff.row(
            S.homeId,
            "h" + council,
            S.month,
            month,
            S.leavers,
            Math.round(1_000_000 * turnover / 12),
            S.turnover,
            turnover);
        if (council % 2 == 0) {
          wages.row(W.ttwa, "T" + area, W.month, month, W.logOutsideWage, 2 + wage);
        }
        double others = 10 * council + 20 * hidden;
        for (Map.Entry<String, Double> stratum : EFFECTS.entrySet()) {
          survey.row(
              C.laCode,
              "c" + council,
              C.year,
              year,
              C.stratum,
              stratum.getKey(),
              C.estimate,
              64 + stratum.getValue() * (turnover - 0.05 * council) + others);
        }
      }
    }
    FakeInputs inputs =
        FakeInputs.of().with(S, staff.dataset()).with(W, wages.dataset()).with(C, survey.dataset());
    places(inputs);
    Map<String, Row> effects = new HashMap<>();
    new SocialcareSatisfactionEffectsJob()
        .rows(inputs)
        .collectAsList()
        .forEach(
            row -> {
              String estimator = row.getAs("estimator");
              String stratum = row.getAs("stratum");
              effects.put(stratum.equals("3") ? estimator : estimator + " " + stratum, row);
            });
    return effects;
  }

  private static void places(FakeInputs inputs) {
    TestRows homes =
        TestRows.of(H)
            .each(H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true, H.region, "North");
    TestRows locations =
        TestRows.of(L).each(L.link, "first", L.registeredOn, "2011-01-01", L.nursing, true);
    TestRows establishments = TestRows.of(E).each(E.month, "2015-03");
    for (int council = 0; council < COUNCILS; council++) {
      String home = "h" + council;
      homes.row(
          H.homeId, home, H.locationId, home, H.ttwa, "T" + council / 2, H.lad, "L" + council);
      locations.row(L.homeId, home, L.locationId, home);
      establishments.row(
          E.establishmentId, "e" + council, E.locationId, home, E.council, "c" + council);
    }
    inputs.with(H, homes.dataset()).with(L, locations.dataset()).with(E, establishments.dataset());
  }
}
