package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.panels.CareHomes;
import java.util.Set;

/**
 * Eight homes of 400 care staff at four quarterly cuts. Half the homes pay 0.1 log points more than
 * the others, always; and at each cut half of either pay 0.1 more or less than they usually do.
 * Thirty leave, three fewer where pay is 0.1 above the usual of the home, and one fewer where its
 * usual is. Ten of those who leave are found elsewhere, whatever the pay.
 */
final class PaidHomes {
  static final int STAFF = 400;
  static final int HOMES = 8;
  private static final int FOUND = 10;

  /** Of the staff gone after three months, that mean share; and what leaves a year, 0.308 of 1. */
  static final double GONE = 30.0 / STAFF;

  static final double LEAVING = 12 * (1 - Math.cbrt(1 - GONE));

  /** Homes of the first of two areas: at even cuts three of the four have their pay raised. */
  private static final Set<Integer> FIRST_AREA = Set.of(0, 1, 2, 4);

  private static final CareHomes H = CareHomes.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;
  private static final String[] CUTS = {"2015-03", "2015-06", "2015-09", "2015-12"};

  private PaidHomes() {}

  /** What one more share gone counts as a rate: 4.21 at 7.5%, 4 being the quarters of a year. */
  static double rate(double gone) {
    return 4 / Math.pow(Math.cbrt(1 - gone), 2);
  }

  static FakeInputs inputs(String droppedBy) {
    return inputs(droppedBy, 0);
  }

  /**
   * The same, and ten more leave at each cut in that of two areas in which more homes raised pay.
   * Each home has reported under another number since.
   *
   * @param known whether it is known in which area a home is
   */
  static FakeInputs ofTwoAreas(boolean known) {
    TestRows homes = TestRows.of(H).each(H.nursing, false);
    Reports reports = new Reports();
    for (int home = 0; home < HOMES; home++) {
      homes.row(
          H.homeId,
          "chain " + home,
          H.establishmentId,
          "since " + home,
          H.ttwa,
          FIRST_AREA.contains(home) ? "T1" : "T2");
      reports
          .of("home " + home, "chain " + home, "2015-12")
          .of("since " + home, "chain " + home, "2016-03");
    }
    FakeInputs inputs = inputs(null, 10);
    return known ? reports.with(inputs).with(H, homes.dataset()) : inputs;
  }

  private static FakeInputs inputs(String droppedBy, int moreInOneArea) {
    TestRows rows =
        TestRows.of(C)
            .each(
                C.months,
                3,
                C.followed,
                true,
                C.region,
                "1",
                C.careStaff,
                true,
                C.jobRole,
                "8",
                C.contract,
                "190",
                C.zeroHours,
                false,
                C.age,
                30,
                C.staff,
                (long) STAFF,
                C.lines,
                1L,
                C.droppedBy,
                droppedBy);
    for (int home = 0; home < HOMES; home++) {
      for (int cut = 0; cut < CUTS.length; cut++) {
        boolean more = FIRST_AREA.contains(home) == (cut % 2 == 0);
        home(rows, home, cut, more ? moreInOneArea : 0);
      }
    }
    return FakeInputs.of().with(C, rows.dataset());
  }

  private static void home(TestRows rows, int home, int cut, int more) {
    int level = home % 2 == 0 ? 1 : -1;
    int path = (home / 2 + cut) % 2 == 0 ? 1 : -1;
    int leavers = 30 - 3 * path - level + more;
    for (int worker = 0; worker < STAFF; worker++) {
      String state =
          worker >= leavers ? "stayed" : worker < FOUND ? "found_elsewhere" : "not_found";
      rows.row(
          C.establishmentId,
          "home " + home,
          C.workerId,
          "w" + worker,
          C.month,
          CUTS[cut],
          C.homeLogPay,
          0.1 * level + 0.1 * path,
          C.tenure,
          worker % 2 == 0 ? 0.5 : 3.0,
          C.state,
          state);
    }
  }
}
