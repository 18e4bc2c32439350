package careworkforce.pipelines.silver.exposures.wages;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ashe.AsheIndustryPay;
import careworkforce.pipelines.bronze.ashe.AsheIndustryQuality;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OutsideWageShocksJobTest {
  private static final AsheIndustryPay P = AsheIndustryPay.TABLE;
  private static final AsheIndustryQuality Q = AsheIndustryQuality.TABLE;
  private static final OutsideWageShocks S = OutsideWageShocks.TABLE;

  /**
   * Pay of retail: £8 in the north east, £10 in the south east, unpublished in the south west. What
   * the north east pays over all industries, and retail over all regions, is in the table too.
   */
  private static Dataset<Row> shocks() {
    TestRows pay = TestRows.of(P).each(P.sourceFile, "f", P.description, "d", P.period, "2015-01");
    pay.row(P.sourceLine, 6L, P.code, "E12000001 47", P.jobs, "10", P.median, "8");
    pay.row(P.sourceLine, 7L, P.code, "E12000008 47", P.jobs, "30", P.median, "10");
    pay.row(P.sourceLine, 8L, P.code, "E12000009 47", P.jobs, "20");
    pay.row(P.sourceLine, 9L, P.code, "E12000001 10", P.jobs, "5", P.median, "9");
    pay.row(P.sourceLine, 10L, P.code, "E12000001", P.jobs, "99", P.median, "99");
    pay.row(P.sourceLine, 11L, P.code, "E92000001 47", P.jobs, "99", P.median, "99");
    pay.row(P.sourceLine, 12L, P.code, "K02000001 47", P.jobs, "99", P.median, "99");
    TestRows quality =
        TestRows.of(Q).each(Q.sourceFile, "f", Q.description, "d", Q.period, "2015-01");
    quality.row(Q.sourceLine, 6L, Q.code, "E12000001 47", Q.median, "3.5");
    return new OutsideWageShocksJob()
        .rows(FakeInputs.of().with(P, pay.dataset()).with(Q, quality.dataset()));
  }

  private static double elsewhere(String region) {
    return shocks()
        .where("division = '47' and region_code = '" + region + "'")
        .first()
        .<Double>getAs(S.logWageElsewhere.name());
  }

  @Test
  void shouldLeaveTheRegionOutOfTheMeanOfRegions() {
    assertThat(elsewhere("E12000001")).isCloseTo(Math.log(10), within(1e-11));
    assertThat(elsewhere("E12000008")).isCloseTo(Math.log(8), within(1e-11));
    assertThat(elsewhere("E12000009"))
        .isCloseTo((10 * Math.log(8) + 30 * Math.log(10)) / 40, within(1e-11));
  }

  @Test
  void shouldCountRegionsWithPublishedPayAndGiveQuality() {
    assertRows(shocks(), S.region, S.division, S.year, S.regionsElsewhere, S.quality)
        .areExactly(
            "E12000001 47 2015 1 3.50",
            "E12000008 47 2015 1 -",
            "E12000009 47 2015 2 -",
            "E12000001 10 2015 0 -");
  }

  /**
   * The south east and the south west pay £10 and £20 in both years, the east £30 in one alone;
   * jobs of the south east treble. Elsewhere nobody is paid more: 100 and 100 jobs of the first
   * year.
   */
  @Test
  void shouldMoveByPayAloneFromYearToYear() {
    TestRows pay = TestRows.of(P).each(P.sourceFile, "f", P.description, "d", P.jobs, "100");
    for (int year = 2015; year <= 2016; year++) {
      String period = year + "-01";
      String grown = year == 2015 ? "100" : "300";
      String east = year == 2015 ? "30" : null;
      pay.row(P.period, period, P.sourceLine, 6L, P.code, "E12000001 47", P.median, "8");
      pay.row(P.period, period, P.sourceLine, 7L, P.code, "E12000006 47", P.median, east);
      pay.row(
          P.period,
          period,
          P.sourceLine,
          8L,
          P.code,
          "E12000008 47",
          P.jobs,
          grown,
          P.median,
          "10");
      pay.row(P.period, period, P.sourceLine, 9L, P.code, "E12000009 47", P.median, "20");
    }
    Dataset<Row> shocks = new OutsideWageShocksJob().rows(FakeInputs.of().with(P, pay.dataset()));
    for (Row year : shocks.where("region_code = 'E12000001'").collectAsList()) {
      assertThat(year.<Double>getAs(S.logWageElsewhere.name()))
          .isCloseTo((Math.log(10) + Math.log(20)) / 2, within(1e-11));
    }
    assertRows(shocks.where("region_code < 'E12000008'"), S.region, S.year, S.regionsElsewhere)
        .areExactly("E12000001 2015 2", "E12000001 2016 2", "E12000006 2015 3", "E12000006 2016 3");
  }

  @Test
  void shouldKnowNoPayElsewhereWhereNoOtherRegionPublishes() {
    Row food = shocks().where("division = '10'").first();
    assertThat(food.<Double>getAs(S.logWageElsewhere.name())).isNull();
    assertThat(food.<Double>getAs(S.logWageHere.name())).isEqualTo(Math.log(9));
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    SameTables.assertSameCounts(
        Partitions.of(1, OutsideWageShocksJobTest::shocks),
        Partitions.of(7, OutsideWageShocksJobTest::shocks));
  }
}
