package careworkforce.pipelines.gold.socialcare.retail;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.retail.RetailOpenings;
import careworkforce.pipelines.silver.panels.HomeMonths;

/**
 * Thirty-two sites of two homes near and two farther off, over nine years. A quarter is one month
 * of 1,200 staff, so that a leaver is a hundredth of the yearly rate. Each home has a level of its
 * own, and each site a trend and shocks that its homes share.
 */
final class RetailWorld {
  private static final RetailOpenings R = RetailOpenings.TABLE;
  private static final HomeMonths H = HomeMonths.TABLE;
  private static final int SITES = 32;

  private RetailWorld() {}

  /** A world in which an opening adds so many hundredths to the leaving rate of homes near. */
  static FakeInputs with(int effect) {
    return with(effect, SITES);
  }

  /** The same, of which so many sites have homes farther off. */
  static FakeInputs with(int effect, int comparable) {
    return with(effect, comparable, 0);
  }

  /**
   * The same, where from the opening on so many hundredths more leave in the travel-to-work area of
   * the homes near, which one of the two homes farther off is in.
   */
  static FakeInputs withShock(int effect, int shock) {
    return with(effect, SITES, shock);
  }

  private static FakeInputs with(int effect, int comparable, int shock) {
    TestRows openings = TestRows.of(R).each(R.radius, 5, R.distance, 1.0, R.kind, "k");
    TestRows staff = TestRows.of(H).each(H.starters, 10L);
    for (int site = 0; site < SITES; site++) {
      int opened = 12 + site % 8;
      for (int home = 0; home < (site < comparable ? 4 : 2); home++) {
        String ring = home < 2 ? "treated" : "control";
        pair(openings, site, home, ring, opened);
        for (int quarter = 0; quarter < 36; quarter++) {
          int befalls = home < 3 && quarter >= opened ? shock : 0;
          boolean after = home < 2 && quarter >= opened;
          int shared = site % 5 * quarter / 4 + (site * quarter * 7) % 11;
          int noise = (site * 31 + home * 17 + quarter * 13) % 3 - 1;
          int leavers = 30 + 5 * home + shared + noise + befalls + (after ? effect : 0);
          row(staff, "h" + site + home, quarter, leavers);
        }
      }
    }
    disturb(openings, staff);
    return FakeInputs.of().with(R, openings.dataset()).with(H, staff.dataset());
  }

  /** A home near the first site that another site opened near too; all leave when that opens. */
  private static void disturb(TestRows openings, TestRows staff) {
    openings.row(R.homeId, "both", R.siteId, "s0", R.ring, "treated", R.openedOn, quarterDay(12));
    openings.row(R.homeId, "both", R.siteId, "s1", R.ring, "treated", R.openedOn, quarterDay(13));
    for (int quarter = 0; quarter < 36; quarter++) {
      row(staff, "both", quarter, quarter < 13 ? 10 : 900);
    }
  }

  private static void pair(TestRows openings, int site, int home, String ring, int opened) {
    openings.row(
        R.homeId,
        "h" + site + home,
        R.siteId,
        "s" + site,
        R.ring,
        ring,
        R.ttwa,
        home < 3 ? "near" + site : "next" + site,
        R.openedOn,
        quarterDay(opened));
  }

  private static void row(TestRows staff, String home, int quarter, int leavers) {
    staff.row(
        H.homeId,
        home,
        H.month,
        quarterDay(quarter).substring(0, 7),
        H.staffAtStart,
        1200L,
        H.leavers,
        (long) leavers);
  }

  private static String quarterDay(int quarter) {
    return String.format("%d-%02d-15", 2012 + quarter / 4, 3 * (quarter % 4) + 2);
  }
}
