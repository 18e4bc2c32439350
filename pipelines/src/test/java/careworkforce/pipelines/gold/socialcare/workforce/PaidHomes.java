package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;

/**
 * Eight homes of 400 care staff at four quarterly cuts. Half the homes pay 0.1 log points more than
 * the others, always; and at each cut half of either pay 0.1 more or less than they usually do.
 * Thirty leave, three fewer where pay is 0.1 above the usual of the home, and one fewer where its
 * usual is: a year, -0.3 staff a log point within a home and -0.1 between homes. Ten of those who
 * leave are found elsewhere, whatever the pay.
 */
final class PaidHomes {
  static final int STAFF = 400;
  static final int HOMES = 8;
  private static final int FOUND = 10;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;
  private static final String[] CUTS = {"2015-03", "2015-06", "2015-09", "2015-12"};

  private PaidHomes() {}

  static FakeInputs inputs(String droppedBy) {
    TestRows rows =
        TestRows.of(C)
            .each(
                C.months,
                3,
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
        home(rows, home, cut);
      }
    }
    return FakeInputs.of().with(C, rows.dataset());
  }

  private static void home(TestRows rows, int home, int cut) {
    int level = home % 2 == 0 ? 1 : -1;
    int path = (home / 2 + cut) % 2 == 0 ? 1 : -1;
    int leavers = 30 - 3 * path - level;
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
