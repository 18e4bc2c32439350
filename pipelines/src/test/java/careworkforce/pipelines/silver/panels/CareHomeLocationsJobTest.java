package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.cqc.CqcDeactivated;
import careworkforce.pipelines.bronze.cqc.CqcLocations;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareHomeLocationsJobTest {
  private static final CqcLocations C = CqcLocations.TABLE;
  private static final CqcDeactivated D = CqcDeactivated.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;

  @Test
  void shouldChainAHomeThroughDeclaredReRegistrations() {
    TestRows rows =
        cqc()
            .row(C.locationId, "1", C.successorLocationId, "2")
            .row(C.locationId, "2", C.locationHscaStartDate, "2014-05-01")
            .row(
                C.locationId, "3",
                C.locationHscaStartDate, "2016-05-01",
                C.predecessorLocationId, "2");
    chained(rows).areExactly("1 1 first -", "2 1 declared 1", "3 1 declared 2");
  }

  @Test
  void shouldChainByAddressWhereOneEndsAsAnotherBegins() {
    TestRows rows =
        cqc()
            .row(C.locationId, "1", C.locationUprnId, "7", C.locationHscaEndDate, "2014-05-01")
            .row(C.locationId, "2", C.locationUprnId, "7", C.locationHscaStartDate, "2014-05-20");
    chained(rows).areExactly("1 1 first -", "2 1 same_address 1");
  }

  @Test
  void shouldKnowAnAddressWithAndWithoutNoughtsBeforeItsNumberAndNoneByWhatIsNoNumber() {
    TestRows rows =
        cqc()
            .row(C.locationId, "1", C.locationUprnId, "007", C.locationHscaEndDate, "2014-05-01")
            .row(C.locationId, "2", C.locationUprnId, "7", C.locationHscaStartDate, "2014-05-20")
            .row(C.locationId, "3", C.locationUprnId, "1E+11", C.locationHscaEndDate, "2014-05-01")
            .row(
                C.locationId, "4",
                C.locationUprnId, "1E+11",
                C.locationHscaStartDate, "2014-05-20");
    chained(rows).areExactly("1 1 first -", "2 1 same_address 1", "3 3 first -", "4 4 first -");
    assertRows(locations(rows), L.locationId, L.uprn).areExactly("1 7", "2 7", "3 -", "4 -");
  }

  @Test
  void shouldKeepTwoHomesAtOneAddressApart() {
    TestRows rows =
        cqc()
            .row(C.locationId, "1", C.locationUprnId, "7")
            .row(C.locationId, "2", C.locationUprnId, "7", C.locationHscaStartDate, "2014-05-20");
    chained(rows).areExactly("1 1 first -", "2 2 first -");
  }

  @Test
  void shouldCountADualRegistrationOnce() {
    TestRows rows =
        cqc()
            .row(C.locationId, "1", C.locationDualRegistered, true)
            .row(C.locationId, "2", C.primaryIdDualRegistrationLocations, "1");
    chained(rows).areExactly("1 1 first -", "2 1 dual 1");
  }

  @Test
  void shouldTakeALocationNoLongerListedForDeRegistered() {
    Dataset<Row> rows =
        locations(
            cqc()
                .row(C.locationId, "1", C.period, "2015-01")
                .row(C.locationId, "2", C.period, "2015-01")
                .row(C.locationId, "2", C.period, "2015-04"));
    assertRows(rows, L.locationId, L.deregisteredOn).areExactly("1 2015-02-01", "2 -");
  }

  @Test
  void shouldTakeBedsAtDeactivationWhereNoneAreLeftAndWritePostcodesAlike() {
    Dataset<Row> rows =
        locations(
            cqc()
                .row(
                    C.locationId,
                    "1",
                    C.careHomesBeds,
                    0,
                    C.careHomesBedsAtPointLocationDeActivated,
                    24,
                    C.locationPostalCode,
                    "ls1 4dy")
                .row(
                    C.locationId,
                    "2",
                    C.careHomesBeds,
                    30,
                    C.careHomesBedsAtPointLocationDeActivated,
                    24,
                    C.locationPostalCode,
                    "LS14DY"));
    assertRows(rows, L.locationId, L.beds, L.postcode).areExactly("1 24 LS14DY", "2 30 LS14DY");
  }

  /**
   * Directories are of January and July: 1 ended in March, 3 came and went between them, 4 has been
   * taken off the list again and 5 is no home.
   */
  @Test
  void shouldEndALocationOnTheDayThatTheListOfDeactivatedOnesTells() {
    TestRows directory =
        cqc()
            .row(C.locationId, "1", C.careHomesBeds, 20)
            .row(C.locationId, "2", C.careHomesBeds, 30)
            .row(C.locationId, "2", C.careHomesBeds, 31, C.period, "2015-07")
            .row(C.locationId, "4", C.careHomesBeds, 40, C.period, "2015-07");
    TestRows deactivated =
        TestRows.of(D)
            .each(
                D.period, "2015-07",
                D.sourceFile, "f",
                D.sourceLine, 2L,
                D.careHome, true,
                D.startDate, "2015-02-01",
                D.postcode, "ls1 4dy")
            .row(
                D.locationId, "1",
                D.startDate, "2011-01-01",
                D.endDate, "2015-03-20",
                D.beds, 18)
            .row(D.locationId, "3", D.endDate, "2015-05-04", D.beds, 12)
            .row(D.locationId, "4", D.endDate, "2015-01-04", D.period, "2015-06")
            .row(D.locationId, "5", D.endDate, "2015-05-04", D.careHome, false);
    Dataset<Row> rows =
        new CareHomeLocationsJob()
            .rows(FakeInputs.of().with(C, directory.dataset()).with(D, deactivated.dataset()));
    assertRows(rows, L.locationId, L.registeredOn, L.deregisteredOn, L.beds, L.nursing, L.postcode)
        .areExactly(
            "1 2011-01-01 2015-03-20 20 true -",
            "2 2011-01-01 - 31 true -",
            "3 2015-02-01 2015-05-04 12 false LS14DY",
            "4 2011-01-01 - 40 true -");
  }

  /** 2 stood beside 1 for years, 3 only while the one took over from the other, 4 elsewhere. */
  @Test
  void shouldTakeAnEndedLocationBesideAHomeAtItsAddressForADualRegistration() {
    TestRows directory = cqc().row(C.locationId, "1", C.locationUprnId, "7");
    TestRows deactivated =
        TestRows.of(D)
            .each(
                D.period, "2015-07",
                D.sourceFile, "f",
                D.sourceLine, 2L,
                D.careHome, true,
                D.startDate, "2010-02-01")
            .row(D.locationId, "2", D.uprn, "7", D.endDate, "2014-06-30")
            .row(D.locationId, "3", D.uprn, "7", D.endDate, "2011-01-15")
            .row(D.locationId, "4", D.uprn, "8", D.endDate, "2014-06-30");
    Dataset<Row> rows =
        new CareHomeLocationsJob()
            .rows(FakeInputs.of().with(C, directory.dataset()).with(D, deactivated.dataset()));
    assertRows(rows, L.locationId, L.homeId, L.link)
        .areExactly("1 3 same_address", "2 3 dual", "3 3 first", "4 4 first");
  }

  @Test
  void shouldLeaveOutLocationsThatAreNoCareHome() {
    chained(cqc().row(C.locationId, "1", C.careHome, false)).areExactly();
  }

  private static TestRows cqc() {
    return TestRows.of(C)
        .each(
            C.period,
            "2015-01",
            C.sourceFile,
            "f",
            C.sourceLine,
            2L,
            C.careHome,
            true,
            C.locationHscaStartDate,
            "2011-01-01",
            C.serviceTypeCareHomeServiceWithNursing,
            true);
  }

  private static Dataset<Row> locations(TestRows rows) {
    return new CareHomeLocationsJob().rows(FakeInputs.of().with(C, rows.dataset()));
  }

  private static RowsAssert chained(TestRows rows) {
    return assertRows(locations(rows), L.locationId, L.homeId, L.link, L.linkedTo);
  }
}
