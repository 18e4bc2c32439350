package careworkforce.pipelines.silver.exposures.wages;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.bres.BresJobs;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OutsideWageSharesJobTest {
  private static final BresJobs B = BresJobs.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final CareDestinations D = CareDestinations.TABLE;
  private static final OutsideWageShares S = OutsideWageShares.TABLE;
  private final TestRows bres =
      TestRows.of(B).each(B.geographyType, "district", B.records, 9L, B.period, "2012-01");
  private long line = 1;

  private void cell(int year, String district, String industry, Long value) {
    String file = "NM_172_1_" + year + ".csv";
    bres.row(
        B.sourceFile,
        file,
        B.sourceLine,
        ++line,
        B.date,
        year,
        B.geographyCode,
        district,
        B.industryName,
        industry,
        B.value,
        value);
  }

  private void jobs(int year, String district, long all, Long retail, Long health) {
    cell(year, district, "Total", all);
    cell(year, district, "47 : Retail trade", retail);
    cell(year, district, "471 : Retail sale in non-specialised stores", retail);
    cell(year, district, "86 : Human health activities", health);
    cell(year, district, "87 : Residential care activities", 5L);
  }

  /** Districts A and B (delivered as B0) make area T1, C makes T2; B withholds its retail jobs. */
  private Dataset<Row> shares() {
    jobs(2012, "A", 100, 20L, 10L);
    jobs(2012, "B0", 300, null, 30L);
    jobs(2012, "C", 600, 60L, 120L);
    jobs(2013, "A", 100, 90L, 10L);
    TestRows areas = TestRows.of(T);
    for (String lad : List.of("A", "B", "C")) {
      String region = lad.equals("A") ? "north" : "south";
      String code = lad.equals("B") ? "B0" : lad;
      String area = lad.equals("C") ? "T2" : "T1";
      areas.row(T.lad, code, T.present, lad, T.region, region, T.ttwa, area);
    }
    TestRows flows =
        TestRows.of(D)
            .each(
                D.kind,
                "industry",
                D.respondents,
                9L,
                D.ofRespondents,
                9L,
                D.piStdError,
                0.1,
                D.effectiveRespondents,
                9.0,
                D.leaversAYear,
                1.0,
                D.leaversStdError,
                1.0,
                D.files,
                1L);
    flows.row(D.panel, "five_quarter", D.destination, "47", D.pi, 0.4);
    flows.row(D.panel, "five_quarter", D.destination, "86", D.pi, 0.5);
    flows.row(D.panel, "five_quarter", D.destination, "87", D.pi, 0.1);
    flows.row(D.panel, "two_quarter", D.destination, "47", D.pi, 0.9);
    return new OutsideWageSharesJob()
        .rows(
            FakeInputs.of()
                .with(B, bres.dataset())
                .with(T, areas.dataset())
                .with(D, flows.dataset()));
  }

  @Test
  void shouldLeaveAWithheldDistrictOutOfBothPartsOfAShare() {
    assertRows(shares(), S.ttwa, S.division, S.jobs, S.areaShare, S.districtsWithheld)
        .areExactly("T1 47 20 0.2 1", "T1 86 40 0.1 0", "T2 47 60 0.1 0", "T2 86 120 0.2 0");
  }

  @Test
  void shouldWeighRelativeSharesOfTheBaseYearByWhereLeaversGo() {
    Row retail = shares().where("ttwa_code = 'T1' and division = '47'").first();
    assertThat(retail.<Double>getAs(S.nationalShare.name())).isEqualTo(80 / 700.0);
    assertThat(retail.<Double>getAs(S.exposure.name())).isCloseTo(0.4 * 1.75, within(1e-12));
    Row health = shares().where("ttwa_code = 'T2' and division = '86'").first();
    assertThat(health.<Double>getAs(S.exposure.name())).isCloseTo(0.5 * 1.25, within(1e-12));
  }

  @Test
  void shouldNameSeriesBaseYearAndTheRegionOfMostJobs() {
    assertRows(shares().limit(1), S.ttwa, S.baseYear, S.series, S.region)
        .areExactly("T1 2012 NM_172_1 south");
  }
}
