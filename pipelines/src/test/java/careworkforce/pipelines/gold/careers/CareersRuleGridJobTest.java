package careworkforce.pipelines.gold.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.spells.EsrSpells;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Two years. One person turns nurse in June of the first and stays; one does for two months and
 * then is a manager. One is away for two months in the first year and for seven from its December
 * on.
 */
class CareersRuleGridJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final CareersRuleGrid G = CareersRuleGrid.TABLE;
  private static final int BEGIN = Month.of(2014, 1).number();

  private final TestRows spells =
      TestRows.of(S)
          .each(
              S.leftCensored, false,
              S.rightCensored, false,
              S.leaverOfficial, false,
              S.leaverEsr, false,
              S.inTraining, false);

  /** From the first to the last month, counted from 1 in January of the first year. */
  private void spell(String person, int first, int last, String state, String group) {
    spells.row(
        S.personId,
        person,
        S.firstMonth,
        date(first),
        S.lastMonth,
        date(last),
        S.months,
        last - first + 1,
        S.state,
        state,
        S.level2,
        group);
  }

  private static String date(int month) {
    return new Month(BEGIN + month - 1).firstDay().toString();
  }

  private Dataset<Row> grid(String rule) {
    spell("stays", 1, 5, "ACTIVE", "NURSING_SUPPORT");
    spell("stays", 6, 24, "ACTIVE", "NURSES");
    spell("goes on", 1, 5, "ACTIVE", "NURSING_SUPPORT");
    spell("goes on", 6, 7, "ACTIVE", "NURSES");
    spell("goes on", 8, 24, "ACTIVE", "MANAGERS");
    spell("away", 1, 3, "ACTIVE", "NURSES");
    spell("away", 4, 5, "GAP", null);
    spell("away", 6, 11, "ACTIVE", "NURSES");
    spell("away", 12, 17, "GAP", null);
    spell("away", 18, 24, "ACTIVE", "NURSES");
    return new CareersRuleGridJob()
        .rows(FakeInputs.of().with(S, spells.dataset()))
        .where(G.rule.col().equalTo(lit(rule)));
  }

  @Test
  void shouldCountFewerMovesTheLongerTheyHaveToHold() {
    // At work to month 16: 16 and 16 of the movers, 3 and 6 of the third.
    assertRows(grid("persistence"), G.months, G.events, G.personMonths)
        .areExactly("1 3 41", "3 2 41", "6 2 41");
  }

  @Test
  void shouldCountFewerExitsTheLongerTheAbsenceAndInTheSameMonths() {
    // On a payroll to month 12: 12 and 12 of the movers, 3 and 6 of the third.
    assertRows(grid("gap"), G.months, G.events, G.personMonths)
        .areExactly("1 2 33", "3 1 33", "6 1 33", "12 0 33");
  }
}
