package careworkforce.pipelines.silver.exposures.minimumwage;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.reference.MinimumWageMonths;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * February to June 2016: the rate of those aged 25 and over rises in April from 6.70 to 7.20, that
 * of those aged 21 to 24 is 6.70 throughout, an apprentice's 3.30.
 */
class MinimumWageBiteJobTest {
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;
  private static final MinimumWageMonths F = MinimumWageMonths.TABLE;
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private final TestRows floors = TestRows.of(F).each(F.apprentice, false);
  private final TestRows cuts =
      TestRows.of(C).each(C.state, "stayed", C.careStaff, true, C.staff, 9L, C.lines, 1L);
  private int worker;

  @BeforeEach
  void floors() {
    for (int month = 2; month <= 6; month++) {
      String date = "2016-0" + month;
      String rate = month < 4 ? "6.70" : "7.20";
      floors.row(F.month, date, F.ageFrom, 21, F.ageTo, 24, F.rate, "6.70");
      floors.row(F.month, date, F.ageFrom, 25, F.rate, rate);
      floors.row(F.month, date, F.ageFrom, 16, F.apprentice, true, F.rate, "3.30");
    }
  }

  private void paid(String home, String cut, Integer age, String hours, String pay) {
    paid(home, cut, age, hours, pay, null);
  }

  private void paid(
      String home, String cut, Integer age, String hours, String pay, String droppedBy) {
    cuts.row(
        C.establishmentId,
        home,
        C.workerId,
        "w" + ++worker,
        C.month,
        cut,
        C.age,
        age,
        C.hours,
        hours,
        C.hourlyPay,
        pay,
        C.droppedBy,
        droppedBy);
  }

  private Dataset<Row> bites() {
    return new MinimumWageBiteJob()
        .rows(FakeInputs.of().with(C, cuts.dataset()).with(F, floors.dataset()));
  }

  @Test
  void shouldTellWhatTheRiseAddsToTheWageBillOfThePayBefore() {
    paid("low", "2016-02", 40, "40", "6.70");
    paid("low", "2016-02", 30, "10", "8.00");
    paid("low", "2016-02", 22, "20", "6.70");
    paid("high", "2016-02", 40, "30", "7.20");
    // Shortfall 40 x 0.50; bill 268 + 80 + 134.
    assertRows(
            bites(),
            B.establishmentId,
            B.month,
            B.rise,
            B.workers,
            B.below,
            B.wageBill,
            B.shortfall)
        .areExactly(
            "low 2016-04-01 2016-04-01 3 1 482 20",
            "low 2016-05-01 2016-04-01 3 1 482 20",
            "low 2016-06-01 2016-04-01 3 1 482 20",
            "high 2016-04-01 2016-04-01 1 0 216 0",
            "high 2016-05-01 2016-04-01 1 0 216 0",
            "high 2016-06-01 2016-04-01 1 0 216 0");
    assertRows(bites().where(B.month.col().equalTo("2016-04-01")), B.establishmentId, B.bite)
        .areExactly("low " + 20 / 482.0, "high 0.0");
  }

  @Test
  void shouldTakeTheLastCutBeforeTheRiseOfTheYearBefore() {
    paid("a", "2015-03", 40, "40", "6.00");
    paid("a", "2015-12", 40, "40", "6.95");
    paid("a", "2016-04", 40, "40", "7.20");
    assertRows(bites().where(B.month.col().equalTo("2016-04-01")), B.cut, B.shortfall)
        .areExactly("2015-12-01 10");
  }

  @Test
  void shouldTellNothingOfPayThatIsOlderThanAYear() {
    paid("a", "2015-03", 40, "40", "6.00");
    assertRows(bites(), B.establishmentId).areExactly();
  }

  @Test
  void shouldLeaveOutWorkersThatARuleDropsOrThatDoNotTellPayHoursOrAge() {
    paid("a", "2016-02", 40, "40", "6.70");
    paid("a", "2016-02", 40, "40", "6.00", "AGE");
    paid("a", "2016-02", null, "40", "6.00");
    paid("a", "2016-02", 40, null, "6.00");
    paid("a", "2016-02", 40, "40", null);
    assertRows(bites().where(B.month.col().equalTo("2016-04-01")), B.workers, B.shortfall)
        .areExactly("1 20");
  }
}
