package careworkforce.pipelines.silver.spells;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascwds.AscwdsLeavers;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import org.junit.jupiter.api.Test;

class AscWorkerSpellsJobTest {
  private static final AscwdsWorkers W = AscwdsWorkers.TABLE;
  private static final AscwdsLeavers L = AscwdsLeavers.TABLE;
  private static final AscWorkerSpells S = AscWorkerSpells.TABLE;

  @Test
  void shouldFindTheLeaversPersonAgainThroughTheWorkerNumber() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "1", W.personId, "p")
                .row(W.period, "2015-06", W.workerid, "2", W.personId, "q"),
            leavers().row(L.period, "2015-06", L.workerid, "1", L.deletedate, "2015-05-04"),
            S.workerId,
            S.personId,
            S.endedOn,
            S.end)
        .areExactly("1 p 2015-05-04 left", "2 q - open");
  }

  @Test
  void shouldKeepWorkersWithoutAPersonKeyApart() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "1")
                .row(W.period, "2015-03", W.workerid, "2")
                .row(W.period, "2015-06", W.workerid, "2", W.personId, "q")
                .row(W.period, "2015-06", W.workerid, "3"),
            leavers().row(L.period, "2015-06", L.workerid, "1", L.deletedate, "2015-05-04"),
            S.workerId,
            S.personId,
            S.end)
        .areExactly("1 - left", "2 q open", "3 - open");
  }

  @Test
  void shouldTellWhereAWorkerCameFromByWhicheverFileSaysSo() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "1", W.scerec, "214")
                .row(W.period, "2015-06", W.workerid, "2"),
            leavers().row(L.period, "2015-06", L.workerid, "3", L.scerec, "216"),
            S.workerId,
            S.recruitedFrom)
        .areExactly("1 214", "2 -", "3 216");
  }

  /** Minus one is not recorded, so that what the other file tells stands. */
  @Test
  void shouldTakeASourceThatIsNotRecordedForNone() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "1", W.scerec, "-1")
                .row(W.period, "2015-03", W.workerid, "2", W.scerec, "-1")
                .row(W.period, "2015-06", W.workerid, "3", W.scerec, "225"),
            leavers().row(L.period, "2015-06", L.workerid, "2", L.scerec, "214"),
            S.workerId,
            S.recruitedFrom)
        .areExactly("1 -", "2 214", "3 225");
  }

  /**
   * Who is promoted may be given a new start, and an extract may lack the start that another tells;
   * a start that is corrected later is the later.
   */
  @Test
  void shouldTakeTheLastStartToldThatIsNotAfterTheWorkerWasFirstSeen() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "corrected", W.strtdate, "1910-05-01")
                .row(W.period, "2015-06", W.workerid, "corrected", W.strtdate, "2010-05-01")
                .row(W.period, "2015-03", W.workerid, "lacking", W.strtdate, "2010-05-01")
                .row(W.period, "2015-06", W.workerid, "lacking", W.strtdate, null)
                .row(W.period, "2015-03", W.workerid, "new", W.strtdate, "2015-03-20")
                .row(W.period, "2015-03", W.workerid, "promoted", W.strtdate, "2010-05-01")
                .row(W.period, "2015-06", W.workerid, "promoted", W.strtdate, "2015-05-01")
                .row(W.period, "2015-03", W.workerid, "untold", W.strtdate, null)
                .row(W.period, "2015-06", W.workerid, "untold", W.strtdate, "2015-05-01"),
            leavers().row(L.workerid, "unseen", L.strtdate, "2015-04-01"),
            S.workerId,
            S.startedOn,
            S.startAssumed)
        .areExactly(
            "corrected 2010-05-01 false",
            "lacking 2010-05-01 false",
            "new 2015-03-20 false",
            "promoted 2010-05-01 false",
            "unseen 2015-04-01 false",
            "untold 2015-03-01 true");
  }

  /** One rate was uploaded in pence. */
  @Test
  void shouldTakeNoPayOutsideTheBoundsOfAscWds() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "1", W.hrlyrate, "2.49")
                .row(W.period, "2015-06", W.workerid, "1", W.hrlyrate, "9.50")
                .row(W.period, "2015-09", W.workerid, "1", W.hrlyrate, "950.00"),
            leavers(),
            S.firstPay,
            S.lastPay)
        .areExactly("9.50 9.50");
  }

  @Test
  void shouldCountALeaverWhomEveryLaterExtractRepeatsOnce() {
    spells(
            workers().row(W.period, "2015-03", W.workerid, "1"),
            leavers()
                .row(L.period, "2015-06", L.workerid, "1", L.deletedate, "2015-05-04")
                .row(L.period, "2015-09", L.workerid, "1", L.deletedate, "2015-05-04"),
            S.workerId,
            S.endedOn)
        .areExactly("1 2015-05-04");
  }

  /** The number of somebody who came back is told of as left twice. */
  @Test
  void shouldTakeTheLastLeavingOfWhoCameBackAndLeftAgain() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "1")
                .row(W.period, "2015-09", W.workerid, "1")
                .row(W.period, "2015-12", W.workerid, "2"),
            leavers()
                .row(
                    L.period, "2015-06",
                    L.workerid, "1",
                    L.deletedate, "2015-05-04",
                    L.reason, "They moved to a role in the health sector")
                .row(
                    L.period, "2015-12",
                    L.workerid, "1",
                    L.deletedate, "2015-11-02",
                    L.reason, "They moved to another adult social care employer"),
            S.workerId,
            S.endedOn,
            S.end,
            S.destination)
        .areExactly("1 2015-11-02 left adult_social_care", "2 - open -");
  }

  @Test
  void shouldTakeTheReasonThatWasToldFirstOfALeaving() {
    spells(
            workers().row(W.period, "2015-03", W.workerid, "1"),
            leavers()
                .row(
                    L.period, "2015-06",
                    L.workerid, "1",
                    L.deletedate, "2015-05-04",
                    L.reason, "They moved to a role in the health sector")
                .row(
                    L.period, "2015-09",
                    L.workerid, "1",
                    L.deletedate, "2015-05-04",
                    L.reason, "The worker moved to another adult social care employer"),
            S.workerId,
            S.destination)
        .areExactly("1 health");
  }

  @Test
  void shouldLeaveOutThoseArchivedBeforeTheWindow() {
    spells(
            workers().row(W.period, "2015-03", W.workerid, "1"),
            leavers()
                .row(L.period, "2015-03", L.workerid, "8", L.deletedate, "2009-05-04")
                .row(L.period, "2015-06", L.workerid, "9", L.deletedate, "2015-04-04"),
            S.workerId,
            S.end)
        .areExactly("1 open", "9 left");
  }

  @Test
  void shouldTellAnEstablishmentThatStopsReportingFromAWorkerWhoVanishes() {
    spells(
            workers()
                .row(W.period, "2015-03", W.establishmentid, "stops", W.workerid, "1")
                .row(W.period, "2015-03", W.workerid, "2")
                .row(W.period, "2015-06", W.workerid, "3"),
            leavers(),
            S.workerId,
            S.end)
        .areExactly("1 stopped_reporting", "2 vanished", "3 open");
  }

  @Test
  void shouldTakeAWorkerSeenAfterADeletionForNotLeft() {
    spells(
            workers()
                .row(W.period, "2015-03", W.workerid, "1")
                .row(W.period, "2015-09", W.workerid, "1"),
            leavers().row(L.period, "2015-06", L.workerid, "1", L.deletedate, "2015-05-04"),
            S.workerId,
            S.endedOn,
            S.end)
        .areExactly("1 - open");
  }

  @Test
  void shouldReadDestinationsInTheOldWordingAndTheNew() {
    spells(
            workers(),
            leavers()
                .row(
                    L.workerid, "1",
                    L.reason, "They moved to another adult social care employer")
                .row(
                    L.workerid, "2",
                    L.reason, "The worker moved to another adult social care employer")
                .row(L.workerid, "3", L.reason, "They moved to a role in the health sector")
                .row(
                    L.workerid, "4",
                    L.reason, "They moved to a different sector (e.g. retail)"),
            S.workerId,
            S.destination)
        .areExactly("1 adult_social_care", "2 adult_social_care", "3 health", "4 other_sector");
  }

  private static TestRows workers() {
    return TestRows.of(W)
        .each(
            W.period, "2015-03",
            W.sourceFile, "f",
            W.sourceLine, 2L,
            W.establishmentid, "e",
            W.strtdate, "2014-01-01",
            W.emplstat, "190");
  }

  private static TestRows leavers() {
    return TestRows.of(L)
        .each(
            L.period, "2015-06",
            L.sourceFile, "f",
            L.sourceLine, 2L,
            L.establishmentid, "e",
            L.deletedate, "2015-05-04");
  }

  private static RowsAssert spells(TestRows workers, TestRows leavers, Field... fields) {
    return assertRows(
        new AscWorkerSpellsJob()
            .rows(FakeInputs.of().with(W, workers.dataset()).with(L, leavers.dataset())),
        fields);
  }
}
