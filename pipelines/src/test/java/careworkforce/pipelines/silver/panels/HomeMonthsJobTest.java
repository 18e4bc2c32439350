package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class HomeMonthsJobTest {
  private static final AscWorkerSpells W = AscWorkerSpells.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final HomeMonths M = HomeMonths.TABLE;

  @Test
  void shouldCountStaffAtTheStartAndLeaversAndStartersWithin() {
    TestRows staff =
        spells()
            .row(W.workerId, "stays", W.startedOn, "2010-06-01", W.end, "open")
            .row(
                W.workerId, "leaves",
                W.startedOn, "2015-01-20",
                W.end, "left",
                W.endedOn, "2015-03-31")
            .row(W.workerId, "joins", W.startedOn, "2015-03-01", W.end, "open");
    months(staff)
        .areExactly("2015-02-01 2 0 0 0.0", "2015-03-01 2 1 1 6.0", "2015-04-01 2 0 0 0.0");
  }

  @Test
  void shouldNotTakeAWorkerWhoVanishesForALeaver() {
    TestRows staff =
        spells()
            .row(W.workerId, "stays", W.startedOn, "2010-06-01", W.end, "open")
            .row(
                W.workerId, "vanishes",
                W.startedOn, "2010-06-01",
                W.end, "vanished",
                W.lastSeen, "2015-02-01");
    months(staff)
        .areExactly("2015-02-01 2 0 0 0.0", "2015-03-01 2 0 0 0.0", "2015-04-01 1 0 0 0.0");
  }

  /** Whoever stands in the first extract without a start comes with it; later it is a start. */
  @Test
  void shouldNotTakeWhoComesWithTheFirstExtractForAStarter() {
    TestRows staff =
        spells()
            .each(W.establishmentId, "e", W.contract, "190", W.startAssumed, true, W.end, "open")
            .row(W.workerId, "there", W.startedOn, "2015-02-01")
            .row(W.workerId, "new", W.startedOn, "2015-04-01");
    months(staff)
        .areExactly("2015-02-01 1 0 0 0.0", "2015-03-01 1 0 0 0.0", "2015-04-01 1 0 1 0.0");
  }

  @Test
  void shouldKeepWhoeverIsSeenInTheLastExtractAfterIt() {
    TestRows staff =
        spells()
            .row(
                W.workerId, "stays",
                W.startedOn, "2010-06-01",
                W.end, "open",
                W.lastSeen, "2015-02-01");
    months(staff)
        .areExactly("2015-02-01 1 0 0 0.0", "2015-03-01 1 0 0 0.0", "2015-04-01 1 0 0 0.0");
  }

  @Test
  void shouldCountAnEstablishmentWhereItWasLastLocated() {
    TestRows staff = spells().row(W.workerId, "a", W.startedOn, "2010-06-01", W.end, "open");
    TestRows moved =
        reports()
            .row(E.month, "2015-02", E.locationId, "elsewhere")
            .row(E.month, "2015-04", E.locationId, "2");
    months(staff, moved)
        .areExactly("2015-02-01 1 0 0 0.0", "2015-03-01 1 0 0 0.0", "2015-04-01 1 0 0 0.0");
  }

  /** Its latest location is in no list of care homes yet, or is none any more. */
  @Test
  void shouldCountAnEstablishmentAtItsLastHomeWhenItTellsAnotherLocationSince() {
    TestRows staff = spells().row(W.workerId, "a", W.startedOn, "2010-06-01", W.end, "open");
    TestRows since =
        reports().row(E.month, "2015-02").row(E.month, "2015-04", E.locationId, "unlisted");
    months(staff, since)
        .areExactly("2015-02-01 1 0 0 0.0", "2015-03-01 1 0 0 0.0", "2015-04-01 1 0 0 0.0");
  }

  @Test
  void shouldLeaveBankAndAgencyOut() {
    TestRows staff =
        spells()
            .row(W.workerId, "stays", W.startedOn, "2010-06-01", W.end, "open")
            .row(W.workerId, "bank", W.startedOn, "2010-06-01", W.end, "open", W.contract, "192");
    months(staff)
        .areExactly("2015-02-01 1 0 0 0.0", "2015-03-01 1 0 0 0.0", "2015-04-01 1 0 0 0.0");
  }

  @Test
  void shouldTellNothingOfMonthsThatNoKeptExtractCovers() {
    TestRows staff = spells().row(W.workerId, "a", W.startedOn, "2010-06-01", W.end, "open");
    TestRows reports =
        reports().row(E.month, "2015-02").row(E.month, "2015-04", E.droppedBy, "NOT_UPDATED");
    months(staff, reports).areExactly("2015-02-01 1 0 0 0.0");
  }

  /** Whoever left after February still stands in the extracts of a record that nobody amends. */
  @Test
  void shouldTellNothingAfterTheMonthInWhichTheRecordWasLastAmended() {
    TestRows staff =
        spells()
            .row(W.workerId, "a", W.startedOn, "2010-06-01", W.end, "open")
            .row(
                W.workerId, "leaves",
                W.startedOn, "2010-06-01",
                W.end, "left",
                W.endedOn, "2015-02-20");
    TestRows old =
        reports()
            .row(E.month, "2015-01", E.amendedOn, "2014-12-31")
            .row(E.month, "2015-02", E.amendedOn, "2015-02-20")
            .row(E.month, "2015-04", E.amendedOn, "2015-02-20");
    months(staff, old).areExactly("2015-01-01 2 0 0 0.0", "2015-02-01 2 1 0 6.0");
    TestRows never = reports().row(E.month, "2015-02", E.amendedOn, "2015-01-31");
    months(staff, never).areExactly();
  }

  /** The new owner's record begins in April, with the staff of the old one's, and one new. */
  @Test
  void shouldCountStaffWhoStandUnderTwoEstablishmentsOnce() {
    TestRows staff = TestRows.of(W).each(W.contract, "190");
    for (String worker : new String[] {"a", "b"}) {
      staff
          .row(
              W.establishmentId, "old",
              W.workerId, worker,
              W.startedOn, "2015-02-10",
              W.end, "stopped_reporting",
              W.lastSeen, "2015-03-01")
          .row(
              W.establishmentId, "new",
              W.workerId, worker,
              W.startedOn, "2015-02-10",
              W.end, "open");
    }
    staff
        .row(W.establishmentId, "new", W.workerId, "c", W.startedOn, "2015-04-02", W.end, "open")
        .row(
            W.establishmentId, "new",
            W.workerId, "d",
            W.startedOn, "2015-01-01",
            W.end, "left",
            W.endedOn, "2015-03-02")
        .row(
            W.establishmentId, "old",
            W.workerId, "e",
            W.startedOn, "2015-01-01",
            W.end, "left",
            W.endedOn, "2015-03-03");
    TestRows reports =
        TestRows.of(E)
            .each(E.locationId, "2", E.stale, false)
            .row(E.establishmentId, "old", E.month, "2015-02")
            .row(E.establishmentId, "old", E.month, "2015-03")
            .row(E.establishmentId, "new", E.month, "2015-04")
            .row(E.establishmentId, "new", E.month, "2015-05");
    months(staff, reports)
        .areExactly(
            "2015-02-01 1 0 2 0.0",
            "2015-03-01 3 1 0 4.0",
            "2015-04-01 2 0 1 0.0",
            "2015-05-01 3 0 0 0.0");
  }

  @Test
  void shouldAddUpWhatEstablishmentsTellOnlyWhereEachTells() {
    TestRows staff = spells().row(W.workerId, "a", W.startedOn, "2010-06-01", W.end, "open");
    TestRows reports =
        TestRows.of(E)
            .each(E.locationId, "2", E.stale, false)
            .row(
                E.establishmentId, "e",
                E.month, "2015-02",
                E.vacancies, 2,
                E.filledPosts, "20.0")
            .row(
                E.establishmentId, "f",
                E.month, "2015-02",
                E.vacancies, 1,
                E.filledPosts, "10.0")
            .row(
                E.establishmentId, "e",
                E.month, "2015-03",
                E.vacancies, 2,
                E.filledPosts, "20.0")
            .row(E.establishmentId, "f", E.month, "2015-03", E.filledPosts, "10.0");
    assertRows(rows(staff, reports), M.month, M.vacancies, M.filledPosts)
        .areExactly("2015-02-01 3 30.0", "2015-03-01 - 30.0");
  }

  private static TestRows spells() {
    return TestRows.of(W).each(W.establishmentId, "e", W.contract, "190");
  }

  private static TestRows reports() {
    return TestRows.of(E).each(E.establishmentId, "e", E.locationId, "2", E.stale, false);
  }

  private static RowsAssert months(TestRows spells) {
    return months(spells, reports().row(E.month, "2015-02").row(E.month, "2015-04"));
  }

  private static RowsAssert months(TestRows spells, TestRows reports) {
    return assertRows(
        rows(spells, reports), M.month, M.staffAtStart, M.leavers, M.starters, M.turnover);
  }

  private static Dataset<Row> rows(TestRows spells, TestRows reports) {
    TestRows locations =
        TestRows.of(L)
            .each(L.homeId, "1", L.link, "first", L.registeredOn, "2011-01-01", L.nursing, true)
            .row(L.locationId, "1")
            .row(L.locationId, "2");
    return new HomeMonthsJob()
        .rows(
            FakeInputs.of()
                .with(W, spells.dataset())
                .with(E, reports.dataset())
                .with(L, locations.dataset()));
  }
}
