package careworkforce.pipelines.silver.careworkers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import org.junit.jupiter.api.Test;

/** What the cuts tell of pay, of workers and of homes. */
class AscWorkerPayTest {
  private static final AscwdsWorkers W = AscwdsWorkers.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;

  private final WorkerExtracts extracts = new WorkerExtracts();

  @Test
  void shouldReckonHourlyPayOfTheSalariedByTheirHours() {
    extracts
        .workers
        .row(W.period, "2015-03", W.establishmentid, "1", W.workerid, "hourly", W.hrlyrate, "8.10")
        .row(
            W.period, "2015-03",
            W.establishmentid, "1",
            W.workerid, "salaried",
            W.salaryint, "250",
            W.salary, "20800.00",
            W.conthrs, "40.0")
        .row(
            W.period, "2015-03",
            W.establishmentid, "1",
            W.workerid, "zero-hours",
            W.zerohours, "1",
            W.salaryint, "250",
            W.salary, "10400.00",
            W.averagehours, "20.0",
            W.conthrs, "999.0")
        .row(
            W.period, "2015-03",
            W.establishmentid, "1",
            W.workerid, "too-many",
            W.salaryint, "250",
            W.salary, "20800.00",
            W.conthrs, "101.0")
        .row(
            W.period, "2015-03",
            W.establishmentid, "1",
            W.workerid, "mistyped",
            W.salaryint, "250",
            W.salary, "999999999.00",
            W.conthrs, "1.0")
        .row(W.period, "2015-03", W.establishmentid, "1", W.workerid, "untold", W.hrlyrate, "-1");
    assertRows(extracts.cuts(), C.workerId, C.hours, C.hourlyPay)
        .areExactly(
            "hourly - 8.10",
            "mistyped 1.0 -",
            "salaried 40.0 10.00",
            "zero-hours 20.0 10.00",
            "too-many - -",
            "untold - -");
  }

  @Test
  void shouldHoldAHomesPayAgainstThatOfItsJobRoles() {
    pay("2015-06", "1", "a", "8", "8.00");
    pay("2015-06", "1", "b", "7", "12.00");
    pay("2015-06", "2", "c", "8", "10.00");
    pay("2015-06", "2", "d", "26", "50.00");
    pay("2015-09", "1", "a", "8", "8.00");
    double roleEight = (2 * Math.log(8) + Math.log(10)) / 3;
    double below = (2 * (Math.log(8) - roleEight) + 0) / 3; // alone in role 7: no difference
    assertThat(homeLogPay("2015-06", "a")).isCloseTo(below, within(1e-9));
    assertThat(homeLogPay("2015-06", "c")).isCloseTo(Math.log(10) - roleEight, within(1e-9));
  }

  /** From the end of March to the end of June the pay of the year that begins in April holds. */
  @Test
  void shouldTakeThePayOfThePayYearInWhichTheTimeToTheNextCutFalls() {
    pay("2015-03", "1", "a", "8", "8.00");
    pay("2015-03", "2", "b", "8", "8.00");
    pay("2015-06", "1", "a", "8", "9.00");
    pay("2015-06", "2", "b", "8", "8.00");
    double expected = Math.log(9) - (Math.log(9) + Math.log(8)) / 2;
    assertThat(homeLogPay("2015-03", "a")).isCloseTo(expected, within(1e-9));
  }

  /** Of February, March and April two months have the pay of the year that ends. */
  @Test
  void shouldTakeThePayOfBothPayYearsByTheMonthsThatFallIntoThem() {
    pay("2015-01", "1", "a", "8", "8.00");
    pay("2015-01", "2", "b", "8", "8.00");
    pay("2015-04", "1", "a", "8", "9.00");
    pay("2015-04", "2", "b", "8", "8.00");
    double after = Math.log(9) - (Math.log(9) + Math.log(8)) / 2;
    assertThat(homeLogPay("2015-01", "a")).isCloseTo(after / 3, within(1e-9));
  }

  @Test
  void shouldTakeThePayOfTheYearWithMoreOfTheMonthsWhereTheOtherTellsNone() {
    pay("2015-01", "1", "a", "8", "8.00");
    pay("2015-01", "2", "b", "8", "10.00");
    pay("2015-04", "1", "a", "8", "-1");
    pay("2015-04", "2", "b", "8", "-1");
    assertThat(homeLogPay("2015-01", "a"))
        .isCloseTo(Math.log(8) - (Math.log(8) + Math.log(10)) / 2, within(1e-9));
  }

  private void pay(String month, String establishment, String worker, String role, String rate) {
    extracts.workers.row(
        W.period, month,
        W.establishmentid, establishment,
        W.workerid, worker,
        W.mainjrid, role,
        W.hrlyrate, rate);
  }

  private double homeLogPay(String month, String worker) {
    return WorkerExtracts.in(month, extracts.cuts())
        .where(C.workerId.col().equalTo(lit(worker)))
        .first()
        .getAs(C.homeLogPay.name());
  }
}
