package careworkforce.pipelines.gold.socialcare;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import org.junit.jupiter.api.Test;

class SocialcareArrivalsByMonthJobTest {
  private static final HomeOutcomeMonths O = HomeOutcomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final SocialcareArrivalsByMonth M = SocialcareArrivalsByMonth.TABLE;

  @Test
  void shouldAddUpHomesByMonthRecordKindAndTierAndLeaveOutMonthsWithoutARecord() {
    TestRows outcomes =
        TestRows.of(O)
            .each(
                O.month, "2020-03",
                O.matchTier, "uprn",
                O.series, "hes",
                O.residents, 10L,
                O.residentDays, 310L,
                O.residentMonths, "10",
                O.arrivals, 1L,
                O.byAmbulance, 1L,
                O.outOfHours, 0L,
                O.longStays, 0L,
                O.admissions, 0L,
                O.fallAdmissions, 0L,
                O.inspected, false,
                O.deaths, 0L)
            .row(O.homeId, "nursing")
            .row(O.homeId, "nursing too", O.arrivals, 4L, O.byAmbulance, 2L)
            .row(O.homeId, "residential", O.arrivals, 2L)
            .row(O.homeId, "nursing", O.matchTier, "postcode", O.arrivals, 0L, O.byAmbulance, 0L)
            .row(O.homeId, "nursing", O.month, "2020-04", O.series, "ecds")
            .row(O.homeId, "nursing", O.month, "2020-05", O.series, null)
            .row(O.homeId, "nursing", O.month, "2020-06", O.residentDays, null);
    TestRows homes =
        TestRows.of(H)
            .each(H.locationId, "1", H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true)
            .row(H.homeId, "nursing")
            .row(H.homeId, "nursing too")
            .row(H.homeId, "residential", H.nursing, false);
    assertRows(
            new SocialcareArrivalsByMonthJob()
                .rows(FakeInputs.of().with(O, outcomes.dataset()).with(H, homes.dataset())),
            M.month,
            M.series,
            M.nursing,
            M.matchTier,
            M.homes,
            M.residentDays,
            M.arrivals,
            M.byAmbulance,
            M.rate)
        .areExactly(
            "2020-03 hes true uprn 2 620 5 3 0.25",
            "2020-03 hes true postcode 1 310 0 0 0.0",
            "2020-03 hes false uprn 1 310 2 1 0.2",
            "2020-04 ecds true uprn 1 310 1 1 0.1");
  }
}
