package careworkforce.pipelines.silver.outcomes.homes;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
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
    Dataset<Row> homes = homes(residents, arrivals, ratings());
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

  @Test
  void shouldSayWhenAMonthHoldsBothRecords() {
    TestRows arrivals =
        arrivals()
            .row(A.arrivalId, "1", A.personId, "p")
            .row(A.arrivalId, "2", A.personId, "q", A.series, "ecds");
    Dataset<Row> homes =
        homes(residents().row(P.personId, "p", P.month, "2015-03"), arrivals, ratings());
    assertRows(homes, H.series).areExactly("both");
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
    assertRows(homes(residents, arrivals(), ratings), H.rating, H.inspectedOn)
        .areExactly("3 2015-01-20");
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
    TestRows locations =
        TestRows.of(L)
            .each(L.homeId, "1", L.link, "first", L.registeredOn, "2011-01-01", L.nursing, true)
            .row(L.locationId, "1")
            .row(L.locationId, "2");
    return new HomeOutcomeMonthsJob()
        .rows(
            FakeInputs.of()
                .with(P, residents.dataset())
                .with(A, arrivals.dataset())
                .with(E, admissions.dataset())
                .with(C, ratings.dataset())
                .with(L, locations.dataset()));
  }
}
