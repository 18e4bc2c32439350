package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Nursing homes a, b and c and the residential home r, of which a, b and r report their staff. */
class ReportingWeightsTest {
  private static final HomeOutcomeMonths O = HomeOutcomeMonths.TABLE;
  private static final HomeMonths S = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;

  /** In March nursing homes have 600 resident-days, of which those that report have 300. */
  @Test
  void shouldWeightHomesThatReportUpToAllHomesOfTheirRegionAndKind() {
    assertThat(weights("uprn"))
        .containsExactlyInAnyOrder(
            "a 2015-03 200.0", "b 2015-03 400.0", "r 2015-03 50.0", "a 2015-04 100.0");
  }

  @Test
  void shouldKeepMatchTiersApart() {
    assertThat(weights("postcode")).containsExactly("a 2015-03 40.0");
  }

  private static List<String> weights(String tier) {
    Dataset<Row> weighted = ReportingWeights.with(CarePanel.allMonths(inputs()), inputs());
    return weighted
        .where(weighted.col(CarePanel.TIER).equalTo(tier))
        .select(CarePanel.HOME, CarePanel.MONTH, ReportingWeights.DAYS)
        .collectAsList()
        .stream()
        .map(
            row ->
                row.getString(0) + " " + new Month((int) row.getDouble(1)) + " " + row.getDouble(2))
        .toList();
  }

  private static FakeInputs inputs() {
    TestRows outcomes =
        TestRows.of(O)
            .each(O.month, "2015-03", O.matchTier, "uprn", O.residentMonths, "1")
            .row(O.homeId, "a", O.residentDays, 100L)
            .row(O.homeId, "b", O.residentDays, 200L)
            .row(O.homeId, "c", O.residentDays, 300L)
            .row(O.homeId, "r", O.residentDays, 50L)
            .row(O.homeId, "a", O.matchTier, "postcode", O.residentDays, 40L)
            .row(O.homeId, "a", O.month, "2015-04", O.residentDays, 100L);
    TestRows staff =
        TestRows.of(S)
            .each(S.month, "2015-03", S.staffAtStart, 40L, S.leavers, 1L, S.starters, 1L)
            .row(S.homeId, "a")
            .row(S.homeId, "b")
            .row(S.homeId, "r")
            .row(S.homeId, "a", S.month, "2015-04");
    TestRows homes =
        TestRows.of(H)
            .each(
                H.locationId, "1",
                H.locations, 1L,
                H.openedOn, "2011-01-01",
                H.region, "North",
                H.ttwa, "T",
                H.nursing, true)
            .row(H.homeId, "a")
            .row(H.homeId, "b")
            .row(H.homeId, "c")
            .row(H.homeId, "r", H.nursing, false);
    TestRows wages =
        TestRows.of(W)
            .each(W.ttwa, "T", W.logOutsideWage, 2.0)
            .row(W.month, "2015-03")
            .row(W.month, "2015-04");
    return FakeInputs.of()
        .with(O, outcomes.dataset())
        .with(S, staff.dataset())
        .with(H, homes.dataset())
        .with(W, wages.dataset());
  }
}
