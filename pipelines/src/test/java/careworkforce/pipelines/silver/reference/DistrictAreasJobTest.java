package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Check;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.LaCodes;
import careworkforce.pipelines.bronze.geography.TtwaLookup;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Harrogate, Selby and Craven are North Yorkshire since 2023; York is as it was. */
class DistrictAreasJobTest {
  private static final LaCodes C = LaCodes.TABLE;
  private static final TtwaLookup T = TtwaLookup.TABLE;
  private static final DistrictAreas D = DistrictAreas.TABLE;
  private static final String HARROGATE = "E07000165";
  private static final String SELBY = "E07000169";
  private static final String CRAVEN = "E07000163";
  private static final String NORTH_YORKSHIRE = "E06000065";
  private static final String YORK = "E06000014";

  private final TestRows codes =
      TestRows.of(C)
          .each(C.period, "2020-01", C.sourceFile, "f", C.sourceLine, 2L, C.rgncd, "E12000003")
          .row(C.ladcd, HARROGATE, C.ladcdActive, NORTH_YORKSHIRE)
          .row(C.ladcd, SELBY, C.ladcdActive, NORTH_YORKSHIRE)
          .row(C.ladcd, CRAVEN, C.ladcdActive, NORTH_YORKSHIRE)
          .row(C.ladcd, YORK, C.ladcdActive, YORK);
  private final TestRows lookup = TestRows.of(T).each(T.sourceFile, "f", T.sourceLine, 2L);

  private void lies(String edition, String district, String area) {
    lookup.row(T.period, edition, T.ladCode, district, T.ttwaCode, area);
  }

  private Dataset<Row> districts() {
    return new DistrictAreasJob()
        .rows(FakeInputs.of().with(C, codes.dataset()).with(T, lookup.dataset()));
  }

  @Test
  void shouldBringFormerDistrictsToTheAreaOfThePresentOne() {
    lies("2023-01", NORTH_YORKSHIRE, "Harrogate");
    lies("2023-01", YORK, "York");
    assertRows(districts(), D.lad, D.present, D.region, D.ttwa)
        .areExactly(
            "E07000165 E06000065 E12000003 Harrogate",
            "E07000169 E06000065 E12000003 Harrogate",
            "E07000163 E06000065 E12000003 Harrogate",
            "E06000065 E06000065 E12000003 Harrogate",
            "E06000014 E06000014 E12000003 York");
  }

  @Test
  void shouldTakeTheAreaOfMostFormerDistrictsWhereTheLookupIsOlder() {
    lies("2011-01", HARROGATE, "Harrogate");
    lies("2011-01", SELBY, "York");
    lies("2011-01", CRAVEN, "Harrogate");
    lies("2011-01", YORK, "York");
    assertRows(districts().where("present_lad_code = 'E06000065'"), D.lad, D.ttwa)
        .areExactly(
            "E07000165 Harrogate",
            "E07000169 Harrogate",
            "E07000163 Harrogate",
            "E06000065 Harrogate");
  }

  @Test
  void shouldTakeTheLatestEditionOfTheLookup() {
    lies("2011-01", YORK, "York");
    lies("2021-01", YORK, "Selby");
    assertRows(districts().where("lad_code = 'E06000014'"), D.ttwa).areExactly("Selby");
  }

  /** Sheffield has a new code, which the list of codes does not tell yet. */
  @Test
  void shouldLetADistrictThatTheLookupAloneTellsStandForItself() {
    lies("2025-01", "E08000039", "Sheffield");
    assertRows(districts().where("lad_code = 'E08000039'"), D.present, D.region, D.ttwa)
        .areExactly("E08000039 - Sheffield");
  }

  @Test
  void shouldTellOfDistrictsOfEnglandWithoutAnArea() {
    codes.row(C.ladcd, "W06000001", C.ladcdActive, "W06000001", C.rgncd, null);
    lies("2023-01", YORK, "York");
    Check found =
        D.checks().stream().filter(check -> check.code().equals("AREA_FOUND")).findAny().get();
    assertThat(found.severity()).isEqualTo(Check.Severity.WARN);
    assertRows(districts().where(org.apache.spark.sql.functions.not(found.holds())), D.lad)
        .areExactly("E07000165", "E07000169", "E07000163", "E06000065");
  }
}
