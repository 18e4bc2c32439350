package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Check;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.LaCodes;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.FormerDistricts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareHomesJobTest {
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final LaCodes A = LaCodes.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final FormerDistricts N = FormerDistricts.TABLE;
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
    assertRows(
            homes,
            H.homeId,
            H.locationId,
            H.locations,
            H.openedOn,
            H.closedOn,
            H.beds,
            H.latitude,
            H.longitude)
        .areExactly("1 2 3 2011-01-01 - 25 52.5 -1.25");
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
  void shouldFindTheDistrictOfANameThatIsWrittenInAnotherWay() {
    assertRows(
            homes(
                named(
                    "Bristol",
                    "City of Bristol",
                    "BRISTOL,  CITY OF",
                    "Herefordshire",
                    "Herefordshire, County of",
                    "St Helens & Knowsley")),
            H.lad,
            H.ttwa,
            H.localAuthority)
        .areExactly(
            "E06000023 E30000180 Bristol",
            "E06000023 E30000180 City of Bristol",
            "E06000023 E30000180 BRISTOL,  CITY OF",
            "E06000019 E30000215 Herefordshire",
            "E06000019 E30000215 Herefordshire, County of",
            "E08000099 - St Helens & Knowsley");
  }

  @Test
  void shouldFindTheDistrictThatAMergedOneIsPartOfNow() {
    assertRows(homes(named("Bournemouth", "Poole", "Christchurch")), H.lad, H.localAuthority)
        .areExactly("E06000058 Bournemouth", "E06000058 Poole", "E06000058 Christchurch");
  }

  /** A council of several districts is none of them. */
  @Test
  void shouldFindTheDistrictOfAHomeInACountyByItsEstablishment() {
    TestRows homes =
        named("Kent").row(L.locationId, "2", L.homeId, "2", L.registeredOn, "2011-01-01");
    assertRows(homes(homes), H.homeId, H.lad, H.ttwa).areExactly("1 - -", "2 E07000999 E30000001");
    assertRows(homes(homes, "Bristol"), H.homeId, H.lad, H.ttwa)
        .areExactly("1 E06000023 E30000180", "2 E07000999 E30000001");
  }

  @Test
  void shouldLeaveADistrictThatNobodyKnowsOpenAndSayWhichItIs() {
    assertRows(homes(named("Camelot")), H.lad, H.ttwa, H.localAuthority).areExactly("- - Camelot");
    assertThat(H.checks())
        .filteredOn(check -> check.code().equals("DISTRICT_FOUND"))
        .singleElement()
        .satisfies(check -> assertThat(check.severity()).isEqualTo(Check.Severity.WARN));
  }

  /** A home in each authority, by name; the first has number 1. */
  private static TestRows named(String... authorities) {
    TestRows homes = locations();
    for (int i = 0; i < authorities.length; i++) {
      String id = String.valueOf(i + 1);
      homes.row(
          L.locationId,
          id,
          L.homeId,
          id,
          L.registeredOn,
          "2011-01-01",
          L.localAuthority,
          authorities[i]);
    }
    return homes;
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
    return homes(locations, null);
  }

  private static Dataset<Row> homes(TestRows locations, String districtOfStaff) {
    TestRows reports =
        TestRows.of(E)
            .each(E.locationId, "1", E.stale, false, E.district, districtOfStaff)
            .row(E.establishmentId, "e1", E.month, "2015-01")
            .row(E.establishmentId, "e2", E.month, "2016-01")
            .row(
                E.establishmentId, "test",
                E.month, "2017-01",
                E.droppedBy, "TEST_ORGANISATION");
    TestRows authorities =
        TestRows.of(A)
            .each(A.period, "2021-01", A.sourceFile, "f", A.sourceLine, 2L)
            .row(A.ladcd, "E07000001", A.ladnm, "Old Town", A.ladcdActive, "E07000999")
            .row(A.ladcd, "E06000023", A.ladnm, "Bristol, City of", A.ladcdActive, "E06000023")
            .row(
                A.ladcd, "E06000019",
                A.ladnm, "Herefordshire, County of",
                A.ladcdActive, "E06000019")
            .row(
                A.ladcd,
                "E08000099",
                A.ladnm,
                "St. Helens and Knowsley",
                A.ladcdActive,
                "E08000099")
            .row(
                A.ladcd, "E06000058",
                A.ladnm, "Bournemouth, Christchurch and Poole",
                A.ladcdActive, "E06000058");
    TestRows areas =
        TestRows.of(T)
            .row(T.lad, "E07000999", T.present, "E07000999", T.ttwa, "E30000001")
            .row(T.lad, "E06000023", T.present, "E06000023", T.ttwa, "E30000180")
            .row(T.lad, "E06000019", T.present, "E06000019", T.ttwa, "E30000215");
    TestRows former =
        TestRows.of(N)
            .each(N.present, "Bournemouth, Christchurch and Poole", N.source, "ONS")
            .row(N.former, "Bournemouth")
            .row(N.former, "Christchurch")
            .row(N.former, "Poole");
    return new CareHomesJob()
        .rows(
            FakeInputs.of()
                .with(L, locations.dataset())
                .with(E, reports.dataset())
                .with(A, authorities.dataset())
                .with(T, areas.dataset())
                .with(N, former.dataset()));
  }
}
