package careworkforce.pipelines.silver.exposures.minimumwage;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import org.junit.jupiter.api.Test;

/** Bites of the rises of April 2015 and 2016, each of pay in the March before. */
class HomeBitesTest {
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private final TestRows reports = TestRows.of(E).each(E.stale, false);
  private final TestRows bites = TestRows.of(B).each(B.workers, 9L, B.below, 9L, B.bite, 0.0);

  private void reports(String establishment, String month, String location) {
    reports.row(E.establishmentId, establishment, E.month, month, E.locationId, location);
  }

  private void bite(String establishment, int year, String hours, String bill, String shortfall) {
    bites.row(
        B.establishmentId, establishment,
        B.month, year + "-04",
        B.rise, year + "-04",
        B.cut, year + "-03",
        B.hours, hours,
        B.wageBill, bill,
        B.shortfall, shortfall);
  }

  private RowsAssert homes() {
    TestRows locations = TestRows.of(L).row(L.locationId, "l", L.homeId, "home");
    FakeInputs inputs =
        FakeInputs.of()
            .with(B, bites.dataset())
            .with(E, reports.dataset())
            .with(L, locations.dataset());
    return assertRows(HomeBites.of(inputs), L.homeId, B.month, B.rise, B.hours, B.wageBill, B.bite);
  }

  /** A new owner reports under another number from 2016 on. */
  @Test
  void shouldFollowAHomeThroughAChangeOfItsEstablishment() {
    reports("before", "2015-03", "l");
    reports("after", "2016-03", "l");
    reports("elsewhere", "2016-03", "of no care home");
    bite("before", 2015, "10", "80", "2");
    bite("after", 2016, "10", "80", "4");
    bite("elsewhere", 2016, "10", "80", "8");
    homes()
        .areExactly(
            "home 2015-04-01 2015-04-01 10.0 80.000 0.025",
            "home 2016-04-01 2016-04-01 10.0 80.000 0.05");
  }

  /** Shortfalls of 4 and 2 of bills of 80 and 160: 6 of 240, not the mean of 4 / 80 and 2 / 160. */
  @Test
  void shouldTakeTheWorkersOfAllEstablishmentsOfAHome() {
    reports("one", "2016-03", "l");
    reports("two", "2016-02", "l");
    bite("one", 2016, "10", "80", "4");
    bite("two", 2016, "20", "160", "2");
    homes().areExactly("home 2016-04-01 2016-04-01 30.0 240.000 0.025");
  }
}
