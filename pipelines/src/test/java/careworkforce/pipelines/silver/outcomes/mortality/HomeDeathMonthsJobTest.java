package careworkforce.pipelines.silver.outcomes.mortality;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.cqcdeaths.CqcDeathNotices;
import careworkforce.pipelines.bronze.onsdeaths.OnsDeathPersons;
import careworkforce.pipelines.bronze.onsdeaths.OnsDeaths;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class HomeDeathMonthsJobTest {
  private static final ResidentMonths R = ResidentMonths.TABLE;
  private static final OnsDeaths O = OnsDeaths.TABLE;
  private static final OnsDeathPersons P = OnsDeathPersons.TABLE;
  private static final CqcDeathNotices N = CqcDeathNotices.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final HomeDeathMonths D = HomeDeathMonths.TABLE;

  @Test
  void shouldCountADeathByEachDefinitionInTheMonthThatItKnows() {
    TestRows residents =
        residents().row(R.personId, "p", R.died, true).row(R.personId, "q", R.month, "2015-04");
    Dataset<Row> deaths = deaths(residents, ons().row(O.recordId, "7", O.diedOn, "2015-03-30"));
    assertRows(deaths, D.month, D.residents, D.ofAddressLink, D.ofOns, D.ofNotices)
        .areExactly("2015-03-01 1 1 1 0", "2015-04-01 1 0 0 1");
  }

  @Test
  void shouldLookForTheDeadInTheMonthBeforeAndNoFurther() {
    TestRows before = residents().row(R.personId, "p").row(R.personId, "q", R.month, "2015-04");
    assertRows(deaths(before, ons().row(O.recordId, "7", O.diedOn, "2015-04-02")), D.month, D.ofOns)
        .areExactly("2015-03-01 0", "2015-04-01 1");
    assertRows(deaths(before, ons().row(O.recordId, "7", O.diedOn, "2015-05-02")), D.month, D.ofOns)
        .areExactly("2015-03-01 0", "2015-04-01 0");
  }

  @Test
  void shouldFollowTheDeadToTheLastHomeAndKeepTiersApart() {
    TestRows residents =
        residents()
            .row(R.personId, "p", R.homeId, "1")
            .row(R.personId, "p", R.homeId, "2", R.month, "2015-04", R.matchTier, "postcode");
    assertRows(
            deaths(residents, ons().row(O.recordId, "7", O.diedOn, "2015-04-20")),
            D.homeId,
            D.matchTier,
            D.ofOns)
        .areExactly("1 uprn 0", "2 postcode 1");
  }

  @Test
  void shouldTakeTheEarlierOfTwoRegistrationsLinkedToOnePerson() {
    TestRows residents = residents().row(R.personId, "p").row(R.personId, "q", R.month, "2015-04");
    TestRows twice =
        ons()
            .row(O.recordId, "7", O.diedOn, "2015-04-20")
            .row(O.recordId, "8", O.diedOn, "2015-03-20");
    assertRows(deaths(residents, twice), D.month, D.ofOns)
        .areExactly("2015-03-01 1", "2015-04-01 0");
  }

  /**
   * The last death that is registered, somebody else's, is so in December: nine months after March.
   */
  @Test
  void shouldTellNoRegisteredDeathsOfMonthsInWhichOthersMayStillComeIn() {
    TestRows residents = residents().row(R.personId, "p").row(R.personId, "q", R.month, "2015-04");
    TestRows registered =
        ons()
            .row(O.recordId, "7", O.diedOn, "2015-04-20", O.registeredOn, "2015-04-22")
            .row(O.recordId, "9", O.diedOn, "2015-12-01", O.registeredOn, "2015-12-02");
    assertRows(deaths(residents, registered), D.month, D.ofOns)
        .areExactly("2015-03-01 0", "2015-04-01 -");
  }

  /** Of March HES APC tells; of April it does not; and in May nobody lives there any more. */
  @Test
  void shouldTellNoDaysAtRiskWhereThoseInHospitalAreNotKnown() {
    TestRows residents =
        residents()
            .row(R.personId, "q")
            .row(R.personId, "p", R.month, "2015-04", R.daysInHospital, null, R.daysAtRisk, null);
    assertRows(
            deaths(residents, ons().row(O.recordId, "7", O.diedOn, "2015-04-20")),
            D.month,
            D.residents,
            D.residentDays,
            D.ofOns)
        .areExactly("2015-03-01 1 31 0", "2015-04-01 1 - 1");
    assertRows(
            deaths(residents, ons().row(O.recordId, "7", O.diedOn, "2015-05-02")),
            D.month,
            D.residents,
            D.residentDays,
            D.ofOns)
        .areExactly("2015-03-01 1 31 0", "2015-04-01 1 - 0", "2015-05-01 0 0 1");
  }

  /** Registrations of April 2015 on, and a notice of April alone, are delivered. */
  @Test
  void shouldTellNoDeathsOfMonthsBeforeTheFirstDeliveryNorNoticesAfterTheLast() {
    TestRows residents =
        residents()
            .row(R.personId, "q")
            .row(R.personId, "q", R.month, "2015-04")
            .row(R.personId, "q", R.month, "2015-05");
    TestRows registered =
        ons()
            .row(O.recordId, "8", O.diedOn, "2015-03-31", O.registeredOn, "2015-04-01")
            .row(O.recordId, "9", O.diedOn, "2016-02-01");
    assertRows(deaths(residents, registered, notices()), D.month, D.ofOns, D.ofNotices)
        .areExactly("2015-03-01 - -", "2015-04-01 0 1", "2015-05-01 0 -");
  }

  /** Whoever died lived there in March. */
  @Test
  void shouldKnowThePersonByTheRecordWhereThereIsNoBridgeAndTellNothingWhereByNeither() {
    TestRows residents = residents().row(R.personId, "p").row(R.personId, "q", R.month, "2015-04");
    TestRows told = ons().row(O.recordId, "9", O.personId, "p", O.diedOn, "2015-03-20");
    assertRows(deaths(residents, since(told), notices(), bridge()), D.month, D.ofOns)
        .areExactly("2015-03-01 1", "2015-04-01 0");
    TestRows nobody = ons().row(O.recordId, "9", O.diedOn, "2015-03-20");
    assertRows(deaths(residents, since(nobody), notices(), bridge()), D.month, D.ofOns)
        .areExactly("2015-03-01 -", "2015-04-01 -");
  }

  private static TestRows residents() {
    return TestRows.of(R)
        .each(
            R.month,
            "2015-03",
            R.homeId,
            "1",
            R.matchTier,
            "uprn",
            R.days,
            31,
            R.daysInHospital,
            0,
            R.daysAtRisk,
            31,
            R.died,
            false);
  }

  private static TestRows ons() {
    return TestRows.of(O)
        .each(
            O.period, "2015-01", O.sourceFile, "f", O.sourceLine, 2L, O.registeredOn, "2016-02-01");
  }

  private static TestRows notices() {
    return TestRows.of(N)
        .each(N.period, "2015-01", N.sourceFile, "f", N.sourceLine, 2L)
        .row(N.noticeId, "1", N.locationId, "1b", N.notifiedOn, "2015-04-01");
  }

  /** With deaths of others registered, and notified, from January on. */
  private static Dataset<Row> deaths(TestRows residents, TestRows ons) {
    return deaths(
        residents,
        since(ons),
        notices().row(N.noticeId, "2", N.locationId, "elsewhere", N.notifiedOn, "2015-01-02"));
  }

  /** With a death registered in January of somebody else. */
  private static TestRows since(TestRows ons) {
    return ons.row(O.recordId, "1", O.diedOn, "2015-01-01", O.registeredOn, "2015-01-02");
  }

  private static TestRows bridge() {
    return TestRows.of(P).each(P.period, "2015-01", P.sourceFile, "f", P.sourceLine, 2L);
  }

  /** With a notice of the first of April by the home's second location. */
  private static Dataset<Row> deaths(TestRows residents, TestRows ons, TestRows notices) {
    TestRows persons =
        bridge().row(P.recordId, "7", P.personId, "p").row(P.recordId, "8", P.personId, "p");
    return deaths(residents, ons, notices, persons);
  }

  private static Dataset<Row> deaths(
      TestRows residents, TestRows ons, TestRows notices, TestRows persons) {
    TestRows locations =
        TestRows.of(L)
            .each(L.homeId, "1", L.link, "first", L.registeredOn, "2011-01-01", L.nursing, true)
            .row(L.locationId, "1a")
            .row(L.locationId, "1b");
    return new HomeDeathMonthsJob()
        .rows(
            FakeInputs.of()
                .with(R, residents.dataset())
                .with(O, ons.dataset())
                .with(P, persons.dataset())
                .with(N, notices.dataset())
                .with(L, locations.dataset()));
  }
}
