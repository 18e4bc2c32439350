package careworkforce.pipelines.gold.socialcare.retail;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailOpenings;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningsJob;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SocialcareRetailPayJobTest {
  private static final RetailOpenings O = RetailOpenings.TABLE;
  private static final AscWorkerSpells S = AscWorkerSpells.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;
  private static final SocialcareRetailPay P = SocialcareRetailPay.TABLE;
  private static Map<String, Row> tests;
  private static double away;
  private static FakeInputs inputs = FakeInputs.of();

  /** Twenty of each area and quarter, and five more. */
  private static final long LEAVERS = 965;

  /**
   * Twelve areas of two homes; of ten leavers of a home and quarter {@code k} go to a different
   * sector. The log outside wage is {@code k / 5}; who goes elsewhere had 0.2 log points less pay.
   * Besides, of a home all three leavers of its one quarter go to the health sector, and of another
   * the pay of both is not told. As many leave whose destination is not told.
   */
  @BeforeAll
  static void leavers() {
    TestRows spells = TestRows.of(S).each(S.end, "left", S.contract, "190");
    TestRows homes =
        TestRows.of(H).each(H.locationId, "l", H.locations, 1L, H.openedOn, "2011-01-01");
    TestRows wages = TestRows.of(W);
    Reports reports = new Reports();
    away = 0;
    for (int area = 0; area < 12; area++) {
      for (int home = 0; home < 2; home++) {
        homes.row(
            H.homeId,
            "h" + area + home,
            H.nursing,
            true,
            H.region,
            area < 6 ? "North" : "South",
            H.ttwa,
            "T" + area);
        reports
            .of("e" + area + home, "h" + area + home, "2015-01")
            .of("e" + area + home, "h" + area + home, "2015-12");
      }
      for (int quarter = 0; quarter < 4; quarter++) {
        int k = 1 + (area * area * 3 + quarter * quarter * 5 + area * quarter) % 7;
        String month = String.format("2015-%02d", 3 * quarter + 2);
        wages.row(W.ttwa, "T" + area, W.month, month, W.logOutsideWage, k / 5.0);
        away += 20 * k / 10.0 / LEAVERS;
        for (int leaver = 0; leaver < 20; leaver++) {
          leaver(spells, area, leaver, month + "-11", leaver / 2 < k);
        }
      }
    }
    homes.row(H.homeId, "no area", H.nursing, true, H.region, "North");
    reports.of("e99", "no area", "2015-12");
    spells.row(
        S.establishmentId, "e99",
        S.workerId, "of no area",
        S.endedOn, "2015-02-11",
        S.destination, "other_sector",
        S.lastPay, "8.00");
    for (int leaver = 0; leaver < 5; leaver++) {
      boolean paid = leaver < 3;
      spells.row(
          S.establishmentId,
          paid ? "e together" : "e unpaid",
          S.workerId,
          "w" + leaver,
          S.endedOn,
          "2015-02-11",
          S.destination,
          "health",
          S.lastPay,
          paid ? "9.00" : null);
    }
    for (String home : new String[] {"together", "unpaid"}) {
      homes.row(H.homeId, "h " + home, H.nursing, true, H.region, "North", H.ttwa, "T0");
      reports.of("e " + home, "h " + home, "2015-12");
    }
    inputs =
        reports
            .with(RetailWorld.with(0, 30))
            .with(S, spells.dataset())
            .with(H, homes.dataset())
            .with(W, wages.dataset());
    tests = tests(inputs);
  }

  private static Map<String, Row> tests(FakeInputs inputs) {
    return new SocialcareRetailPayJob()
        .rows(inputs).collectAsList().stream()
            .collect(
                Collectors.toMap(row -> row.<String>getAs(P.term.name()), Function.identity()));
  }

  /** Twenty leavers of an area, ten of each of its homes, of which one pays two pounds more. */
  private static void leaver(TestRows spells, int area, int leaver, String day, boolean away) {
    int home = leaver % 2;
    double pay = (8 + 2 * home) * (away ? Math.exp(-0.2) : 1);
    spells.row(
        S.establishmentId,
        "e" + area + home,
        S.workerId,
        day + leaver,
        S.endedOn,
        day,
        S.destination,
        away ? "other_sector" : "health",
        S.lastPay,
        String.format("%.2f", pay));
    spells.row(
        S.establishmentId,
        "e" + area + home,
        S.workerId,
        day + leaver + "inside",
        S.endedOn,
        day,
        S.destination,
        "same_organisation");
    spells.row(
        S.establishmentId,
        "e" + area + home,
        S.workerId,
        day + leaver + "untold",
        S.endedOn,
        day,
        S.destination,
        "unknown",
        S.lastPay,
        "9.00");
    spells.row(
        S.establishmentId,
        "e" + area + home,
        S.workerId,
        day + leaver + "bank",
        S.endedOn,
        day,
        S.contract,
        "192",
        S.destination,
        "other_sector");
  }

  private static double estimate(String term) {
    return tests.get(term).getAs(P.estimate.name());
  }

  @Test
  void shouldTellTheShareOfEmployeesWhoLeaveForADifferentSector() {
    assertThat(estimate("(Intercept)")).isCloseTo(away, within(1e-9));
    assertThat(observations("(Intercept)")).isEqualTo(LEAVERS);
    assertThat(tests.get("(Intercept)").<String>getAs(P.design.name())).isEqualTo("association");
  }

  @Test
  void shouldCompareThePayOfThoseWhoGoWithOthersOfTheirHomeAndQuarter() {
    assertThat(estimate("other_sector")).isCloseTo(0.2, within(0.001));
  }

  /** A share more of leavers comes with 2 log points of wage and 0.2 of own pay: 1 / 2.2. */
  @Test
  void shouldTellHowTheShareAnswersToThePayGap() {
    assertThat(estimate("pay_gap")).isCloseTo(1 / 2.2, within(0.002));
  }

  /** Without those who left no home and quarter, or home, in which others left. */
  @Test
  void shouldCountTheLeaversOfWhomATestMakesUse() {
    assertThat(observations("other_sector")).isEqualTo(960);
    assertThat(observations("pay_gap")).isEqualTo(960);
  }

  /** Of 30 sites four homes in 17 quarters; two more sites have no home to compare with. */
  @Test
  void shouldCountTheQuartersOfSitesThatTellOfAnOpening() {
    assertThat(observations("post")).isEqualTo(30 * 4 * 17);
    assertThat(tests.get("post").<Long>getAs(P.clusters.name())).isEqualTo(30);
  }

  /** The wider radius is of 10 km: a main one of 20 is the larger. */
  @Test
  void shouldTakeOpeningsAtTheMainRadiusThoughItIsNotTheSmallest() {
    Dataset<Row> openings = inputs.table(O).withColumn(O.radius.name(), lit(20));
    assertThat(tests(inputs.with(O, openings).with(RetailOpeningsJob.NEAR, 20)))
        .containsKey("post");
  }

  private static long observations(String term) {
    return tests.get(term).getAs(P.observations.name());
  }

  @Test
  void shouldCountHomesOfNoKnownAreaAsNoCluster() {
    for (String term : List.of("other_sector", "pay_gap", "(Intercept)")) {
      assertThat(tests.get(term).<Long>getAs(P.clusters.name())).as(term).isEqualTo(12);
    }
  }

  @Test
  void shouldTellNothingWithoutLeavers() {
    assertRows(new SocialcareRetailPayJob().rows(FakeInputs.of()), P.term).areExactly();
    assertThat(List.copyOf(tests.keySet())).contains("other_sector", "pay_gap", "(Intercept)");
  }
}
