package careworkforce.pipelines.silver.exposures.retail;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.bres.BresJobs;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** Districts A and B (delivered as B0) make area T1, C makes T2, D makes T3. */
class RetailJobsJobTest {
  private static final BresJobs B = BresJobs.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final RetailJobs J = RetailJobs.TABLE;
  private final TestRows bres =
      TestRows.of(B).each(B.geographyType, "district", B.records, 9L, B.period, "2013-01");
  private long line = 1;

  private void cell(int year, String district, String industry, Long jobs) {
    bres.row(
        B.sourceFile,
        (year < 2015 ? "NM_172_1_" : "NM_189_1_") + year + ".csv",
        B.sourceLine,
        ++line,
        B.date,
        year,
        B.geographyCode,
        district,
        B.industryName,
        industry,
        B.value,
        jobs);
  }

  /** Jobs in non-specialised stores and in trade outside stores. */
  private void jobs(int year, String district, Long stores, Long elsewhere) {
    cell(year, district, "Total", 9_000L);
    cell(year, district, "47 : Retail trade", 500L);
    cell(year, district, "471 : Retail sale in non-specialised stores", stores);
    cell(year, district, "479 : Retail trade not in stores, stalls or markets", elsewhere);
  }

  private Dataset<Row> told() {
    TestRows areas = TestRows.of(T);
    for (String lad : List.of("A", "B", "C", "D")) {
      String code = lad.equals("B") ? "B0" : lad;
      String area = lad.equals("C") ? "T2" : lad.equals("D") ? "T3" : "T1";
      areas.row(T.lad, code, T.present, lad, T.region, "north", T.ttwa, area);
    }
    return new RetailJobsJob()
        .rows(FakeInputs.of().with(B, bres.dataset()).with(T, areas.dataset()));
  }

  private double growth(String area, int year) {
    return told()
        .where(J.ttwa.col().equalTo(functions.lit(area)))
        .where(J.year.col().equalTo(functions.lit(year)))
        .first()
        .<Double>getAs(J.growth.name());
  }

  /** The first series tells one year, so that nothing is known to have grown before 2015. */
  @Test
  void shouldTellNoGrowthBeforeTheFirstYearsThatOneSeriesTellsBothOf() {
    jobs(2014, "A", 100L, null);
    jobs(2014, "C", 100L, null);
    jobs(2015, "A", 500L, null);
    jobs(2015, "C", 700L, null);
    jobs(2016, "A", 500L, null);
    jobs(2016, "C", 770L, null);
    assertRows(told().where(J.ttwa.col().equalTo(functions.lit("T2"))), J.year, J.since, J.growth)
        .areExactly("2014 2015 -", "2015 2015 0.0", "2016 2015 0.0");
    assertThat(growth("T1", 2016)).isCloseTo(Math.log(1.1), within(1e-11));
  }

  /** Nobody else tells of trade outside stores in 2014: how it grew elsewhere is not known. */
  @Test
  void shouldTellNoGrowthWhereThatOfAGroupElsewhereIsNotKnown() {
    jobs(2013, "A", 100L, 100L);
    jobs(2013, "C", 100L, null);
    jobs(2014, "A", 100L, 100L);
    jobs(2014, "C", 120L, null);
    assertRows(told(), J.ttwa, J.year, J.growth)
        .areExactly("T1 2013 0.0", "T1 2014 -", "T2 2013 0.0", "T2 2014 0.0");
  }

  @Test
  void shouldWeighGrowthElsewhereByTheSharesOfTheFirstYear() {
    jobs(2013, "A", 200L, 50L);
    jobs(2013, "B0", 100L, 50L);
    jobs(2013, "C", 100L, 300L);
    jobs(2014, "A", 900L, 10L);
    jobs(2014, "B0", 900L, 10L);
    jobs(2014, "C", 110L, 240L);
    assertRows(told(), J.ttwa, J.year, J.baseYear, J.jobs, J.groups)
        .areExactly(
            "T1 2013 2013 400 2", "T1 2014 2013 400 2", "T2 2013 2013 400 2", "T2 2014 2013 400 2");
    assertThat(growth("T1", 2013)).isZero();
    assertThat(growth("T1", 2014))
        .isCloseTo(0.75 * Math.log(1.1) + 0.25 * Math.log(0.8), within(1e-11));
    assertThat(growth("T2", 2014))
        .isCloseTo(0.25 * Math.log(6) + 0.75 * Math.log(0.2), within(1e-11));
  }

  /** Of an answer for every status and measure, 100 employees and a share of 9 are no more jobs. */
  @Test
  void shouldCountOneStatusAndMeasureOfSeveral() {
    jobs(2013, "A", 200L, null);
    jobs(2013, "C", 100L, null);
    for (String[] other : new String[][] {{"Employees", "Value"}, {"Employment", "Percent"}}) {
      bres.row(
          B.sourceFile,
          "NM_172_1_2013.csv",
          B.sourceLine,
          ++line,
          B.date,
          2013,
          B.geographyCode,
          "A",
          B.industryName,
          "471 : Retail sale in non-specialised stores",
          B.employmentStatus,
          other[0],
          B.measures,
          other[1],
          B.value,
          100L);
    }
    assertRows(told(), J.ttwa, J.year, J.jobs).areExactly("T1 2013 200", "T2 2013 100");
  }

  @Test
  void shouldLeaveOutADistrictThatWithholdsEitherYear() {
    jobs(2013, "A", 100L, 100L);
    jobs(2013, "C", 100L, 100L);
    jobs(2013, "D", 40L, null);
    jobs(2014, "A", 100L, 100L);
    jobs(2014, "C", 120L, 100L);
    jobs(2014, "D", null, 90L);
    assertThat(growth("T1", 2014)).isCloseTo(0.5 * Math.log(1.2), within(1e-11));
    assertThat(growth("T3", 2014)).isCloseTo(Math.log(220 / 200.0), within(1e-11));
  }

  @Test
  void shouldAddYearsUpAndTellNoGrowthFromOneSeriesToTheNext() {
    jobs(2013, "A", 100L, null);
    jobs(2013, "C", 100L, null);
    jobs(2014, "A", 100L, null);
    jobs(2014, "C", 130L, null);
    jobs(2015, "A", 500L, null);
    jobs(2015, "C", 700L, null);
    jobs(2016, "A", 500L, null);
    jobs(2016, "C", 770L, null);
    assertThat(growth("T1", 2014)).isCloseTo(Math.log(1.3), within(1e-11));
    assertThat(growth("T1", 2015)).isCloseTo(Math.log(1.3), within(1e-11));
    assertThat(growth("T1", 2016)).isCloseTo(Math.log(1.3 * 1.1), within(1e-11));
  }
}
