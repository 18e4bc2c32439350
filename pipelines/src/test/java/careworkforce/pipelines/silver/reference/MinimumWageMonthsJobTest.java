package careworkforce.pipelines.silver.reference;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.minimumwage.MinimumWageRates;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MinimumWageMonthsJobTest {
  private static final MinimumWageRates R = MinimumWageRates.TABLE;
  private static final MinimumWageMonths M = MinimumWageMonths.TABLE;

  private static Dataset<Row> months(TestRows rates) {
    return new MinimumWageMonthsJob().rows(FakeInputs.of().with(R, rates.dataset()));
  }

  private static TestRows rates() {
    return TestRows.of(R)
        .each(R.period, "2016-01", R.sourceFile, "f", R.sourceLine, 2L, R.apprentice, false);
  }

  @Test
  void shouldHoldARateUntilTheNextAreInForceAndTheLastForAYear() {
    Dataset<Row> months =
        months(
            rates()
                .row(R.from, "2015-12-01", R.ageFrom, 21, R.rate, "6.70")
                .row(R.from, "2016-02-01", R.ageFrom, 25, R.rate, "7.20")
                .row(R.from, "2016-02-01", R.ageFrom, 21, R.ageTo, 24, R.rate, "6.70"));
    assertRows(months.where("month < '2016-04-01'"), M.month, M.ageFrom, M.ageTo, M.rate)
        .areExactly(
            "2015-12-01 21 - 6.70",
            "2016-01-01 21 - 6.70",
            "2016-02-01 21 24 6.70",
            "2016-02-01 25 - 7.20",
            "2016-03-01 21 24 6.70",
            "2016-03-01 25 - 7.20");
    assertRows(months.where("month > '2016-12-01' and age_from = 25"), M.month)
        .areExactly("2017-01-01");
  }

  /** In October 2016 the rate from 25 on, new in April, stayed as it was. */
  @Test
  void shouldHoldARateThroughAChangeOfOtherAgesAlone() {
    Dataset<Row> months =
        months(
            rates()
                .row(R.from, "2015-10-01", R.ageFrom, 21, R.rate, "6.70")
                .row(R.from, "2016-04-01", R.ageFrom, 25, R.rate, "7.20")
                .row(R.from, "2016-04-01", R.ageFrom, 21, R.ageTo, 24, R.rate, "6.70")
                .row(R.from, "2016-10-01", R.ageFrom, 21, R.ageTo, 24, R.rate, "6.95")
                .row(R.from, "2017-04-01", R.ageFrom, 25, R.rate, "7.50")
                .row(R.from, "2017-04-01", R.ageFrom, 21, R.ageTo, 24, R.rate, "7.05"));
    assertRows(
            months.where("month in ('2016-03-01', '2016-11-01', '2017-04-01')"),
            M.month,
            M.ageFrom,
            M.ageTo,
            M.rate)
        .areExactly(
            "2016-03-01 21 - 6.70",
            "2016-11-01 21 24 6.95",
            "2016-11-01 25 - 7.20",
            "2017-04-01 21 24 7.05",
            "2017-04-01 25 - 7.50");
  }

  /** What comes into force in April 2016 is told alone; from 21 to 24 the rate stays. */
  @Test
  void shouldHoldARateForAgesThatANewOneLeavesOut() {
    Dataset<Row> months =
        months(
            rates()
                .row(R.from, "2015-10-01", R.ageFrom, 21, R.rate, "6.70")
                .row(R.from, "2016-04-01", R.ageFrom, 25, R.rate, "7.20")
                .row(R.from, "2016-07-01", R.ageFrom, 30, R.ageTo, 39, R.rate, "7.30"));
    assertRows(
            months.where("month in ('2016-03-01', '2016-05-01', '2016-08-01', '2016-12-01')"),
            M.month,
            M.ageFrom,
            M.ageTo,
            M.rate)
        .areExactly(
            "2016-03-01 21 24 6.70",
            "2016-03-01 25 - 6.70",
            "2016-05-01 21 24 6.70",
            "2016-05-01 25 29 7.20",
            "2016-05-01 30 39 7.20",
            "2016-05-01 40 - 7.20",
            "2016-08-01 21 24 6.70",
            "2016-08-01 25 29 7.20",
            "2016-08-01 30 39 7.30",
            "2016-08-01 40 - 7.20",
            "2016-12-01 25 29 7.20",
            "2016-12-01 30 39 7.30",
            "2016-12-01 40 - 7.20");
  }

  @Test
  void shouldTakeARateAsLastDelivered() {
    Dataset<Row> months =
        months(
            rates()
                .row(R.from, "2015-12-01", R.ageFrom, 21, R.rate, "9.99")
                .row(
                    R.from, "2015-12-01",
                    R.period, "2017-01",
                    R.ageFrom, 21,
                    R.rate, "6.70"));
    assertRows(months.where("month = '2015-12-01'"), M.rate).areExactly("6.70");
  }
}
