package careworkforce.pipelines.gold.socialcare.description;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;

/** Home-months of two homes, one with nursing, for the tables that describe them. */
final class DescribedHomes {
  static final HomeOutcomeMonths O = HomeOutcomeMonths.TABLE;
  static final HomeMonths S = HomeMonths.TABLE;
  static final CareHomes H = CareHomes.TABLE;

  private DescribedHomes() {}

  static TestRows outcomes() {
    return TestRows.of(O)
        .each(
            O.month, "2019-05",
            O.matchTier, "uprn",
            O.residents, 10L,
            O.residentDays, 310L,
            O.residentMonths, "10",
            O.arrivals, 1L,
            O.arrivalsPerResidentMonth, 0.1,
            O.byAmbulance, 1L,
            O.outOfHours, 0L,
            O.deaths, 0L);
  }

  static TestRows staff() {
    return TestRows.of(S)
        .each(
            S.month,
            "2019-05",
            S.staffAtStart,
            20L,
            S.leavers,
            1L,
            S.starters,
            2L,
            S.turnover,
            0.6);
  }

  static TestRows homes() {
    return TestRows.of(H)
        .each(
            H.locationId, "1",
            H.locations, 1L,
            H.openedOn, "2011-01-01",
            H.region, "London",
            H.ttwa, "E30000234",
            H.beds, 40)
        .row(H.homeId, "nursing", H.nursing, true)
        .row(H.homeId, "residential", H.nursing, false);
  }
}
