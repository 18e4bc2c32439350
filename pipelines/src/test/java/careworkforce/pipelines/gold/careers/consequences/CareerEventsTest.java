package careworkforce.pipelines.gold.careers.consequences;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.OccupationMovesJob;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareerEventsTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final int JANUARY = 2015 * 12;

  /** Months from January 2015 on: A at work, P on parental leave, . on no payroll. */
  private static List<String> returns(String months) {
    TestRows rows =
        TestRows.of(M)
            .each(
                M.personId,
                "a",
                M.groupsHeld,
                0,
                M.inTraining,
                false,
                M.assignment,
                "1",
                M.assignments,
                1);
    for (int i = 0; i < months.length(); i++) {
      if (months.charAt(i) != '.') {
        rows.row(
            M.personId,
            "a",
            M.groupsHeld,
            0,
            M.inTraining,
            false,
            M.assignment,
            "1",
            M.assignments,
            1,
            M.month,
            String.format("2015-%02d", i + 1),
            M.state,
            months.charAt(i) == 'A' ? PayrollState.ACTIVE : PayrollState.PARENTAL);
      }
    }
    List<Row> found =
        CareerEvents.returns(new EsrSpellsJob().rows(FakeInputs.of().with(M, rows.dataset())))
            .collectAsList();
    return found.stream()
        .map(
            row ->
                row.<Integer>getAs("base")
                    - JANUARY
                    + "-"
                    + (row.<Integer>getAs("event_at") - JANUARY))
        .toList();
  }

  @Test
  void shouldFindTheLastMonthAtWorkBeforeLeaveAndTheFirstAfter() {
    assertThat(returns("AAPPPAA")).containsExactly("1-5");
  }

  @Test
  void shouldNotCallAReturnWhatComesFromAbsenceOrHasNoMonthAtWorkBefore() {
    assertThat(returns("PPAA")).isEmpty();
    assertThat(returns("AP.AA")).isEmpty();
  }

  /** Two months of support, four of leave, four of training, and then a nurse. */
  @Test
  void shouldTakeTheLastMonthAtWorkBeforeAMoveForItsBaseBeItInTraining() {
    TestRows rows = TestRows.of(M);
    String months = "HHPPPPTTTTNNNNN";
    for (int i = 0; i < months.length(); i++) {
      char month = months.charAt(i);
      rows.row(
          M.personId,
          "a",
          M.groupsHeld,
          0,
          M.inTraining,
          month == 'T',
          M.assignment,
          "1",
          M.assignments,
          1,
          M.month,
          new Month(JANUARY + i).firstDay().toString(),
          M.level2,
          month == 'N' ? "NURSES" : "NURSING_SUPPORT",
          M.state,
          month == 'P' ? PayrollState.PARENTAL : PayrollState.ACTIVE);
    }
    FakeInputs panel = FakeInputs.of().with(M, rows.dataset());
    Dataset<Row> spells = new EsrSpellsJob().rows(panel);
    Dataset<Row> moves = new OccupationMovesJob().rows(panel.with(EsrSpells.TABLE, spells));
    assertRows(moves, V.gapMonths, V.trainingMonths).areExactly("4 4");
    Dataset<Row> againstStayers =
        CareerEvents.of(moves, spells)
            .where(col(MatchedUnits.STUDY).equalTo(lit(EventStudy.MOVES_AND_STAYERS.name())));
    Row event = againstStayers.first();
    assertThat(event.<Integer>getAs(MatchedUnits.BASE) - JANUARY).isEqualTo(9);
    assertThat(event.<Integer>getAs(MatchedUnits.EVENT_AT) - JANUARY).isEqualTo(10);
  }
}
