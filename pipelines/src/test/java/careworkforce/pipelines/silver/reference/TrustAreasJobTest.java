package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.TrustDistricts;
import org.junit.jupiter.api.Test;

class TrustAreasJobTest {
  private static final TrustDistricts D = TrustDistricts.TABLE;
  private static final DistrictAreas L = DistrictAreas.TABLE;
  private static final TrustAreas A = TrustAreas.TABLE;

  @Test
  void shouldPlaceEachTrustByTheLatestListsAndKeepOneOfAnUnknownArea() {
    TestRows districts =
        TestRows.of(D)
            .each(D.sourceFile, "f", D.sourceLine, 2L)
            .row(D.period, "2015-01", D.organisationCode, "RA", D.ladCode, "E01")
            .row(D.period, "2016-01", D.organisationCode, "RA", D.ladCode, "E02")
            .row(D.period, "2016-01", D.organisationCode, "RB", D.ladCode, "E03");
    TestRows areas =
        TestRows.of(L)
            .row(L.lad, "E01", L.present, "E01", L.ttwa, "T1")
            .row(L.lad, "E02", L.present, "E09", L.ttwa, "T2");
    assertRows(
            new TrustAreasJob()
                .rows(FakeInputs.of().with(D, districts.dataset()).with(L, areas.dataset())),
            A.organisation,
            A.lad,
            A.present,
            A.ttwa)
        .areExactly("RA E02 E09 T2", "RB E03 - -");
  }
}
