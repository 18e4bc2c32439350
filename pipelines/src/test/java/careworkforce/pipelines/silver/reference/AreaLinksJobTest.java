package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.commuting.CommutingFlows;
import careworkforce.pipelines.bronze.geography.LsoaLookup;
import careworkforce.pipelines.silver.panels.CareHomes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AreaLinksJobTest {
  private static final CommutingFlows F = CommutingFlows.TABLE;
  private static final LsoaLookup S = LsoaLookup.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final AreaLinks L = AreaLinks.TABLE;

  /** Districts a and b in area A, c in area C; homes of C lie 0.1 degrees north of those of A. */
  private static Dataset<Row> links(String link) {
    return links(link, flowsOfDistricts());
  }

  private static TestRows flowsOfDistricts() {
    return flows()
        .row(F.residence, "a", F.workplace, "a", F.workers, 50L)
        .row(F.residence, "a", F.workplace, "c", F.workers, 20L)
        .row(F.residence, "b", F.workplace, "a", F.workers, 10L)
        .row(F.residence, "b", F.workplace, "abroad", F.workers, 99L)
        .row(F.residence, "b", F.workplace, "c", F.period, "2001-01", F.workers, 40L)
        .row(F.residence, "c", F.workplace, "c", F.workers, 7L);
  }

  private static TestRows flows() {
    return TestRows.of(F).each(F.period, "2011-01", F.sourceFile, "f", F.sourceLine, 2L);
  }

  private static Dataset<Row> links(String link, TestRows flows) {
    TestRows lookup =
        TestRows.of(T)
            .row(T.lad, "a", T.present, "a", T.ttwa, "A")
            .row(T.lad, "b", T.present, "b", T.ttwa, "A")
            .row(T.lad, "c", T.present, "c", T.ttwa, "C");
    TestRows lsoas =
        TestRows.of(S)
            .each(S.period, "2011-01", S.sourceFile, "f", S.sourceLine, 2L)
            .row(S.lsoa11Code, "a1", S.msoa11Code, "E02000001", S.ladCode, "a")
            .row(S.lsoa11Code, "a2", S.msoa11Code, "E02000001", S.ladCode, "a")
            .row(S.lsoa11Code, "b1", S.msoa11Code, "E02000002", S.ladCode, "b")
            .row(S.lsoa11Code, "c1", S.msoa11Code, "E02000014", S.ladCode, "c");
    TestRows homes =
        TestRows.of(H)
            .each(H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true, H.longitude, 0.0)
            .row(H.homeId, "1", H.locationId, "1", H.ttwa, "A", H.latitude, 51.9)
            .row(H.homeId, "2", H.locationId, "2", H.ttwa, "A", H.latitude, 52.1)
            .row(H.homeId, "3", H.locationId, "3", H.ttwa, "C", H.latitude, 52.1)
            .row(H.homeId, "4", H.locationId, "4", H.ttwa, "far", H.latitude, 54.0);
    return new AreaLinksJob()
        .rows(
            FakeInputs.of()
                .with(T, lookup.dataset())
                .with(F, flows.dataset())
                .with(S, lsoas.dataset())
                .with(H, homes.dataset()))
        .where(L.link.col().equalTo(link));
  }

  @Test
  void shouldLinkATravelToWorkAreaToItself() {
    assertRows(links("ttwa"), L.area, L.linked, L.weight).areExactly("A A 1.0", "C C 1.0");
  }

  /**
   * Of 80 who live in A and work in a known area 60 work there: 0.75. Forty who went from b to c at
   * the census before no longer do.
   */
  @Test
  void shouldWeighAreasByWhereResidentsWork() {
    assertRows(links("commuting"), L.area, L.linked, L.weight)
        .areExactly("A A 0.75", "A C 0.25", "C C 1.0");
  }

  /** As WU03EW is published: 9 of the 12 who live in A and work in a known area work there. */
  @Test
  void shouldWeighAreasByWhereResidentsOfSmallerAreasWork() {
    TestRows flows =
        flows()
            .row(F.residence, "E02000001", F.workplace, "E02000001", F.workers, 4L)
            .row(F.residence, "E02000002", F.workplace, "E02000001", F.workers, 5L)
            .row(F.residence, "E02000001", F.workplace, "E02000014", F.workers, 3L)
            .row(F.residence, "E02000001", F.workplace, "OD0000001", F.workers, 99L);
    assertRows(links("commuting", flows), L.area, L.linked, L.weight)
        .areExactly("A A 0.75", "A C 0.25");
  }

  /** 0.1 degrees are 11.12 km, so C counts exp(-11.12 / 15) of A; the far area is not near. */
  @Test
  void shouldWeighAreasByDistance() {
    double other = Math.exp(-6371 * Math.PI / 1800 / 15);
    Dataset<Row> links = links("distance_15km");
    assertRows(links, L.area, L.linked).areExactly("A A", "A C", "C A", "C C", "far far");
    assertThat(
            links
                .where("ttwa_code = 'A' and linked_ttwa_code = 'C'")
                .first()
                .<Double>getAs(L.weight.name()))
        .isCloseTo(other / (1 + other), within(1e-9));
  }

  /** The latitudes of many homes, whose sum as doubles depends on their order. */
  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    TestRows homes =
        TestRows.of(H).each(H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true);
    for (int i = 0; i < 300; i++) {
      String home = Integer.toString(i);
      homes.row(
          H.homeId,
          home,
          H.locationId,
          home,
          H.ttwa,
          "area " + i % 3,
          H.latitude,
          51 + (i * 37 % 101) / 1010.0,
          H.longitude,
          -(i * 53 % 97) / 970.0);
    }
    Dataset<Row> rows = homes.dataset();
    SameTables.assertSameCounts(
        Partitions.of(1, () -> near(rows.repartition(1))),
        Partitions.of(7, () -> near(rows.repartition(7, H.homeId.col()))));
  }

  private static Dataset<Row> near(Dataset<Row> homes) {
    return new AreaLinksJob().rows(FakeInputs.of().with(H, homes));
  }
}
