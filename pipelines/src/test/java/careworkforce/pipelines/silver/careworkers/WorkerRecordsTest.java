package careworkforce.pipelines.silver.careworkers;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import org.junit.jupiter.api.Test;

/** One rate is in pence, and one salary that of a month. */
class WorkerRecordsTest {
  private static final AscwdsWorkers W = AscwdsWorkers.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;

  @Test
  void shouldTakeNoPayOutsideTheBoundsOfAscWdsAndSaySo() {
    pay(true)
        .areExactly(
            "in-pence - PAY_BOUNDS",
            "least 2.50 -",
            "most 200.00 -",
            "of-a-month - PAY_BOUNDS",
            "untold - -");
  }

  @Test
  void shouldTakeEveryPayWhereTheRuleIsSwitchedOff() {
    pay(false)
        .areExactly(
            "in-pence 950.00 -",
            "least 2.50 -",
            "most 200.00 -",
            "of-a-month 0.82 -",
            "untold - -");
  }

  private static RowsAssert pay(boolean bounded) {
    TestRows workers =
        TestRows.of(W)
            .each(W.period, "2015-06", W.sourceFile, "f", W.sourceLine, 2L, W.establishmentid, "1")
            .row(W.workerid, "in-pence", W.hrlyrate, "950.00")
            .row(W.workerid, "least", W.hrlyrate, "2.50")
            .row(W.workerid, "most", W.hrlyrate, "200.00")
            .row(W.workerid, "untold", W.hrlyrate, "-1")
            .row(
                W.workerid, "of-a-month",
                W.salaryint, "250",
                W.salary, "1700.00",
                W.conthrs, "40.0");
    return assertRows(
        WorkerRecords.atCuts(workers.dataset(), 3, bounded), C.workerId, C.hourlyPay, C.changedBy);
  }
}
