package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.LaCodes;
import careworkforce.pipelines.bronze.geography.TtwaLookup;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareHomesJobTest {
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final LaCodes A = LaCodes.TABLE;
  private static final TtwaLookup T = TtwaLookup.TABLE;
  private static final CareHomes H = CareHomes.TABLE;

  @Test
  void shouldFoldAChainIntoOneHomeDescribedByItsLatestRegistration() {
    Dataset<Row> homes =
        homes(
            locations()
                .row(
                    L.locationId, "1",
                    L.registeredOn, "2011-01-01",
                    L.deregisteredOn, "2014-05-01",
                    L.beds, 20)
                .row(
                    L.locationId,
                    "2",
                    L.registeredOn,
                    "2014-05-01",
                    L.beds,
                    25,
                    L.latitude,
                    52.5,
                    L.longitude,
                    -1.25)
                .row(
                    L.locationId, "3",
                    L.link, "dual",
                    L.registeredOn, "2015-01-01",
                    L.beds, 99));
    assertRows(homes, H.homeId, H.locationId, H.locations, H.openedOn, H.closedOn, H.beds)
        .areExactly("1 2 3 2011-01-01 - 25");
    assertRows(homes, H.latitude, H.longitude).areExactly("52.5 -1.25");
  }

  @Test
  void shouldCloseAHomeWithItsLastRegistration() {
    assertRows(
            homes(
                locations()
                    .row(
                        L.locationId, "1",
                        L.registeredOn, "2011-01-01",
                        L.deregisteredOn, "2014-05-01")
                    .row(
                        L.locationId, "2",
                        L.registeredOn, "2014-05-01",
                        L.deregisteredOn, "2016-02-01")),
            H.openedOn,
            H.closedOn)
        .areExactly("2011-01-01 2016-02-01");
  }

  @Test
  void shouldFindDistrictAndTravelToWorkAreaByTheAuthoritysName() {
    assertRows(
            homes(locations().row(L.locationId, "1", L.registeredOn, "2011-01-01")), H.lad, H.ttwa)
        .areExactly("E07000999 E30000001");
  }

  @Test
  void shouldTakeTheEstablishmentThatReportsLast() {
    assertRows(
            homes(locations().row(L.locationId, "1", L.registeredOn, "2011-01-01")),
            H.establishmentId)
        .areExactly("e2");
  }

  private static TestRows locations() {
    return TestRows.of(L)
        .each(L.homeId, "1", L.link, "declared", L.nursing, true, L.localAuthority, "Old Town ");
  }

  private static Dataset<Row> homes(TestRows locations) {
    TestRows reports =
        TestRows.of(E)
            .each(E.locationId, "1", E.stale, false)
            .row(E.establishmentId, "e1", E.month, "2015-01")
            .row(E.establishmentId, "e2", E.month, "2016-01")
            .row(
                E.establishmentId, "test",
                E.month, "2017-01",
                E.droppedBy, "TEST_ORGANISATION");
    TestRows authorities =
        TestRows.of(A)
            .each(A.period, "2021-01", A.sourceFile, "f", A.sourceLine, 2L)
            .row(A.ladcd, "E07000001", A.ladnm, "Old Town", A.ladcdActive, "E07000999");
    TestRows areas =
        TestRows.of(T)
            .each(T.period, "2021-01", T.sourceFile, "f", T.sourceLine, 2L)
            .row(T.ladCode, "E07000999", T.ttwaCode, "E30000001");
    return new CareHomesJob()
        .rows(
            FakeInputs.of()
                .with(L, locations.dataset())
                .with(E, reports.dataset())
                .with(A, authorities.dataset())
                .with(T, areas.dataset()));
  }
}
