package careworkforce.pipelines.silver.spells;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EsrSpellsJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrSpells S = EsrSpells.TABLE;

  @Test
  void shouldFollowAPersonThroughLeaveGapAndExitToTheEndOfTheWindow() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01")
                .row(M.personId, "a", M.month, "2015-02")
                .row(M.personId, "a", M.month, "2015-03", M.state, "PARENTAL")
                .row(M.personId, "a", M.month, "2015-05")
                .row(M.personId, "stays", M.month, "2015-09"));
    told(spells.where(S.personId.col().equalTo("a")))
        .areExactly(
            "2015-01-01 2015-02-01 2 ACTIVE true false",
            "2015-03-01 2015-03-01 1 PARENTAL false false",
            "2015-04-01 2015-04-01 1 GAP false false",
            "2015-05-01 2015-05-01 1 ACTIVE true true",
            "2015-06-01 2015-09-01 4 LEFT false false");
  }

  @Test
  void shouldNotSayWhetherAPersonAbsentInTheLastMonthsHasLeft() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-07")
                .row(M.personId, "stays", M.month, "2015-09"));
    told(spells.where(S.personId.col().equalTo("a")))
        .areExactly(
            "2015-07-01 2015-07-01 1 ACTIVE true -", "2015-08-01 2015-09-01 2 GAP false false");
  }

  /** NHS Digital's leavers leave active service; the sick are in it by their status. */
  @Test
  void shouldNotCallThoseWhoFallSickOfficialLeaversButThoseWhoLeaveOutOfSickness() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01")
                .row(M.personId, "a", M.month, "2015-02", M.state, "LONG_SICK")
                .row(M.personId, "a", M.month, "2015-03")
                .row(M.personId, "a", M.month, "2015-04", M.state, "LONG_SICK")
                .row(M.personId, "stays", M.month, "2015-09"));
    told(spells.where(S.personId.col().equalTo("a")))
        .areExactly(
            "2015-01-01 2015-01-01 1 ACTIVE false false",
            "2015-02-01 2015-02-01 1 LONG_SICK false false",
            "2015-03-01 2015-03-01 1 ACTIVE false false",
            "2015-04-01 2015-04-01 1 LONG_SICK true true",
            "2015-05-01 2015-09-01 5 LEFT false false");
  }

  @Test
  void shouldNotTakeAnEmployeeTransferForAnExit() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01", M.reasonForLeaving, "Employee Transfer")
                .row(M.personId, "stays", M.month, "2015-09"));
    told(spells.where(S.personId.col().equalTo("a")))
        .areExactly(
            "2015-01-01 2015-01-01 1 ACTIVE false false",
            "2015-02-01 2015-09-01 8 TRANSFERRED false false");
  }

  @Test
  void shouldNotTakeARecordEndedByAMergerForAnExit() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(
                    M.personId, "a",
                    M.month, "2015-01",
                    M.reasonForLeaving, "Merged Organisation - Duplicate Record")
                .row(M.personId, "stays", M.month, "2015-09"));
    told(spells.where(S.personId.col().equalTo("a")))
        .areExactly(
            "2015-01-01 2015-01-01 1 ACTIVE false false",
            "2015-02-01 2015-09-01 8 TRANSFERRED false false");
  }

  @Test
  void shouldMarkSpellsThatStandAtTheEdgesOfTheWindow() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01")
                .row(M.personId, "a", M.month, "2015-02", M.organisation, "RB")
                .row(M.personId, "a", M.month, "2015-03", M.organisation, "RB"));
    assertRows(spells, S.firstMonth, S.organisation, S.leftCensored, S.rightCensored)
        .areExactly("2015-01-01 RA true false", "2015-02-01 RB false true");
  }

  @Test
  void shouldSettleASpellAndTheGapAfterItInTheYearOfThePersonsNextMonth() {
    Dataset<Row> spells =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01")
                .row(M.personId, "a", M.month, "2015-02", M.state, "PARENTAL")
                .row(M.personId, "a", M.month, "2017-05")
                .row(M.personId, "stays", M.month, "2017-06"));
    assertRows(spells.where(S.personId.col().equalTo("a")), S.firstMonth, S.state, S.settledYear)
        .areExactly(
            "2015-01-01 ACTIVE 2015",
            "2015-02-01 PARENTAL 2017",
            "2015-03-01 GAP 2017",
            "2017-05-01 ACTIVE -",
            "2017-06-01 GAP -");
  }

  /** What stands of the months that did not change is marked, so that reading them would show. */
  @Test
  void shouldReadOfThePanelOnlyTheMonthsThatChangedAndThoseBefore() {
    Dataset<Row> stood =
        spells(
            panel()
                .row(M.personId, "a", M.month, "2015-01")
                .row(M.personId, "a", M.month, "2015-02")
                .row(M.personId, "a", M.month, "2015-03", M.reasonForLeaving, "Retirement"));
    TestRows now =
        panel()
            .row(M.personId, "not read", M.month, "2015-01")
            .row(M.personId, "a", M.month, "2015-03", M.reasonForLeaving, "Retirement")
            .row(M.personId, "a", M.month, "2015-05");
    SortedSet<Month> changed = new TreeSet<>(List.of(Month.of(2015, 4), Month.of(2015, 5)));
    FakeInputs inputs = FakeInputs.of().with(M, now.dataset());
    assertRows(
            new EsrSpellsJob().replacement(inputs, changed, stood).rows(),
            S.personId,
            S.firstMonth,
            S.lastMonth,
            S.state,
            S.endingReason)
        .areExactly(
            "a 2015-01-01 2015-03-01 ACTIVE Retirement",
            "a 2015-04-01 2015-04-01 GAP -",
            "a 2015-05-01 2015-05-01 ACTIVE -");
  }

  private static TestRows panel() {
    return TestRows.of(M)
        .each(
            M.organisation, "RA",
            M.level1, "CLINICAL",
            M.level2, "NURSES",
            M.level3, "Nurses - adult",
            M.band, "5",
            M.bandRank, 50,
            M.inTraining, false,
            M.state, "ACTIVE",
            M.assignment, "1",
            M.assignments, 1,
            M.groupsHeld, 2);
  }

  private static Dataset<Row> spells(TestRows months) {
    return new EsrSpellsJob().rows(FakeInputs.of().with(M, months.dataset()));
  }

  private static RowsAssert told(Dataset<Row> spells) {
    return assertRows(
        spells, S.firstMonth, S.lastMonth, S.months, S.state, S.leaverOfficial, S.leaverEsr);
  }
}
