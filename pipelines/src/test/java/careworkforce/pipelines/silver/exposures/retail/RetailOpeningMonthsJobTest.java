package careworkforce.pipelines.silver.exposures.retail;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.panels.HomeMonths;
import org.junit.jupiter.api.Test;

class RetailOpeningMonthsJobTest {
  private static final RetailOpenings R = RetailOpenings.TABLE;
  private static final HomeMonths H = HomeMonths.TABLE;
  private static final RetailOpeningMonths M = RetailOpeningMonths.TABLE;

  @Test
  void shouldCountSitesOfTheTreatedRingFromTheMonthTheyOpen() {
    TestRows openings =
        TestRows.of(R)
            .each(R.radius, 5, R.homeId, "a", R.distance, 1.0, R.kind, "k", R.ring, "treated")
            .row(R.siteId, "s", R.openedOn, "2015-02-20")
            .row(R.siteId, "t", R.openedOn, "2015-03-01")
            .row(R.siteId, "far", R.openedOn, "2014-01-01", R.ring, "control")
            .row(R.siteId, "t", R.openedOn, "2015-03-01", R.radius, 10);
    TestRows staff =
        TestRows.of(H)
            .each(H.homeId, "a", H.staffAtStart, 9L, H.leavers, 0L, H.starters, 0L)
            .row(H.month, "2015-01")
            .row(H.month, "2015-02")
            .row(H.month, "2015-03")
            .row(H.month, "2015-03", H.homeId, "nothing near");
    assertRows(
            new RetailOpeningMonthsJob()
                .rows(FakeInputs.of().with(R, openings.dataset()).with(H, staff.dataset())),
            M.radius,
            M.homeId,
            M.month,
            M.openings)
        .areExactly(
            "5 a 2015-01-01 0",
            "5 a 2015-02-01 1",
            "5 a 2015-03-01 2",
            "10 a 2015-01-01 0",
            "10 a 2015-02-01 0",
            "10 a 2015-03-01 1");
  }
}
