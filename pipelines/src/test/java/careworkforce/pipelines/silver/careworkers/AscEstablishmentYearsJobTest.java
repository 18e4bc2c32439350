package careworkforce.pipelines.silver.careworkers;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import org.junit.jupiter.api.Test;

class AscEstablishmentYearsJobTest {
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;
  private static final AscWorkerSpells S = AscWorkerSpells.TABLE;
  private static final AscEstablishmentYears Y = AscEstablishmentYears.TABLE;

  private final TestRows reports = TestRows.of(E).each(E.stale, false, E.filledPostsBasis, "equal");
  private final TestRows workers =
      TestRows.of(C)
          .each(
              C.establishmentId,
              "1",
              C.month,
              "2015-12",
              C.state,
              "no_later_cut",
              C.careStaff,
              true,
              C.staff,
              5L,
              C.lines,
              1L);
  private final TestRows spells =
      TestRows.of(S).each(S.establishmentId, "1", S.contract, "190", S.end, "open");

  private void report(String establishment, String month, Object... more) {
    Object[] all = new Object[more.length + 4];
    System.arraycopy(new Object[] {E.establishmentId, establishment, E.month, month}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    reports.row(all);
  }

  private RowsAssert years(Field... fields) {
    return assertRows(
        new AscEstablishmentYearsJob()
            .rows(
                FakeInputs.of()
                    .with(E, reports.dataset())
                    .with(C, workers.dataset())
                    .with(S, spells.dataset())),
        fields);
  }

  @Test
  void shouldDivideByTheDirectlyEmployedOfTheLastExtractOfTheYear() {
    report("1", "2015-09", E.leavers, 9);
    report("1", "2015-12", E.leavers, 1, E.starters, 2, E.vacancies, 1);
    for (int i = 0; i < 5; i++) {
      workers.row(C.workerId, "w" + i, C.contract, i < 3 ? "190" : i == 3 ? "191" : "192");
    }
    years(
            Y.month,
            Y.employees,
            Y.workers,
            Y.leavers,
            Y.turnover,
            Y.starterRate,
            Y.vacancies,
            Y.vacancyRate)
        .areExactly("2015-12-01 4 5 1 0.25 0.5 1 0.2");
  }

  /** The December extract repeats September's totals, with the staff of December. */
  @Test
  void shouldTakeTheTotalsLastToldInTheYearWithTheEmployeesOfThatTime() {
    report("1", "2015-08", E.leavers, 1, E.starters, 2, E.vacancies, 1);
    report("1", "2015-09");
    report("1", "2015-12");
    for (int i = 0; i < 4; i++) {
      workers.row(C.workerId, "w" + i, C.contract, "190", C.month, "2015-09");
    }
    workers.row(C.workerId, "w0", C.contract, "190");
    years(Y.month, Y.employees, Y.toldIn, Y.employeesThen, Y.leavers, Y.turnover, Y.vacancyRate)
        .areExactly("2015-12-01 1 2015-08-01 4 1 0.25 0.2");
  }

  /** December repeats two of September's totals and tells the third no more. */
  @Test
  void shouldTakeTheTotalsOfTheLastExtractThatTellsMostOfThem() {
    report("1", "2015-06", E.leavers, 3, E.starters, 3, E.vacancies, 3);
    report("1", "2015-09", E.leavers, 7, E.starters, 6, E.vacancies, 5);
    report("1", "2015-12", E.leavers, 7, E.starters, 6);
    years(Y.month, Y.toldIn, Y.leavers, Y.starters, Y.vacancies)
        .areExactly("2015-12-01 2015-09-01 7 6 5");
  }

  /**
   * Of a workplace of 50 staff who leaves records of 5, 15 leavers are not three times its staff.
   */
  @Test
  void shouldGiveNoRateWhereTheWorkplaceHasOtherStaffThanItHasRecordsOf() {
    report("1", "2015-12", E.leavers, 15, E.filledPostsBasis, null);
    for (int i = 0; i < 5; i++) {
      workers.row(C.workerId, "w" + i, C.contract, "190");
    }
    years(Y.employees, Y.leavers, Y.employeesThen, Y.turnover).areExactly("5 15 - -");
  }

  /** Two staff and two records agree, though filled posts are told of three and more alone. */
  @Test
  void shouldGiveRatesOfEstablishmentsTooSmallForFilledPosts() {
    report(
        "1",
        "2015-12",
        E.leavers,
        1,
        E.filledPostsBasis,
        null,
        E.totalStaff,
        2,
        E.workerRecords,
        2);
    workers.row(C.workerId, "a", C.contract, "190").row(C.workerId, "b", C.contract, "190");
    years(Y.leavers, Y.employeesThen, Y.turnover).areExactly("1 2 0.5");
  }

  @Test
  void shouldGiveNoRateWithoutItsBase() {
    report("1", "2015-12", E.leavers, 1, E.filledPostsKept, 12.0, E.beds, 0);
    report("2", "2015-12", E.filledPostsKept, 12.0, E.beds, 8);
    years(Y.establishmentId, Y.turnover, Y.staffPerBed).areExactly("1 - -", "2 - 1.5");
  }

  @Test
  void shouldPassOverExtractsThatARuleDrops() {
    report("1", "2015-09");
    report("1", "2015-12", E.droppedBy, "NOT_UPDATED");
    report("2", "2015-12", E.droppedBy, "NOT_UPDATED");
    years(Y.establishmentId, Y.month).areExactly("1 2015-09-01");
  }

  @Test
  void shouldFollowStartersForHalfAYearOneAndTwo() {
    report("1", "2013-01");
    report("1", "2015-12");
    started("stays", "2013-02-01", null, null, "open");
    started("leaves after five months", "2013-02-01", "2013-07-01", null, "left");
    started("leaves after a year", "2013-02-01", "2014-02-01", null, "left");
    started("is gone by the autumn", "2013-02-01", null, "2013-09", "vanished");
    started("was there before", "2012-12-31", "2013-02-01", null, "left");
    started("started too late for two years", "2014-02-01", null, null, "open");
    spells.row(S.workerId, "bank", S.startedOn, "2013-02-01", S.contract, "192");
    report("1", "2014-12");
    report("1", "2013-12");
    years(Y.year, Y.cohort6, Y.kept6, Y.cohort12, Y.kept12, Y.cohort24, Y.kept24, Y.retention12)
        .areExactly("2013 4 3 4 2 4 1 0.5", "2014 1 1 1 1 0 0 1.0", "2015 - - - - - - -");
  }

  @Test
  void shouldNotTakeWhoComesWithTheFirstExtractForAStarter() {
    report("1", "2015-01");
    report("1", "2015-12");
    spells
        .row(S.workerId, "there", S.startedOn, "2015-01-01", S.startAssumed, true)
        .row(S.workerId, "new", S.startedOn, "2015-03-01", S.startAssumed, true)
        .row(S.workerId, "told", S.startedOn, "2015-01-01", S.startAssumed, false);
    years(Y.cohort6, Y.kept6).areExactly("2 2");
  }

  /** Whose months end after the last extract could have left unseen: no part of the cohort. */
  @Test
  void shouldNotCountStartersWhomItCouldNotFollow() {
    report("1", "2015-01");
    report("1", "2015-12");
    started("followed", "2015-06-30", null, null, "open");
    started("left early", "2015-07-01", "2015-07-20", null, "left");
    years(Y.cohort6, Y.kept6).areExactly("1 1");
  }

  /** Whoever has left since June still stands in December's extract. */
  @Test
  void shouldFollowStartersNoFurtherThanToTheMonthOfTheLastAmendment() {
    report("1", "2015-01", E.amendedOn, "2015-01-05");
    report("1", "2015-12", E.amendedOn, "2015-08-10");
    started("followed", "2015-02-28", null, null, "open");
    started("not followed", "2015-03-01", null, null, "open");
    years(Y.cohort6, Y.kept6).areExactly("1 1");
  }

  private void started(String worker, String on, String endedOn, String lastSeen, String end) {
    spells.row(
        S.workerId, worker, S.startedOn, on, S.endedOn, endedOn, S.lastSeen, lastSeen, S.end, end);
  }

  @Test
  void shouldSayInWhichYearAnEstablishmentJoinsAndLeavesTheCollection() {
    report("always", "2014-12");
    report("always", "2015-12");
    report("always", "2016-12");
    report("joins", "2015-12");
    report("joins", "2016-12");
    report("leaves", "2014-12");
    report("leaves", "2015-12");
    years(Y.establishmentId, Y.year, Y.joins, Y.leaves)
        .areExactly(
            "always 2014 false false",
            "always 2015 false false",
            "always 2016 false -",
            "joins 2015 true false",
            "joins 2016 false -",
            "leaves 2014 false false",
            "leaves 2015 false true");
  }
}
