package careworkforce.pipelines.gold.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MoveRule;
import java.util.List;
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
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
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

  private final TestRows months =
      TestRows.of(M).each(M.state, "ACTIVE", M.assignments, 1, M.inTraining, false);

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

  /** Who goes on, around either move. */
  private void holdsOneAtATime() {
    holds("goes on", 5, "NURSING_SUPPORT");
    holds("goes on", 6, "NURSES");
    holds("goes on", 7, "NURSES");
    holds("goes on", 8, "MANAGERS");
  }

  private void holds(String person, int month, String... groups) {
    int held = 0;
    for (String group : groups) {
      held |= 1 << List.copyOf(OccupationGroups.LEVEL2.codes()).indexOf(group);
    }
    months.row(M.personId, person, M.month, date(month), M.groupsHeld, held);
  }

  private static String date(int month) {
    return new Month(BEGIN + month - 1).firstDay().toString();
  }

  private Dataset<Row> grid(Object... rules) {
    return grid(FakeInputs.of(), rules);
  }

  private Dataset<Row> grid(FakeInputs settings, Object... rules) {
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
        .rows(settings.with(S, spells.dataset()).with(M, months.dataset()))
        .where(G.rule.col().isin(rules));
  }

  @Test
  void shouldCountFewerMovesTheLongerTheyHaveToHold() {
    holds("stays", 5, "NURSING_SUPPORT");
    holds("stays", 6, "NURSES");
    holdsOneAtATime();
    // At work to month 16: 16 and 16 of the movers, 3 and 6 of the third.
    assertRows(grid("persistence"), G.months, G.events, G.personMonths)
        .areExactly("1 3 41", "3 2 41", "6 2 41");
  }

  /** A move holds in both of the next two months, and a return within nine undoes it. */
  @Test
  void shouldCallTheRunsOwnRuleTheHeadlineAndHoldAllElseOfIt() {
    holds("stays", 5, "NURSING_SUPPORT");
    holds("stays", 6, "NURSES");
    holdsOneAtATime();
    FakeInputs own =
        FakeInputs.of()
            .with(MoveRule.HELD, 2)
            .with(MoveRule.OF, 2)
            .with(MoveRule.NO_RETURN, 9)
            .with(EsrSpellsJob.GAP, 2);
    // At work to month 14, as a return may fall up to nine months after a move.
    assertRows(
            grid(own, "persistence", "swaps", "gap"), G.rule, G.months, G.headline, G.personMonths)
        .areExactly(
            "persistence 1 false 37",
            "persistence 2 true 37",
            "persistence 3 false 37",
            "persistence 6 false 37",
            "swaps 2 false 37",
            "gap 1 false 33",
            "gap 2 true 33",
            "gap 3 false 33",
            "gap 6 false 33",
            "gap 12 false 33");
  }

  /** Who stays a nurse was support worker and nurse at once, and holds both assignments still. */
  @Test
  void shouldCountAMoveBySwapsAloneWhereTheSecondAssignmentBecomesTheMainOne() {
    holds("stays", 5, "NURSING_SUPPORT", "NURSES");
    holds("stays", 6, "NURSING_SUPPORT", "NURSES");
    holdsOneAtATime();
    assertRows(grid("persistence", "swaps"), G.rule, G.months, G.events)
        .areExactly("persistence 1 2", "persistence 3 1", "persistence 6 1", "swaps 3 2");
  }

  @Test
  void shouldCountFewerExitsTheLongerTheAbsenceAndInTheSameMonths() {
    // On a payroll to month 12: 12 and 12 of the movers, 3 and 6 of the third.
    assertRows(grid("gap"), G.months, G.events, G.personMonths)
        .areExactly("1 2 33", "3 1 33", "6 1 33", "12 0 33");
  }
}
