package careworkforce.pipelines.silver.outcomes.homes;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.cqc.CqcRatings;
import careworkforce.pipelines.silver.outcomes.admissions.EmergencyAdmissions;
import careworkforce.pipelines.silver.outcomes.arrivals.AeArrivals;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class HomeOutcomeMonthsJobTest {
  private static final ResidentMonths P = ResidentMonths.TABLE;
  private static final AeArrivals A = AeArrivals.TABLE;
  private static final CqcRatings C = CqcRatings.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final EmergencyAdmissions E = EmergencyAdmissions.TABLE;
  private static final HomeOutcomeMonths H = HomeOutcomeMonths.TABLE;

  @Test
  void shouldSetUnplannedArrivalsAgainstResidentMonthsByTier() {
    TestRows residents =
        residents()
            .row(P.personId, "p", P.month, "2015-03")
            .row(P.personId, "q", P.month, "2015-03", P.daysAtRisk, 15, P.died, true)
            .row(P.personId, "r", P.month, "2015-03", P.matchTier, "postcode");
    TestRows arrivals =
        arrivals()
            .row(A.arrivalId, "1", A.personId, "p")
            .row(A.arrivalId, "2", A.personId, "p", A.ambulance, true, A.outOfHours, true)
            .row(A.arrivalId, "3", A.personId, "q", A.unplanned, false)
            .row(A.arrivalId, "4", A.personId, "nobody here");
    Dataset<Row> homes = AtHand.of(homes(residents, arrivals, ratings()));
    assertRows(
            homes,
            H.matchTier,
            H.series,
            H.residents,
            H.residentDays,
            H.residentMonths,
            H.arrivals,
            H.byAmbulance,
            H.outOfHours,
            H.deaths)
        .areExactly("postcode hes 1 31 1.000000 0 0 0 0", "uprn hes 2 46 1.483871 2 1 1 1");
    assertThat(
            homes.where("match_tier = 'uprn'").first().<Double>getAs("arrivals_per_resident_month"))
        .isEqualTo(2.0 * 31 / 46);
  }

  @Test
  void shouldCountFallsWhereTheRecordKnowsThemAndLongStaysAndAdmissions() {
    TestRows residents =
        residents()
            .row(P.personId, "p", P.month, "2015-03")
            .row(P.personId, "q", P.month, "2015-03")
            .row(P.personId, "p", P.month, "2015-04");
    TestRows arrivals =
        arrivals()
            .row(A.arrivalId, "1", A.personId, "p", A.longStay, true)
            .row(
                A.arrivalId, "2",
                A.personId, "p",
                A.month, "2015-04",
                A.series, "ecds",
                A.fall, true);
    TestRows admissions =
        TestRows.of(E)
            .each(E.month, "2015-03", E.provider, "RX1", E.spells, 1L, E.episodes, 1L)
            .row(E.personId, "p", E.admittedOn, "2015-03-10", E.fall, true)
            .row(E.personId, "p", E.admittedOn, "2015-03-20", E.fall, false)
            .row(E.personId, "elsewhere", E.admittedOn, "2015-03-20", E.fall, false);
    assertRows(
            homes(residents, arrivals, ratings(), admissions),
            H.month,
            H.arrivals,
            H.falls,
            H.longStays,
            H.admissions,
            H.fallAdmissions)
        .areExactly("2015-03-01 1 - 1 2 1", "2015-04-01 1 1 0 0 0");
  }

  @Test
  void shouldTellInWhichMonthAHomeWasInspectedAndHowItWasRatedThen() {
    TestRows ratings =
        ratings()
            .row(
                C.period, "2015-08",
                C.locationId, "1",
                C.latestRating, "Requires improvement",
                C.inspectionDate, "2015-03-30",
                C.publicationDate, "2015-05-20");
    TestRows residents =
        residents()
            .row(P.personId, "p", P.month, "2015-03")
            .row(P.personId, "p", P.month, "2015-05");
    assertRows(
            homes(residents, arrivals(), ratings),
            H.month,
            H.inspected,
            H.ratingAtInspection,
            H.rating)
        .areExactly("2015-03-01 true 2 -", "2015-05-01 false - 2");
  }

  /**
   * The last list is of May: of March's visits it need not tell, and of June's ratings it cannot.
   */
  @Test
  void shouldTellOfNoInspectionWhereNoneCouldBeListed() {
    TestRows ratings =
        ratings()
            .row(
                C.locationId, "1",
                C.latestRating, "Good",
                C.inspectionDate, "2015-01-20",
                C.publicationDate, "2015-02-20");
    TestRows residents = residents();
    for (String month : List.of("2014-12", "2015-01", "2015-02", "2015-03", "2015-05", "2015-06")) {
      residents.row(P.personId, "p", P.month, month);
    }
    assertRows(homes(residents, arrivals(), ratings), H.month, H.inspected, H.rating)
        .areExactly(
            "2014-12-01 - -",
            "2015-01-01 true -",
            "2015-02-01 false 3",
            "2015-03-01 - 3",
            "2015-05-01 - 3",
            "2015-06-01 - -");
  }

  /**
   * An arrival is in both records where they overlap: until March 2020 that of HES counts, from
   * April on that of ECDS, and where the one tells nothing of a month, the other.
   */
  @Test
  void shouldTakeArrivalsOfAMonthFromOneRecordAlone() {
    TestRows residents = residents();
    TestRows arrivals = arrivals();
    for (String month : List.of("2020-02", "2020-03", "2020-04", "2020-05")) {
      residents.row(P.personId, "p", P.month, month);
    }
    for (String month : List.of("2020-03", "2020-04", "2020-05")) {
      arrivals.row(A.arrivalId, "h" + month, A.personId, "p", A.month, month);
    }
    for (String month : List.of("2020-02", "2020-03", "2020-04")) {
      for (String part : List.of("a", "b")) {
        arrivals.row(
            A.arrivalId,
            "e" + month + part,
            A.personId,
            "p",
            A.month,
            month,
            A.series,
            "ecds",
            A.fall,
            true);
      }
    }
    assertRows(homes(residents, arrivals, ratings()), H.month, H.series, H.arrivals, H.falls)
        .areExactly(
            "2020-02-01 ecds 2 2",
            "2020-03-01 hes 1 -",
            "2020-04-01 ecds 2 2",
            "2020-05-01 hes 1 -");
  }

  /**
   * Four arrivals in the night to April 2020, when ECDS begins to count: p and q are in both
   * records, with midnight between, r in both within March, and s came to two providers.
   */
  @Test
  void shouldCountAnArrivalThatBothRecordsTellOnceThoughMidnightIsBetween() {
    TestRows residents = residents();
    for (String month : List.of("2020-03", "2020-04")) {
      for (String person : List.of("p", "q", "r", "s")) {
        residents.row(P.homeId, person, P.personId, person, P.month, month);
      }
    }
    TestRows arrivals = arrivals().each(A.provider, "RX1");
    night(arrivals, "p", "hes", "2020-03-31 23:50:00", "ecds", "2020-04-01 00:10:00");
    night(arrivals, "q", "ecds", "2020-03-31 23:50:00", "hes", "2020-04-01 00:10:00");
    night(arrivals, "r", "hes", "2020-03-31 23:50:00", "ecds", "2020-03-31 23:55:00");
    arrivals.each(A.provider, "RX2");
    night(arrivals, "s", "hes", "2020-03-31 23:50:00");
    arrivals.each(A.provider, "RX3");
    night(arrivals, "s", "ecds", "2020-04-01 00:10:00");
    assertRows(
            homes(residents, arrivals, ratings()).where("arrivals > 0"),
            H.homeId,
            H.month,
            H.arrivals)
        .areExactly(
            "p 2020-03-01 1",
            "q 2020-03-01 1",
            "r 2020-03-01 1",
            "s 2020-03-01 1",
            "s 2020-04-01 1");
  }

  @Test
  void shouldKeepTheRecordOfAMonthThatAnArrivalOfAnotherReachesInto() {
    TestRows residents =
        residents()
            .row(P.personId, "p", P.month, "2020-04")
            .row(P.personId, "q", P.month, "2020-04")
            .row(P.personId, "p", P.month, "2020-05");
    TestRows arrivals = arrivals().each(A.provider, "RX1");
    night(arrivals, "p", "hes", "2020-04-30 23:50:00", "ecds", "2020-05-01 00:10:00");
    night(arrivals, "q", "hes", "2020-04-10 10:00:00");
    assertRows(homes(residents, arrivals, ratings()), H.month, H.series, H.arrivals)
        .areExactly("2020-04-01 hes 2", "2020-05-01 ecds 0");
  }

  private static void night(TestRows arrivals, String person, String... seriesAndTime) {
    for (int i = 0; i < seriesAndTime.length; i += 2) {
      String time = seriesAndTime[i + 1];
      arrivals.row(
          A.arrivalId,
          person + time,
          A.personId,
          person,
          A.series,
          seriesAndTime[i],
          A.arrivedAt,
          time,
          A.month,
          time.substring(0, 7));
    }
  }

  @Test
  void shouldPreferEcdsFromTheMonthThatIsSet() {
    TestRows arrivals =
        arrivals()
            .row(A.arrivalId, "h", A.personId, "p")
            .row(A.arrivalId, "e", A.personId, "p", A.series, "ecds");
    FakeInputs inputs =
        inputs(
            residents().row(P.personId, "p", P.month, "2015-03"),
            arrivals,
            ratings(),
            TestRows.of(E));
    inputs.with(HomeOutcomeMonthsJob.ECDS_FROM, Month.parse("2015-03"));
    assertRows(new HomeOutcomeMonthsJob().rows(inputs), H.series, H.arrivals).areExactly("ecds 1");
    inputs.with(HomeOutcomeMonthsJob.ECDS_FROM, Month.parse("2015-04"));
    assertRows(new HomeOutcomeMonthsJob().rows(inputs), H.series, H.arrivals).areExactly("hes 1");
  }

  @Test
  void shouldTellNoArrivalsOfAMonthOfWhichNoRecordCame() {
    TestRows residents =
        residents()
            .row(P.personId, "p", P.month, "2015-03")
            .row(P.personId, "q", P.month, "2015-03", P.homeId, "2")
            .row(P.personId, "p", P.month, "2015-04");
    TestRows arrivals = arrivals().row(A.arrivalId, "1", A.personId, "p");
    Dataset<Row> homes = AtHand.of(homes(residents, arrivals, ratings()));
    assertRows(
            homes,
            H.homeId,
            H.month,
            H.series,
            H.arrivals,
            H.byAmbulance,
            H.outOfHours,
            H.longStays,
            H.residentDays,
            H.deaths)
        .areExactly(
            "1 2015-03-01 hes 1 0 0 0 31 0",
            "2 2015-03-01 hes 0 0 0 0 31 0",
            "1 2015-04-01 - - - - - 31 0");
    assertThat(
            homes
                .where(H.month.col().equalTo("2015-04-01"))
                .first()
                .<Double>getAs(H.arrivalsPerResidentMonth.name()))
        .isNull();
  }

  @Test
  void shouldTellNoAdmissionsAndNoRateOfAMonthWithoutARecordOfAdmissions() {
    TestRows residents =
        residents()
            .row(P.personId, "p", P.month, "2015-03")
            .row(P.personId, "p", P.month, "2015-04", P.daysInHospital, null, P.daysAtRisk, null);
    TestRows arrivals =
        arrivals()
            .row(A.arrivalId, "1", A.personId, "p")
            .row(A.arrivalId, "2", A.personId, "p", A.month, "2015-04");
    assertRows(
            homes(residents, arrivals, ratings()),
            H.month,
            H.residents,
            H.residentDays,
            H.arrivals,
            H.arrivalsPerResidentMonth,
            H.admissions,
            H.fallAdmissions)
        .areExactly("2015-03-01 1 31 1 1.0 0 0", "2015-04-01 1 - 1 - - -");
  }

  @Test
  void shouldChangeARatingOnlyByANewInspectionAndFollowTheHomesChain() {
    TestRows ratings =
        ratings()
            .row(
                C.locationId, "1",
                C.latestRating, "Good",
                C.inspectionDate, "2014-12-01",
                C.publicationDate, "2015-01-20")
            .row(
                C.locationId, "2",
                C.latestRating, "Good",
                C.inspectionDate, "2014-12-01",
                C.publicationDate, "2015-03-20",
                C.inheritedRatingYN, true)
            .row(
                C.locationId, "2",
                C.latestRating, "Inadequate",
                C.inspectionDate, "2015-03-25",
                C.publicationDate, "2015-04-20");
    TestRows residents =
        residents()
            .row(P.personId, "p", P.month, "2014-12")
            .row(P.personId, "p", P.month, "2015-03")
            .row(P.personId, "p", P.month, "2015-04");
    assertRows(homes(residents, arrivals(), ratings), H.month, H.rating, H.inspectedOn)
        .areExactly("2014-12-01 - -", "2015-03-01 3 2014-12-01", "2015-04-01 1 2015-03-25");
  }

  @Test
  void shouldTakeTheOverallRatingOfTheWholeLocationAlone() {
    TestRows ratings =
        ratings()
            .row(
                C.locationId, "1",
                C.latestRating, "Good",
                C.servicePopulationGroup, "Overall",
                C.publicationDate, "2015-01-20")
            .row(
                C.locationId, "1",
                C.latestRating, "Inadequate",
                C.servicePopulationGroup, "Older people",
                C.publicationDate, "2015-02-20")
            .row(
                C.locationId, "1",
                C.domain, "Safe",
                C.latestRating, "Requires improvement",
                C.publicationDate, "2015-02-21");
    TestRows residents = residents().row(P.personId, "p", P.month, "2015-03");
    assertRows(homes(residents, arrivals(), ratings), H.rating, H.inspectedOn).areExactly("3 -");
  }

  /** The list as published has dates of publication alone, and a rating may be published again. */
  @Test
  void shouldTakeNoPublicationForAnInspection() {
    TestRows ratings =
        ratings()
            .row(
                C.period, "2015-08",
                C.locationId, "1",
                C.latestRating, "Good",
                C.publicationDate, "2015-03-20");
    TestRows residents = residents().row(P.personId, "p", P.month, "2015-03");
    assertRows(
            homes(residents, arrivals(), ratings),
            H.rating,
            H.inspectedOn,
            H.inspected,
            H.ratingAtInspection)
        .areExactly("3 - - -");
  }

  /**
   * One visit told with its date in May and without in August; another after it, but published
   * before, is in force.
   */
  @Test
  void shouldKnowAnInspectionAgainInAListWithoutItsDate() {
    TestRows ratings =
        ratings()
            .each(C.locationId, "1")
            .row(
                C.period, "2015-05",
                C.latestRating, "Good",
                C.inspectionDate, "2015-01-20",
                C.publicationDate, "2015-04-10")
            .row(C.period, "2015-08", C.latestRating, "Good", C.publicationDate, "2015-04-10")
            .row(
                C.period, "2015-05",
                C.latestRating, "Inadequate",
                C.inspectionDate, "2015-02-20",
                C.publicationDate, "2015-03-10");
    TestRows residents = residents().row(P.personId, "p", P.month, "2015-04");
    assertRows(homes(residents, arrivals(), ratings), H.rating, H.inspectedOn)
        .areExactly("1 2015-02-20");
  }

  private static TestRows residents() {
    return TestRows.of(P)
        .each(
            P.homeId,
            "1",
            P.matchTier,
            "uprn",
            P.days,
            31,
            P.daysInHospital,
            0,
            P.daysAtRisk,
            31,
            P.died,
            false);
  }

  private static TestRows arrivals() {
    return TestRows.of(A)
        .each(
            A.arrivedAt,
            "2015-03-10 10:00:00",
            A.month,
            "2015-03",
            A.series,
            "hes",
            A.unplanned,
            true,
            A.seen,
            true,
            A.ambulance,
            false,
            A.outOfHours,
            false,
            A.records,
            1L);
  }

  private static TestRows ratings() {
    return TestRows.of(C)
        .each(C.period, "2015-05", C.sourceFile, "f", C.sourceLine, 2L, C.domain, "Overall");
  }

  private static Dataset<Row> homes(TestRows residents, TestRows arrivals, TestRows ratings) {
    return homes(residents, arrivals, ratings, TestRows.of(E));
  }

  private static Dataset<Row> homes(
      TestRows residents, TestRows arrivals, TestRows ratings, TestRows admissions) {
    return new HomeOutcomeMonthsJob().rows(inputs(residents, arrivals, ratings, admissions));
  }

  private static FakeInputs inputs(
      TestRows residents, TestRows arrivals, TestRows ratings, TestRows admissions) {
    TestRows locations =
        TestRows.of(L)
            .each(L.homeId, "1", L.link, "first", L.registeredOn, "2011-01-01", L.nursing, true)
            .row(L.locationId, "1")
            .row(L.locationId, "2");
    return FakeInputs.of()
        .with(P, residents.dataset())
        .with(A, arrivals.dataset())
        .with(E, admissions.dataset())
        .with(C, ratings.dataset())
        .with(L, locations.dataset());
  }
}
