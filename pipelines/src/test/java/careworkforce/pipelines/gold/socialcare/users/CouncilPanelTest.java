package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.satisfaction.CouncilSatisfaction;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CouncilPanelTest {
  private static final HomeMonths S = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;
  private static final CouncilSatisfaction C = CouncilSatisfaction.TABLE;

  /** One home reports, two lie around another wage and do not, one had closed. */
  @Test
  void shouldTakeTurnoverOfTheHomesThatReportAndTheWageAroundAllThatAreOpen() {
    Row row = CouncilPanel.rows(inputs()).first();
    assertThat(row.<String>getAs(CouncilPanel.COUNCIL)).isEqualTo("716");
    assertThat(row.<Double>getAs(CouncilPanel.YEAR)).isEqualTo(2015);
    assertThat(row.<Double>getAs(CouncilPanel.TURNOVER)).isEqualTo(12 * 3.0 / 60);
    assertThat(row.<Double>getAs(CouncilPanel.WAGE)).isEqualTo((2.0 + 2.5 + 2.5) / 3);
    assertThat(row.<String>getAs(CouncilPanel.TTWA)).isEqualTo("B");
    assertThat(row.<String>getAs(CouncilPanel.STRATUM)).isEqualTo("3");
    assertThat(row.<Double>getAs(CouncilPanel.WEIGHT))
        .as("a hundred respondents, and two months of twelve with staff")
        .isEqualTo(100 * 2 / 12.0);
  }

  @Test
  void shouldLetAFinancialYearBeginWithApril() {
    assertThat(CouncilPanel.rows(inputs()).count()).isEqualTo(1);
  }

  /** Of three homes of the district one reports another council, whose code is the higher. */
  @Test
  void shouldTakeTheCouncilThatMostHomesOfTheDistrictReport() {
    FakeInputs inputs = inputs().with(E, report("716 1", "716 2", "820 3").dataset());
    assertThat(CouncilPanel.rows(inputs).first().<String>getAs(CouncilPanel.COUNCIL))
        .isEqualTo("716");
  }

  @Test
  void shouldTakeTheLowerCodeOfTwoCouncilsThatAsManyHomesReport() {
    FakeInputs inputs = inputs().with(E, report("820 1", "716 2").dataset());
    assertThat(CouncilPanel.rows(inputs).first().<String>getAs(CouncilPanel.COUNCIL))
        .isEqualTo("716");
  }

  @Test
  void shouldNotTakeTheCouncilOfEstablishmentsThatARuleDrops() {
    TestRows establishments =
        report("716 1")
            .each(E.stale, false, E.month, "2015-03", E.droppedBy, "TEST_ORGANISATION")
            .row(E.establishmentId, "x", E.locationId, "2", E.council, "204")
            .row(E.establishmentId, "y", E.locationId, "3", E.council, "204");
    FakeInputs inputs = inputs().with(E, establishments.dataset());
    assertThat(CouncilPanel.rows(inputs).first().<String>getAs(CouncilPanel.COUNCIL))
        .isEqualTo("716");
  }

  /** Establishments of March 2015, each a council's code and its location. */
  private static TestRows report(String... councilsAndLocations) {
    TestRows rows = TestRows.of(E).each(E.stale, false, E.month, "2015-03");
    for (String one : councilsAndLocations) {
      String[] parts = one.split(" ");
      rows.row(E.establishmentId, "e" + parts[1], E.council, parts[0], E.locationId, parts[1]);
    }
    return rows;
  }

  private static FakeInputs inputs() {
    TestRows staff =
        TestRows.of(S)
            .each(S.homeId, "a", S.staffAtStart, 30L, S.starters, 0L)
            .row(S.month, "2015-04", S.leavers, 1L)
            .row(S.month, "2016-03", S.leavers, 2L)
            .row(S.month, "2016-04", S.leavers, 9L);
    TestRows homes =
        TestRows.of(H)
            .each(
                H.locationId, "1",
                H.locations, 1L,
                H.openedOn, "2011-01-01",
                H.nursing, true,
                H.region, "North",
                H.lad, "E06")
            .row(H.homeId, "a", H.ttwa, "A", H.locationId, "1")
            .row(H.homeId, "b", H.ttwa, "B", H.locationId, "2")
            .row(H.homeId, "c", H.ttwa, "B", H.locationId, "3")
            .row(H.homeId, "closed", H.ttwa, "A", H.closedOn, "2014-01-01");
    TestRows locations =
        TestRows.of(L)
            .each(L.link, "first", L.registeredOn, "2011-01-01", L.nursing, true)
            .row(L.homeId, "a", L.locationId, "1")
            .row(L.homeId, "b", L.locationId, "2")
            .row(L.homeId, "c", L.locationId, "3");
    TestRows wages =
        TestRows.of(W)
            .each(W.month, "2015-09")
            .row(W.ttwa, "A", W.logOutsideWage, 2.0)
            .row(W.ttwa, "B", W.logOutsideWage, 2.5);
    TestRows survey =
        TestRows.of(C)
            .each(
                C.laCode,
                "716",
                C.measure,
                "3A",
                C.stratum,
                "3",
                C.respondents,
                100L,
                C.population,
                1000L,
                C.suppressed,
                false,
                C.estimate,
                64.0)
            .row(C.year, 2015)
            .row(C.year, 2014);
    return FakeInputs.of()
        .with(S, staff.dataset())
        .with(H, homes.dataset())
        .with(L, locations.dataset())
        .with(E, report("716 1", "716 2").dataset())
        .with(W, wages.dataset())
        .with(C, survey.dataset());
  }
}
