package careworkforce.pipelines.silver.careworkers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class AscWorkerCutsJobTest {
  private static final AscwdsWorkers W = AscwdsWorkers.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;

  private static final String[] QUARTERS = {
    "2015-03", "2015-06", "2015-09", "2015-12", "2016-03", "2016-06"
  };

  private final TestRows workers =
      TestRows.of(W)
          .each(
              W.sourceFile, "f",
              W.sourceLine, 2L,
              W.mainjrid, "8",
              W.mainstid, "2",
              W.emplstat, "190",
              W.strtdate, "2014-06-10",
              W.age, 40);
  private final TestRows establishments =
      TestRows.of(E).each(E.stale, false, E.amendedOn, "2015-01-10");

  private void worker(String month, String establishment, String worker, String person) {
    workers.row(
        W.period, month,
        W.establishmentid, establishment,
        W.workerid, worker,
        W.personId, person);
  }

  private void establishment(String month, String id, Field field, Object value) {
    establishments.row(E.month, month, E.establishmentId, id, field, value);
  }

  private FakeInputs inputs() {
    return FakeInputs.of().with(W, workers.dataset()).with(E, establishments.dataset());
  }

  private RowsAssert rows(Field... fields) {
    return assertRows(new AscWorkerCutsJob().rows(inputs()), fields);
  }

  private RowsAssert in(String month, Field... fields) {
    return assertRows(
        new AscWorkerCutsJob()
            .rows(inputs())
            .where(C.month.col().equalTo(functions.lit(month + "-01").cast("date"))),
        fields);
  }

  @Test
  void shouldSayWhereEachWorkerIsAtTheNextCut() {
    worker("2015-03", "1", "a", "A");
    worker("2015-03", "1", "b", "B");
    worker("2015-03", "1", "c", "C");
    worker("2015-03", "1", "d", null);
    worker("2015-03", "3", "e", "E");
    worker("2015-06", "1", "a", "A");
    worker("2015-06", "2", "b2", "B");
    in("2015-03", C.workerId, C.state, C.nextMonth, C.months)
        .areExactly(
            "a stayed 2015-06-01 3",
            "b found_elsewhere 2015-06-01 3",
            "c not_found 2015-06-01 3",
            "d no_key 2015-06-01 3",
            "e stopped_reporting 2015-06-01 3");
    in("2015-06", C.workerId, C.state).areExactly("a no_later_cut", "b2 no_later_cut");
  }

  /** Half a year before 30 June is 30 December. */
  @Test
  void shouldJudgeNobodyToHaveStayedOrLeftByARecordThatIsNotAmendedBeforeEitherCut() {
    for (String month : new String[] {"2015-03", "2015-06"}) {
      worker(month, "1", "a", "A");
      worker(month, "2", "b", "B");
      worker(month, "3", "c", "C");
    }
    worker("2015-03", "1", "leaves", "L");
    establishment("2015-03", "1", E.amendedOn, "2014-12-29");
    establishment("2015-06", "1", E.amendedOn, "2014-12-29");
    establishment("2015-03", "2", E.amendedOn, "2014-12-30");
    establishment("2015-06", "2", E.amendedOn, "2014-12-30");
    establishment("2015-03", "3", E.amendedOn, "2014-08-01");
    establishment("2015-06", "3", E.amendedOn, "2015-06-02");
    in("2015-03", C.workerId, C.state, C.staffNext, C.growth, C.droppedBy)
        .areExactly(
            "a not_updated 1 - -",
            "b stayed 1 0.0 -",
            "c not_updated 1 - NOT_UPDATED_LATELY",
            "leaves not_updated 1 - -");
  }

  /** Her second job is not where she went. */
  @Test
  void shouldFindNobodyElsewhereWhereTheWorkerWasAlreadyAtTheCut() {
    worker("2015-03", "1", "stays", "S");
    worker("2015-06", "1", "stays", "S");
    for (String person : new String[] {"keeps", "moves"}) {
      worker("2015-03", "1", person, person);
      worker("2015-03", "2", person, person);
      worker("2015-06", "2", person, person);
    }
    worker("2015-06", "3", "moves", "moves");
    assertRows(
            new AscWorkerCutsJob()
                .rows(inputs())
                .where(C.state.col().isin("found_elsewhere", "not_found")),
            C.establishmentId,
            C.workerId,
            C.state)
        .areExactly("1 keeps not_found", "1 moves found_elsewhere");
  }

  /** Last there in March 2015: found until March 2016, and in no extract after. */
  @Test
  void shouldLookForThoseWhoSeparateInTheTwelveMonthsAfterTheCut() {
    for (String month : QUARTERS) {
      worker(month, "1", "stays", "S");
    }
    for (String person : new String[] {"9-months", "12-months", "15-months"}) {
      worker("2015-03", "1", person, person);
    }
    worker("2015-12", "2", "later", "9-months");
    worker("2016-03", "2", "later still", "12-months");
    worker("2016-06", "2", "too late", "15-months");
    in("2015-03", C.workerId, C.state)
        .areExactly(
            "12-months found_elsewhere",
            "15-months not_found",
            "9-months found_elsewhere",
            "stays stayed");
  }

  /** Who comes back to the establishment and to no other is found at none. */
  @Test
  void shouldFindNobodyElsewhereWhoComesBackToTheEstablishment() {
    for (String month : QUARTERS) {
      worker(month, "1", "stays", "S");
    }
    worker("2015-03", "1", "returns", "B");
    worker("2015-09", "1", "returns", "B");
    in("2015-03", C.workerId, C.state).areExactly("returns not_found", "stays stayed");
  }

  @Test
  void shouldTellAtWhichCutsTheExtractsLastForTheMonthsOfLooking() {
    for (String month : QUARTERS) {
      worker(month, "1", "a", "A");
    }
    rows(C.month, C.followed)
        .areExactly(
            "2015-03-01 true",
            "2015-06-01 true",
            "2015-09-01 false",
            "2015-12-01 false",
            "2016-03-01 false",
            "2016-06-01 false");
  }

  /** With cuts a year apart the next is the only one within twelve months. */
  @Test
  void shouldLookAtTheNextCutAloneWhereCutsAreAsFarApart() {
    for (String month : new String[] {"2015-12", "2016-12", "2017-12"}) {
      worker(month, "1", "stays", "S");
    }
    worker("2015-12", "1", "moves", "M");
    worker("2016-12", "2", "moved", "M");
    worker("2015-12", "1", "late", "L");
    worker("2017-12", "2", "later", "L");
    assertRows(
            new AscWorkerCutsJob()
                .rows(inputs().with(AscWorkerCutsJob.EVERY, 12))
                .where(C.establishmentId.col().equalTo(functions.lit("1"))),
            C.month,
            C.workerId,
            C.state,
            C.followed)
        .areExactly(
            "2015-12-01 moves found_elsewhere true",
            "2015-12-01 late not_found true",
            "2015-12-01 stays stayed true",
            "2016-12-01 stays stayed true",
            "2017-12-01 stays no_later_cut false");
  }

  @Test
  void shouldNotTakeAnotherWorkerIdAtTheSameEstablishmentForALeaving() {
    worker("2015-03", "1", "a", "A");
    worker("2015-06", "1", "a9", "A");
    worker("2015-06", "2", "a8", "A");
    in("2015-03", C.workerId, C.state).areExactly("a stayed");
  }

  @Test
  void shouldTakeTheLastExtractOfEachStretchForACutAndMatchOnlyNeighbours() {
    worker("2015-02", "1", "a", "A");
    worker("2015-03", "1", "a", "A");
    worker("2015-12", "1", "a", "A");
    rows(C.month, C.state).areExactly("2015-03-01 no_later_cut", "2015-12-01 no_later_cut");
    assertRows(
            new AscWorkerCutsJob().rows(inputs().with(AscWorkerCutsJob.EVERY, 12)),
            C.month,
            C.state)
        .areExactly("2015-12-01 no_later_cut");
  }

  @Test
  void shouldMeasureGrowthAgainstTheMeanOfBothCuts() {
    worker("2015-03", "1", "a", "A");
    worker("2015-06", "1", "a", "A");
    worker("2015-06", "1", "b", "B");
    worker("2015-06", "1", "c", "C");
    in("2015-03", C.staff, C.staffNext, C.growth).areExactly("1 3 1.0"); // (3 - 1) / 2
  }

  @Test
  void shouldTakeThoseForHiredWhoStartedAfterTheCutBefore() {
    worker("2015-03", "1", "a", "A");
    worker("2015-06", "1", "a", "A");
    workers.row(
        W.period, "2015-06",
        W.establishmentid, "1",
        W.workerid, "b",
        W.strtdate, "2015-04-01");
    workers.row(
        W.period, "2015-06",
        W.establishmentid, "2",
        W.workerid, "c",
        W.strtdate, "2015-04-01");
    rows(C.month, C.workerId, C.hired)
        .areExactly("2015-03-01 a -", "2015-06-01 a false", "2015-06-01 b true", "2015-06-01 c -");
  }

  @Test
  void shouldCountTenureToTheEndOfTheCut() {
    workers.row(
        W.period, "2015-03", W.establishmentid, "1", W.workerid, "a", W.strtdate, "2014-03-31");
    workers.row(
        W.period, "2015-03", W.establishmentid, "1", W.workerid, "b", W.strtdate, "2015-04-01");
    double year = 365 / 365.25;
    rows(C.workerId, C.tenure).areExactly("a " + year, "b -");
  }

  @Test
  void shouldReckonHourlyPayOfTheSalariedByTheirHours() {
    workers
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
    rows(C.workerId, C.hours, C.hourlyPay)
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
    workers.row(
        W.period, month,
        W.establishmentid, establishment,
        W.workerid, worker,
        W.mainjrid, role,
        W.hrlyrate, rate);
  }

  private double homeLogPay(String month, String worker) {
    return new AscWorkerCutsJob()
        .rows(inputs())
        .where(
            C.workerId
                .col()
                .equalTo(functions.lit(worker))
                .and(C.month.col().equalTo(functions.lit(month + "-01").cast("date"))))
        .first()
        .getAs(C.homeLogPay.name());
  }

  @Test
  void shouldNameTheFirstRuleThatDropsAWorker() {
    String month = "2015-06";
    establishment(month, "1", E.droppedBy, "TEST_ORGANISATION");
    establishment(month, "2", E.amendedOn, "2014-12-29");
    establishment(month, "3", E.amendedOn, "2014-12-30");
    worker(month, "1", "of test", null);
    worker(month, "2", "of old", "A");
    worker(month, "3", "kept", "B");
    workers.row(W.period, month, W.establishmentid, "4", W.workerid, "role 33", W.mainjrid, "33");
    aged(month, "child", 15);
    aged(month, "young", 16);
    aged(month, "oldest", 59);
    aged(month, "old", 60);
    aged(month, "unknown", -1);
    workers.row(
        W.period, month,
        W.establishmentid, "6",
        W.workerid, "home care",
        W.personId, "H",
        W.mainstid, "8");
    workers.row(
        W.period, month,
        W.establishmentid, "7",
        W.workerid, "home help",
        W.personId, "I",
        W.mainstid, "10");
    rows(C.droppedBy, C.workerId)
        .areExactly(
            "TEST_ORGANISATION of test",
            "NOT_UPDATED_LATELY of old",
            "- kept",
            "PERSONAL_ASSISTANT role 33",
            "AGE child",
            "- young",
            "- oldest",
            "AGE old",
            "AGE unknown",
            "HOME_CARE home care",
            "HOME_CARE home help");
  }

  private void aged(String month, String name, int age) {
    workers.row(
        W.period, month,
        W.establishmentid, "5",
        W.workerid, name,
        W.personId, name,
        W.age, age);
  }

  @Test
  void shouldDropAnEstablishmentOnlyWithoutKeysOfMoreThanAQuarterOfItsCareStaff() {
    for (int i = 0; i < 4; i++) {
      worker("2015-06", "1", "a" + i, i == 0 ? null : "A" + i);
      worker("2015-06", "2", "b" + i, i < 2 ? null : "B" + i);
    }
    workers.row(W.period, "2015-06", W.establishmentid, "1", W.workerid, "cook", W.mainjrid, "26");
    rows(C.workerId, C.droppedBy)
        .areExactly(
            "a0 NO_PERSON_KEY",
            "a1 -",
            "a2 -",
            "a3 -",
            "b0 IDS_MISSING",
            "b1 IDS_MISSING",
            "b2 IDS_MISSING",
            "b3 IDS_MISSING",
            "cook NO_PERSON_KEY");
  }

  @Test
  void shouldKeepOneEntryOfAPersonWhoStandsTwiceAtAnEstablishment() {
    worker("2015-06", "1", "a", "A");
    worker("2015-06", "1", "b", "A");
    worker("2015-06", "2", "c", "A");
    rows(C.workerId, C.droppedBy).areExactly("a -", "b REPEATED_WORKER", "c -");
  }

  @Test
  void shouldTakeTheLastOfSeveralLinesOfAWorker() {
    worker("2015-06", "1", "a", "A");
    workers.row(
        W.period, "2015-06",
        W.establishmentid, "1",
        W.workerid, "a",
        W.personId, "A",
        W.sourceLine, 9L,
        W.age, 41);
    rows(C.workerId, C.age, C.lines).areExactly("a 41 2");
  }

  @Test
  void shouldKeepWhomARuleSwitchedOffWouldDrop() {
    worker("2015-06", "1", "a", null);
    FakeInputs off =
        inputs()
            .with(CleaningRule.NO_PERSON_KEY.setting(), false)
            .with(CleaningRule.IDS_MISSING.setting(), false);
    assertRows(new AscWorkerCutsJob().rows(off), C.workerId, C.droppedBy).areExactly("a -");
  }

  /** Somebody who turns 60 is still there: rules say who is followed, not who is found. */
  @Test
  void shouldFindWorkersAgainWhomARuleDropsByThen() {
    worker("2015-03", "1", "a", "A");
    workers.row(
        W.period, "2015-06",
        W.establishmentid, "1",
        W.workerid, "a",
        W.personId, "A",
        W.age, 60);
    rows(C.month, C.state, C.droppedBy)
        .areExactly("2015-03-01 stayed -", "2015-06-01 no_later_cut AGE");
  }
}
