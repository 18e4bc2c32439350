package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.cqc.CqcLocations;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareHomeLocationsJobTest {
  private static final CqcLocations C = CqcLocations.TABLE;
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
