package careworkforce.pipelines.silver.spells;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import java.sql.Date;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OccupationMovesJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final int NURSE_BIT = 2;
  private static final int SUPPORT_BIT = 128;

  @Test
  void shouldTellWhereFromWhereToAndAtWhatPay() {
    Dataset<Row> moves = moves(panel(SUPPORT_BIT, NURSE_BIT));
    assertRows(
            moves,
            V.personId,
            V.month,
            V.fromGroup,
            V.toGroup,
            V.organisationFrom,
            V.organisationTo,
            V.direction,
            V.means,
            V.payBefore,
            V.payAfter,
            V.headline)
        .areExactly("a 2015-05-01 NURSING_SUPPORT NURSES RA RB up direct 10.0000 14.0000 true");
  }

  @Test
  void shouldKeepASwapOfTwoAssignmentsBothStillHeldOutOfTheHeadline() {
    Dataset<Row> moves = moves(panel(SUPPORT_BIT | NURSE_BIT, SUPPORT_BIT | NURSE_BIT));
    assertRows(moves, V.personId, V.secondaryPromoted, V.headline).areExactly("a true false");
  }

  @Test
  void shouldCountAMoveWhenOnlyOneOfTwoAssignmentsIsStillHeld() {
    Dataset<Row> moves = moves(panel(SUPPORT_BIT | NURSE_BIT, NURSE_BIT));
    assertRows(moves, V.personId, V.secondaryPromoted, V.headline).areExactly("a false true");
  }

  @Test
  void shouldReadTheMonthsAroundAMoveAgainOnlyIfOneOfThemChanged() {
    replacedFrom("2015-09").areExactly("a 2015-05-01 10.0000 14.0000");
    replacedFrom("2015-08").areExactly("a 2015-05-01 - 14.0000");
  }

  /** The merge of a changed month that is all there is of the panel to read. */
  private static RowsAssert replacedFrom(String changed) {
    Dataset<Row> panel = panel(SUPPORT_BIT, NURSE_BIT).dataset();
    Month month = Month.parse(changed);
    Dataset<Row> alone = panel.where(M.month.col().equalTo(lit(Date.valueOf(month.firstDay()))));
    FakeInputs inputs = FakeInputs.of().with(M, alone).with(EsrSpells.TABLE, spells(panel));
    Dataset<Row> merged =
        new OccupationMovesJob()
            .replacement(inputs, new TreeSet<>(Set.of(month)), moves(panel(SUPPORT_BIT, NURSE_BIT)))
            .rows();
    return assertRows(merged, V.personId, V.month, V.payBefore, V.payAfter);
  }

  private static TestRows panel(int heldBefore, int heldAfter) {
    TestRows rows = TestRows.of(M);
    for (int month = 1; month <= 9; month++) {
      boolean before = month < 5;
      rows.row(
          M.personId, "a",
          M.month, "2015-0" + month,
          M.organisation, before ? "RA" : "RB",
          M.level1, before ? "SUPPORT_TO_CLINICAL" : "CLINICAL",
          M.level2, before ? "NURSING_SUPPORT" : "NURSES",
          M.level3, before ? "Healthcare Assistant" : "Nurses - adult",
          M.band, before ? "2" : "5",
          M.bandRank, before ? 20 : 50,
          M.groupsHeld, before ? heldBefore : heldAfter,
          M.hourlyPay, before ? "10" : "14",
          M.inTraining, false,
          M.state, "ACTIVE",
          M.assignment, "1",
          M.assignments, 1);
    }
    return rows;
  }

  private static Dataset<Row> moves(TestRows months) {
    Dataset<Row> panel = months.dataset();
    return new OccupationMovesJob()
        .rows(FakeInputs.of().with(M, panel).with(EsrSpells.TABLE, spells(panel)));
  }

  private static Dataset<Row> spells(Dataset<Row> panel) {
    return new EsrSpellsJob().rows(FakeInputs.of().with(M, panel));
  }
}
