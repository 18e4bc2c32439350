package careworkforce.pipelines.gold.socialcare.description;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.H;
import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.O;
import static careworkforce.pipelines.gold.socialcare.description.DescribedHomes.S;

import careworkforce.common.job.FakeInputs;
import org.junit.jupiter.api.Test;

class SocialcareRegionsJobTest {
  private static final SocialcareRegions R = SocialcareRegions.TABLE;

  @Test
  void shouldAddUpHomeMonthsInWhichStaffAndResidentsWereBothSeen() {
    FakeInputs inputs =
        FakeInputs.of()
            .with(
                O,
                DescribedHomes.outcomes()
                    .row(O.homeId, "nursing")
                    .row(O.homeId, "nursing", O.month, "2019-06", O.residentDays, 420L)
                    .row(O.homeId, "residential", O.arrivals, 3L)
                    .row(O.homeId, "residential", O.matchTier, "postcode", O.arrivals, 9L)
                    .row(O.homeId, "residential", O.month, "2018-12")
                    .row(O.homeId, "nursing", O.month, "2019-07", O.arrivals, null)
                    .dataset())
            .with(
                S,
                DescribedHomes.staff()
                    .row(S.homeId, "nursing")
                    .row(S.homeId, "nursing", S.month, "2019-06", S.leavers, 3L)
                    .row(S.homeId, "nursing", S.month, "2019-07")
                    .row(S.homeId, "residential", S.staffAtStart, 40L)
                    .dataset())
            .with(H, DescribedHomes.homes().dataset());
    // Staff-months 20 + 20 + 40; turnover 12 x 5 / 80; arrivals 365.25 x 5 / 1,040 resident-days.
    assertRows(
            new SocialcareRegionsJob().rows(inputs),
            R.region,
            R.year,
            R.months,
            R.homes,
            R.staffMonths,
            R.leavers,
            R.starters,
            R.residentDays,
            R.arrivals,
            R.turnover,
            R.starterRate)
        .areExactly("London 2019 2 2 80 5 6 1040 5 0.75 0.9");
  }
}
