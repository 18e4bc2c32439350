package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;

/**
 * Twelve areas of two homes over twelve months. Turnover answers to the outside wage by 1.5, and to
 * a shock that also moves arrivals the other way; arrivals answer to turnover by 0.04.
 */
final class SocialcareWorld {
  private static final HomeOutcomeMonths O = HomeOutcomeMonths.TABLE;
  private static final HomeMonths S = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;

  /** Arrivals a resident-month for one more of turnover a year. */
  static final double EFFECT = 0.04;

  private SocialcareWorld() {}

  /** The shock is of opposite sign in the two homes of an area, so that no wage tells it. */
  static FakeInputs with(double shock) {
    return with(shock, 1);
  }

  /** The same, each table in so many parts. */
  static FakeInputs with(double shock, int parts) {
    TestRows outcomes =
        TestRows.of(O)
            .each(
                O.matchTier, "uprn",
                O.residents, 30L,
                O.residentDays, 900L,
                O.residentMonths, "30",
                O.arrivals, 2L,
                O.byAmbulance, 1L,
                O.outOfHours, 1L,
                O.longStays, 0L,
                O.admissions, 1L,
                O.fallAdmissions, 0L,
                O.inspected, false,
                O.deaths, 0L);
    TestRows staff = TestRows.of(S).each(S.staffAtStart, 30L, S.leavers, 1L, S.starters, 1L);
    TestRows homes =
        TestRows.of(H).each(H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true);
    TestRows wages = TestRows.of(W);
    for (int area = 0; area < 12; area++) {
      String ttwa = "T" + area;
      for (int month = 1; month <= 12; month++) {
        String date = String.format("2015-%02d", month);
        double wage = 2 + 0.1 * Math.sin(1 + 2.3 * area * month);
        wages.row(W.ttwa, ttwa, W.month, date, W.logOutsideWage, wage);
        for (int home = 0; home < 2; home++) {
          String id = ttwa + home;
          double confounder = shock * (home == 0 ? 1 : -1) * Math.cos(5.1 * area + 3.7 * month);
          double turnover = 0.3 + 0.01 * area + 0.02 * home + 1.5 * (wage - 2) + confounder;
          double arrivals = 0.08 + EFFECT * turnover - 0.06 * confounder;
          outcomes.row(O.homeId, id, O.month, date, O.arrivalsPerResidentMonth, arrivals);
          staff.row(S.homeId, id, S.month, date, S.turnover, turnover);
        }
      }
      for (int home = 0; home < 2; home++) {
        String id = ttwa + home;
        homes.row(
            H.homeId, id, H.locationId, id, H.region, area < 6 ? "North" : "South", H.ttwa, ttwa);
      }
    }
    return FakeInputs.of()
        .with(O, outcomes.dataset().repartition(parts))
        .with(S, staff.dataset().repartition(parts))
        .with(H, homes.dataset().repartition(parts))
        .with(W, wages.dataset().repartition(parts));
  }
}
