package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningMonths;
import careworkforce.pipelines.silver.exposures.vacancies.VacancyMonths;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.outcomes.mortality.HomeDeathMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import careworkforce.pipelines.silver.reference.AreaLinks;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class CarePanelTest {
  private static final HomeOutcomeMonths O = HomeOutcomeMonths.TABLE;
  private static final HomeMonths S = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;
  private static final ResidentMonths R = ResidentMonths.TABLE;
  private static final HomeDeathMonths D = HomeDeathMonths.TABLE;

  @Test
  void shouldStandOnceForEachTierAndOnceWhereNobodyWasFound() {
    Dataset<Row> panel = CarePanel.allMonths(inputs());
    assertThat(cells(panel, "home", "tier", "kind"))
        .containsExactlyInAnyOrder(
            "1 uprn nursing", "1 postcode nursing", "2 null residential", "1 null nursing");
    CareFrames frames = CareFrames.of(panel);
    assertThat(frames.staff().rows()).isEqualTo(3);
    assertThat(frames.where(frames.tier("uprn")).rows()).isEqualTo(1);
    assertThat(frames.where(frames.tier("no such tier")).rows()).isZero();
    assertThat(frames.where(frames.found()).rows()).isEqualTo(2);
    assertThat(frames.where(frames.kind("residential")).rows()).isEqualTo(1);
  }

  @Test
  void shouldStopAtTheLastMonthOfTheSample() {
    FakeInputs inputs = inputs().with(SocialcareSample.LAST_MONTH, Month.parse("2015-03"));
    assertThat(CarePanel.toLastMonth(inputs).count()).isEqualTo(3);
    assertThat(CarePanel.allMonths(inputs).count()).isEqualTo(4);
  }

  @Test
  void shouldJoinTheIndexOfTheAreaItselfAndOfAllOccupations() {
    VacancyMonths v = VacancyMonths.TABLE;
    TestRows adverts =
        TestRows.of(v)
            .each(v.ttwa, "T", v.month, "2015-03", v.link, AreaLinks.TTWA)
            .row(v.scope, VacancyMonths.ALL, v.index, 0.5)
            .row(v.scope, VacancyMonths.OTHER, v.index, 0.7)
            .row(v.scope, VacancyMonths.ALL, v.link, AreaLinks.COMMUTING, v.index, 0.9);
    Dataset<Row> panel = CarePanel.allMonths(inputs().with(v, adverts.dataset()));
    assertThat(cells(panel.where("home = '2'"), "vacancy_index", "predicted_openings"))
        .containsExactly("0.5 null");
    assertThat(panel.count()).isEqualTo(4);
  }

  /** 465 resident-days of a month of 31 days are 15 resident-months. */
  @Test
  void shouldSetCountsAgainstDaysAtRiskAndStaffAgainstBeds() {
    CareFrames frames = CareFrames.of(CarePanel.allMonths(inputs()));
    Frame frame = frames.where(frames.tier("uprn"));
    assertThat(frame.numbers(CareOutcome.ADMISSIONS.label())[0]).isCloseTo(3.0 / 15, within(1e-12));
    assertThat(frame.numbers(CareOutcome.ADMISSIONS.count())[0]).isEqualTo(3);
    assertThat(frame.numbers(CarePanel.LOG_MONTHS)[0]).isCloseTo(Math.log(15), within(1e-12));
    assertThat(frame.numbers("vacancy_rate")[0]).isCloseTo(2.0 / 42, within(1e-12));
    assertThat(frame.numbers("log_staff_per_bed")[0]).isCloseTo(Math.log(40 / 50.0), within(1e-12));
    assertThat(frame.numbers(CareOutcome.INSPECTED.label())[0]).isEqualTo(1);
    assertThat(frame.numbers(CareOutcome.RATING.label())[0]).isEqualTo(3);
  }

  @Test
  void shouldAddPlacebosAndDeathsByOtherRecords() {
    TestRows residents =
        TestRows.of(R)
            .each(R.homeId, "1", R.month, "2015-03", R.matchTier, "uprn", R.died, false)
            .row(R.personId, "p", R.age, 80, R.sex, "2")
            .row(R.personId, "q", R.age, 90, R.sex, "1");
    TestRows deaths =
        TestRows.of(D)
            .row(
                D.homeId,
                "1",
                D.month,
                "2015-03",
                D.matchTier,
                "uprn",
                D.residentDays,
                465L,
                D.ofOns,
                3L,
                D.ofNotices,
                6L);
    Dataset<Row> panel =
        DeathDefinitions.with(
            PlaceboOutcomes.with(CarePanel.allMonths(inputs()), residents.dataset()),
            deaths.dataset());
    assertThat(
            cells(
                panel.where("tier = 'uprn'"),
                "mean_age_of_residents",
                "share_of_women",
                "deaths_ons_per_resident_month",
                "deaths_notified_per_resident_month"))
        .containsExactly("85.0 0.5 0.2 0.4");
    assertThat(panel.where(functions.col("mean_age_of_residents").isNull()).count()).isEqualTo(3);
  }

  /** Area T has 2.0 and counts three times what U has, 3.0; of V nothing is known. */
  @Test
  void shouldAddStoresNearTheMinimumWagesBiteAndWagesOfLinkedAreas() {
    AreaLinks l = AreaLinks.TABLE;
    RetailOpeningMonths r = RetailOpeningMonths.TABLE;
    MinimumWageBite b = MinimumWageBite.TABLE;
    TestRows links =
        TestRows.of(l)
            .each(l.area, "T")
            .row(l.link, AreaLinks.COMMUTING, l.linked, "T", l.weight, 0.6)
            .row(l.link, AreaLinks.COMMUTING, l.linked, "U", l.weight, 0.2)
            .row(l.link, AreaLinks.COMMUTING, l.linked, "V", l.weight, 0.2)
            .row(l.link, AreaLinks.DISTANCE, l.linked, "U", l.weight, 1.0);
    TestRows wages =
        TestRows.of(W)
            .each(W.month, "2015-03")
            .row(W.ttwa, "T", W.logOutsideWage, 2.0)
            .row(W.ttwa, "U", W.logOutsideWage, 3.0);
    TestRows stores =
        TestRows.of(r)
            .each(r.homeId, "1", r.month, "2015-03")
            .row(r.radius, 5, r.openings, 2)
            .row(r.radius, 10, r.openings, 7);
    TestRows bites =
        TestRows.of(b)
            .each(
                b.month, "2015-03",
                b.rise, "2014-10",
                b.cut, "2014-09",
                b.workers, 9L,
                b.below, 1L,
                b.hours, "9",
                b.wageBill, "100",
                b.shortfall, "2")
            .row(b.establishmentId, "e1", b.bite, 0.02)
            .row(b.establishmentId, "elsewhere", b.bite, 0.5);
    FakeInputs inputs =
        new Reports()
            .of("e1", "1", "2014-09")
            .with(inputs())
            .with(l, links.dataset())
            .with(r, stores.dataset())
            .with(b, bites.dataset())
            .with(W, wages.dataset());
    Dataset<Row> panel = OtherExposures.with(CarePanel.allMonths(inputs), inputs);
    String[] columns = {
      "home",
      OtherExposures.STORES,
      OtherExposures.BITE,
      "log_outside_wage_commuting",
      "log_outside_wage_15km"
    };
    assertThat(cells(panel.where("tier = 'uprn' or home = '2'"), columns))
        .containsExactlyInAnyOrder("1 2.0 0.02 2.25 3.0", "2 0.0 null 2.25 3.0");
  }

  @Test
  void shouldNotKnowTheStoresNearAHomeWhosePlaceIsNotKnown() {
    TestRows homes =
        TestRows.of(H)
            .each(H.region, "North", H.ttwa, "T", H.nursing, true, H.latitude, 51.3)
            .row(H.homeId, "1", H.longitude, 1.1)
            .row(H.homeId, "2");
    FakeInputs inputs = inputs().with(H, homes.dataset());
    Dataset<Row> panel = OtherExposures.with(CarePanel.allMonths(inputs), inputs);
    assertThat(cells(panel.distinct(), "home", OtherExposures.STORES))
        .contains("1 0.0", "2 null")
        .doesNotContain("2 0.0");
  }

  private static List<String> cells(Dataset<Row> rows, String... columns) {
    return rows.selectExpr(columns).collectAsList().stream().map(row -> row.mkString(" ")).toList();
  }

  private static FakeInputs inputs() {
    TestRows outcomes =
        TestRows.of(O)
            .each(
                O.homeId,
                "1",
                O.month,
                "2015-03",
                O.residentDays,
                465L,
                O.residentMonths,
                "15",
                O.arrivals,
                2L,
                O.arrivalsPerResidentMonth,
                2.0 / 15,
                O.admissions,
                3L,
                O.inspected,
                true,
                O.ratingAtInspection,
                "3")
            .row(O.matchTier, "uprn")
            .row(O.matchTier, "postcode");
    TestRows staff =
        TestRows.of(S)
            .each(
                S.month, "2015-03",
                S.staffAtStart, 40L,
                S.leavers, 1L,
                S.starters, 1L,
                S.vacancies, 2L,
                S.turnover, 0.3)
            .row(S.homeId, "1")
            .row(S.homeId, "2")
            .row(S.homeId, "1", S.month, "2015-04")
            .row(S.homeId, "elsewhere");
    TestRows homes =
        TestRows.of(H)
            .each(
                H.locationId,
                "1",
                H.locations,
                1L,
                H.openedOn,
                "2011-01-01",
                H.region,
                "North",
                H.ttwa,
                "T",
                H.beds,
                50,
                H.latitude,
                51.3,
                H.longitude,
                1.1)
            .row(H.homeId, "1", H.nursing, true, H.establishmentId, "e1")
            .row(H.homeId, "2", H.nursing, false);
    TestRows wages =
        TestRows.of(W)
            .each(W.ttwa, "T", W.logOutsideWage, 2.0)
            .row(W.month, "2015-03")
            .row(W.month, "2015-04");
    return FakeInputs.of()
        .with(O, outcomes.dataset())
        .with(S, staff.dataset())
        .with(H, homes.dataset())
        .with(W, wages.dataset());
  }
}
