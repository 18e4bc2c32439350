package careworkforce.pipelines.silver.exposures.wages;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OutsideWageIndexJobTest {
  private static final OutsideWageShares H = OutsideWageShares.TABLE;
  private static final OutsideWageShocks S = OutsideWageShocks.TABLE;
  private static final OutsideWageIndex I = OutsideWageIndex.TABLE;
  private final TestRows shares =
      TestRows.of(H)
          .each(
              H.ttwa,
              "T1",
              H.region,
              "north",
              H.baseYear,
              2012,
              H.series,
              "NM_172_1",
              H.jobs,
              9L,
              H.areaShare,
              0.1,
              H.nationalShare,
              0.1,
              H.districtsWithheld,
              0L);
  private final TestRows shocks = TestRows.of(S).each(S.regionsElsewhere, 8L);

  private void industry(String division, double exposure, double pi, Double... logWages) {
    shares.row(H.division, division, H.exposure, exposure, H.pi, pi);
    for (int i = 0; i < 2; i++) {
      shocks.row(
          S.region,
          "north",
          S.division,
          division,
          S.year,
          2013 + i,
          S.logWageElsewhere,
          logWages[2 * i],
          S.logWageHere,
          logWages[2 * i + 1]);
    }
  }

  private Dataset<Row> index() {
    return new OutsideWageIndexJob()
        .rows(FakeInputs.of().with(H, shares.dataset()).with(S, shocks.dataset()));
  }

  /** Retail 0.7, health 0.3125 and food 0.2 of exposure. */
  private void given() {
    industry("47", 0.7, 0.4, 2.0, 2.1, 2.2, 2.3);
    industry("86", 0.3125, 0.5, 2.5, 2.4, 2.5, 2.6);
    industry("56", 0.2, 0.1, 1.0, 1.0, 1.5, 2.0);
  }

  @Test
  void shouldAddUpSharesTimesPayElsewhereAndBesideItPayHere() {
    given();
    assertRows(index().where("destinations = 'all'"), I.year, I.index, I.indexHere, I.indexNational)
        .areExactly("2013 2.38125 2.42 2.15", "2014 2.62125 2.8225 2.28");
  }

  @Test
  void shouldLeaveRetailAndHealthOutOfTheOtherIndexAndGiveTheSumOfExposures() {
    given();
    assertRows(index(), I.year, I.destinations, I.exposures, I.industries)
        .areExactly(
            "2013 all 1.2125 3",
            "2014 all 1.2125 3",
            "2013 without_retail_and_health 0.2 1",
            "2014 without_retail_and_health 0.2 1");
  }

  @Test
  void shouldHaveAnIndustryInEveryYearOrInNone() {
    given();
    industry("82", 0.5, 0.3, 2.0, 2.0, 2.0, null);
    industry("10", 0.5, 0.3, null, 2.0, 2.0, 2.0);
    assertRows(index().where("destinations = 'all'"), I.year, I.industries)
        .areExactly("2013 3", "2014 3");
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    given();
    SameTables.assertSameCounts(Partitions.of(1, this::index), Partitions.of(7, this::index));
  }
}
