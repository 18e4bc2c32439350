package careworkforce.pipelines.silver.careworkers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static careworkforce.pipelines.silver.careworkers.WorkerExtracts.in;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AscWorkerCutsJobTest {
  private static final AscwdsWorkers W = AscwdsWorkers.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;

  private static final String[] QUARTERS = {
    "2015-03", "2015-06", "2015-09", "2015-12", "2016-03", "2016-06"
  };

  /**
   * Extracts that several tests share. Each puts its own above it: establishments whose numbers
   * begin with a digit of their own, and persons that are nowhere else.
   */
  private static final WorkerExtracts MARCH_AND_JUNE = new WorkerExtracts();

  private static final WorkerExtracts SIX_QUARTERS = new WorkerExtracts();
  private static final WorkerExtracts JUNE = new WorkerExtracts();

  /** Those of a test that shares none. */
  private final WorkerExtracts own = new WorkerExtracts();

  private void worker(String month, String establishment, String worker, String person) {
    own.worker(month, establishment, worker, person);
  }

  private FakeInputs inputs() {
    return own.inputs();
  }

  private RowsAssert rows(Field... fields) {
    return assertRows(own.cuts(), fields);
  }

  static {
    MARCH_AND_JUNE.worker("2015-03", "11", "a", "1 A");
    MARCH_AND_JUNE.worker("2015-03", "11", "b", "1 B");
    MARCH_AND_JUNE.worker("2015-03", "11", "c", "1 C");
    MARCH_AND_JUNE.worker("2015-03", "11", "d", null);
    MARCH_AND_JUNE.worker("2015-03", "13", "e", "1 E");
    MARCH_AND_JUNE.worker("2015-06", "11", "a", "1 A");
    MARCH_AND_JUNE.worker("2015-06", "12", "b2", "1 B");
  }

  @Test
  void shouldSayWhereEachWorkerIsAtTheNextCut() {
    Dataset<Row> cuts = MARCH_AND_JUNE.of("1");
    assertRows(in("2015-03", cuts), C.workerId, C.state, C.nextMonth, C.months)
        .areExactly(
            "a stayed 2015-06-01 3",
            "b found_elsewhere 2015-06-01 3",
            "c not_found 2015-06-01 3",
            "d no_key 2015-06-01 3",
            "e stopped_reporting 2015-06-01 3");
    assertRows(in("2015-06", cuts), C.workerId, C.state)
        .areExactly("a no_later_cut", "b2 no_later_cut");
  }

  static {
    for (String month : new String[] {"2015-03", "2015-06"}) {
      MARCH_AND_JUNE.worker(month, "21", "a", "2 A");
      MARCH_AND_JUNE.worker(month, "22", "b", "2 B");
      MARCH_AND_JUNE.worker(month, "23", "c", "2 C");
    }
    MARCH_AND_JUNE.worker("2015-03", "21", "leaves", "2 L");
    MARCH_AND_JUNE.establishment("2015-03", "21", E.amendedOn, "2014-12-29");
    MARCH_AND_JUNE.establishment("2015-06", "21", E.amendedOn, "2014-12-29");
    MARCH_AND_JUNE.establishment("2015-03", "22", E.amendedOn, "2014-12-30");
    MARCH_AND_JUNE.establishment("2015-06", "22", E.amendedOn, "2014-12-30");
    MARCH_AND_JUNE.establishment("2015-03", "23", E.amendedOn, "2014-08-01");
    MARCH_AND_JUNE.establishment("2015-06", "23", E.amendedOn, "2015-06-02");
  }

  /** Half a year before 30 June is 30 December. */
  @Test
  void shouldJudgeNobodyToHaveStayedOrLeftByARecordThatIsNotAmendedBeforeEitherCut() {
    assertRows(
            in("2015-03", MARCH_AND_JUNE.of("2")),
            C.workerId,
            C.state,
            C.staffNext,
            C.growth,
            C.droppedBy)
        .areExactly(
            "a not_updated 1 - -",
            "b stayed 1 0.0 -",
            "c not_updated 1 - NOT_UPDATED_LATELY",
            "leaves not_updated 1 - -");
  }

  static {
    MARCH_AND_JUNE.worker("2015-03", "31", "stays", "3 S");
    MARCH_AND_JUNE.worker("2015-06", "31", "stays", "3 S");
    for (String person : new String[] {"keeps", "moves"}) {
      MARCH_AND_JUNE.worker("2015-03", "31", person, person);
      MARCH_AND_JUNE.worker("2015-03", "32", person, person);
      MARCH_AND_JUNE.worker("2015-06", "32", person, person);
    }
    MARCH_AND_JUNE.worker("2015-06", "33", "moves", "moves");
  }

  /** Her second job is not where she went. */
  @Test
  void shouldFindNobodyElsewhereWhereTheWorkerWasAlreadyAtTheCut() {
    assertRows(
            MARCH_AND_JUNE.of("3").where(C.state.col().isin("found_elsewhere", "not_found")),
            C.establishmentId,
            C.workerId,
            C.state)
        .areExactly("31 keeps not_found", "31 moves found_elsewhere");
  }

  static {
    for (String month : QUARTERS) {
      SIX_QUARTERS.worker(month, "11", "stays", "1 S");
    }
    for (String person : new String[] {"9-months", "12-months", "15-months"}) {
      SIX_QUARTERS.worker("2015-03", "11", person, person);
    }
    SIX_QUARTERS.worker("2015-12", "12", "later", "9-months");
    SIX_QUARTERS.worker("2016-03", "12", "later still", "12-months");
    SIX_QUARTERS.worker("2016-06", "12", "too late", "15-months");
  }

  /** Last there in March 2015: found until March 2016, and in no extract after. */
  @Test
  void shouldLookForThoseWhoSeparateInTheTwelveMonthsAfterTheCut() {
    assertRows(in("2015-03", SIX_QUARTERS.of("1")), C.workerId, C.state)
        .areExactly(
            "12-months found_elsewhere",
            "15-months not_found",
            "9-months found_elsewhere",
            "stays stayed");
  }

  static {
    for (String month : QUARTERS) {
      SIX_QUARTERS.worker(month, "21", "stays", "2 S");
    }
    SIX_QUARTERS.worker("2015-03", "21", "returns", "2 B");
    SIX_QUARTERS.worker("2015-09", "21", "returns", "2 B");
  }

  /** Who comes back to the establishment and to no other is found at none. */
  @Test
  void shouldFindNobodyElsewhereWhoComesBackToTheEstablishment() {
    assertRows(in("2015-03", SIX_QUARTERS.of("2")), C.workerId, C.state)
        .areExactly("returns not_found", "stays stayed");
  }

  static {
    for (String month : QUARTERS) {
      SIX_QUARTERS.worker(month, "31", "a", "3 A");
    }
  }

  @Test
  void shouldTellAtWhichCutsTheExtractsLastForTheMonthsOfLooking() {
    assertRows(SIX_QUARTERS.of("3"), C.month, C.followed)
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
                .where(C.establishmentId.col().equalTo(lit("1"))),
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

  static {
    MARCH_AND_JUNE.worker("2015-03", "41", "a", "4 A");
    MARCH_AND_JUNE.worker("2015-06", "41", "a9", "4 A");
    MARCH_AND_JUNE.worker("2015-06", "42", "a8", "4 A");
  }

  @Test
  void shouldNotTakeAnotherWorkerIdAtTheSameEstablishmentForALeaving() {
    assertRows(in("2015-03", MARCH_AND_JUNE.of("4")), C.workerId, C.state).areExactly("a stayed");
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

  static {
    MARCH_AND_JUNE.worker("2015-03", "51", "a", "5 A");
    MARCH_AND_JUNE.worker("2015-06", "51", "a", "5 A");
    MARCH_AND_JUNE.worker("2015-06", "51", "b", "5 B");
    MARCH_AND_JUNE.worker("2015-06", "51", "c", "5 C");
  }

  @Test
  void shouldMeasureGrowthAgainstTheMeanOfBothCuts() {
    assertRows(in("2015-03", MARCH_AND_JUNE.of("5")), C.staff, C.staffNext, C.growth)
        .areExactly("1 3 1.0"); // (3 - 1) / 2
  }

  static {
    MARCH_AND_JUNE.worker("2015-03", "61", "a", "6 A");
    MARCH_AND_JUNE.worker("2015-06", "61", "a", "6 A");
    MARCH_AND_JUNE.workers.row(
        W.period, "2015-06",
        W.establishmentid, "61",
        W.workerid, "b",
        W.strtdate, "2015-04-01");
    MARCH_AND_JUNE.workers.row(
        W.period, "2015-06",
        W.establishmentid, "62",
        W.workerid, "c",
        W.strtdate, "2015-04-01");
  }

  @Test
  void shouldTakeThoseForHiredWhoStartedAfterTheCutBefore() {
    assertRows(MARCH_AND_JUNE.of("6"), C.month, C.workerId, C.hired)
        .areExactly("2015-03-01 a -", "2015-06-01 a false", "2015-06-01 b true", "2015-06-01 c -");
  }

  static {
    MARCH_AND_JUNE.workers.row(
        W.period, "2015-03", W.establishmentid, "81", W.workerid, "a", W.strtdate, "2014-03-31");
    MARCH_AND_JUNE.workers.row(
        W.period, "2015-03", W.establishmentid, "81", W.workerid, "b", W.strtdate, "2015-04-01");
  }

  @Test
  void shouldCountTenureToTheEndOfTheCut() {
    double year = 365 / 365.25;
    assertRows(MARCH_AND_JUNE.of("8"), C.workerId, C.tenure).areExactly("a " + year, "b -");
  }

  static {
    String month = "2015-06";
    JUNE.establishment(month, "11", E.droppedBy, "TEST_ORGANISATION");
    JUNE.establishment(month, "12", E.amendedOn, "2014-12-29");
    JUNE.establishment(month, "13", E.amendedOn, "2014-12-30");
    JUNE.worker(month, "11", "of test", null);
    JUNE.worker(month, "12", "of old", "A");
    JUNE.worker(month, "13", "kept", "B");
    JUNE.workers.row(
        W.period, month, W.establishmentid, "14", W.workerid, "role 33", W.mainjrid, "33");
    aged(month, "child", 15);
    aged(month, "young", 16);
    aged(month, "oldest", 59);
    aged(month, "old", 60);
    aged(month, "unknown", -1);
    JUNE.workers.row(
        W.period, month,
        W.establishmentid, "16",
        W.workerid, "home care",
        W.personId, "H",
        W.mainstid, "8");
    JUNE.workers.row(
        W.period, month,
        W.establishmentid, "17",
        W.workerid, "home help",
        W.personId, "I",
        W.mainstid, "10");
  }

  @Test
  void shouldNameTheFirstRuleThatDropsAWorker() {
    assertRows(JUNE.of("1"), C.droppedBy, C.workerId)
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

  private static void aged(String month, String name, int age) {
    JUNE.workers.row(
        W.period, month,
        W.establishmentid, "15",
        W.workerid, name,
        W.personId, name,
        W.age, age);
  }

  static {
    for (int i = 0; i < 4; i++) {
      JUNE.worker("2015-06", "21", "a" + i, i == 0 ? null : "2 A" + i);
      JUNE.worker("2015-06", "22", "b" + i, i < 2 ? null : "2 B" + i);
    }
    JUNE.workers.row(
        W.period, "2015-06", W.establishmentid, "21", W.workerid, "cook", W.mainjrid, "26");
  }

  @Test
  void shouldDropAnEstablishmentOnlyWithoutKeysOfMoreThanAQuarterOfItsCareStaff() {
    assertRows(JUNE.of("2"), C.workerId, C.droppedBy)
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

  static {
    JUNE.worker("2015-06", "31", "a", "3 A");
    JUNE.worker("2015-06", "31", "b", "3 A");
    JUNE.worker("2015-06", "32", "c", "3 A");
  }

  @Test
  void shouldKeepOneEntryOfAPersonWhoStandsTwiceAtAnEstablishment() {
    assertRows(JUNE.of("3"), C.workerId, C.droppedBy).areExactly("a -", "b REPEATED_WORKER", "c -");
  }

  static {
    JUNE.worker("2015-06", "41", "a", "4 A");
    JUNE.workers.row(
        W.period, "2015-06",
        W.establishmentid, "41",
        W.workerid, "a",
        W.personId, "4 A",
        W.sourceLine, 9L,
        W.age, 41);
  }

  @Test
  void shouldTakeTheLastOfSeveralLinesOfAWorker() {
    assertRows(JUNE.of("4"), C.workerId, C.age, C.lines).areExactly("a 41 2");
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

  static {
    MARCH_AND_JUNE.worker("2015-03", "71", "a", "7 A");
    MARCH_AND_JUNE.workers.row(
        W.period, "2015-06",
        W.establishmentid, "71",
        W.workerid, "a",
        W.personId, "7 A",
        W.age, 60);
  }

  /** Somebody who turns 60 is still there: rules say who is followed, not who is found. */
  @Test
  void shouldFindWorkersAgainWhomARuleDropsByThen() {
    assertRows(MARCH_AND_JUNE.of("7"), C.month, C.state, C.droppedBy)
        .areExactly("2015-03-01 stayed -", "2015-06-01 no_later_cut AGE");
  }
}
