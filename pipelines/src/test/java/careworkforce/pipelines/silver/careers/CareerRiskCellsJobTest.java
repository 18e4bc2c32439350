package careworkforce.pipelines.silver.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.HeadlineMoves;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * A year, of which April to July are at risk: three months are before, five are too near the end.
 */
class CareerRiskCellsJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrPersons P = EsrPersons.TABLE;
  private static final EsrAbsences A = EsrAbsences.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final MassExits X = MassExits.TABLE;
  private static final CareerRiskCells C = CareerRiskCells.TABLE;

  private final TestRows months =
      TestRows.of(M)
          .each(
              M.level1,
              "CLINICAL",
              M.level2,
              "NURSES",
              M.groupsHeld,
              2,
              M.inTraining,
              false,
              M.assignment,
              "1",
              M.assignments,
              1,
              M.startDate,
              "2013-02-01",
              M.age,
              35);
  private final TestRows moves = HeadlineMoves.rows();
  private final TestRows absences = TestRows.of(A);
  private final TestRows spells = TestRows.of(S);
  private final TestRows exits = TestRows.of(X);

  private void at(String person, int first, int last, String organisation, String state) {
    for (int month = first; month <= last; month++) {
      months.row(
          M.personId, person,
          M.month, String.format("2015-%02d", month),
          M.organisation, organisation,
          M.state, state);
    }
  }

  private Dataset<Row> cells() {
    return new CareerRiskCellsJob().rows(inputs());
  }

  private FakeInputs inputs() {
    return FakeInputs.of()
        .with(M, months.dataset())
        .with(V, moves.dataset())
        .with(A, absences.dataset())
        .with(S, spells.dataset())
        .with(X, exits.dataset())
        .with(
            P,
            TestRows.of(P)
                .each(P.firstMonth, "2015-01", P.lastMonth, "2015-12", P.conflict, false)
                .each(P.birthYears, 1L, P.sexes, 1L)
                .dataset());
  }

  private void leaver(String person, String lastMonth) {
    spells.row(
        S.personId,
        person,
        S.firstMonth,
        "2015-01",
        S.lastMonth,
        lastMonth,
        S.months,
        6,
        S.state,
        "ACTIVE",
        S.organisation,
        "RA",
        S.level2,
        "NURSES",
        S.leftCensored,
        true,
        S.rightCensored,
        false,
        S.leaverOfficial,
        true,
        S.leaverEsr,
        true);
  }

  private void sick(String person, String month) {
    absences.row(
        A.period,
        month,
        A.sourceFile,
        "f",
        A.sourceLine,
        1L,
        A.personId,
        person,
        A.asgNumber,
        "1",
        A.absenceCategory,
        "Sickness",
        A.absenceStartDate,
        month + "-01",
        A.tmYearMonth,
        month);
  }

  private void move(String person, String month) {
    moves.row(V.personId, person, V.month, month);
  }

  @Test
  void shouldCountEachMonthAtRiskOnceBetweenTheWindowsUnknownEnds() {
    at("a", 1, 12, "RA", "ACTIVE");
    at("b", 1, 12, "RA", "ACTIVE");
    assertRows(cells(), C.organisation, C.month, C.event, C.persons)
        .areExactly(
            "RA 2015-04-01 none 2",
            "RA 2015-05-01 none 2",
            "RA 2015-06-01 none 2",
            "RA 2015-07-01 none 2");
  }

  /**
   * Of an absence of seven months May is the last that tells; so it is of six months that prove.
   */
  @Test
  void shouldCountNoMonthInWhichLeavingOrAMoveCannotBeToldUnderALongerRule() {
    at("a", 1, 12, "RA", "ACTIVE");
    at("absent for six", 1, 6, "RA", "ACTIVE");
    List<FakeInputs> longer =
        List.of(inputs().with(EsrSpellsJob.GAP, 7), inputs().with(MoveRule.HELD, 6));
    for (FakeInputs inputs : longer) {
      assertRows(new CareerRiskCellsJob().rows(inputs), C.month, C.event, C.persons)
          .areExactly("2015-04-01 none 2", "2015-05-01 none 2");
    }
  }

  @Test
  void shouldDateAMoveALeavingAndATrustMoveByTheLastMonthBefore() {
    at("mover", 1, 12, "RA", "ACTIVE");
    move("mover", "2015-06");
    at("leaver", 1, 6, "RA", "ACTIVE");
    leaver("leaver", "2015-06");
    at("other trust", 1, 5, "RA", "ACTIVE");
    at("other trust", 6, 12, "RB", "ACTIVE");
    assertRows(
            cells().where(C.event.col().notEqual(lit("none"))),
            C.organisation,
            C.month,
            C.event,
            C.destination)
        .areExactly(
            "RA 2015-05-01 move_up NURSES", "RA 2015-06-01 left none", "RA 2015-05-01 trust none");
  }

  @Test
  void shouldNotCallAMassExitLeaving() {
    at("leaver", 1, 6, "RA", "ACTIVE");
    at("a", 1, 12, "RA", "ACTIVE");
    leaver("leaver", "2015-06");
    exits.row(
        X.organisation, "RA", X.level2, "NURSES", X.month, "2015-06", X.leavers, 1L, X.staff, 2L);
    assertRows(cells(), C.month, C.event, C.persons)
        .areExactly(
            "2015-04-01 none 2",
            "2015-05-01 none 2",
            "2015-06-01 none 1",
            "2015-06-01 away 1",
            "2015-07-01 none 1");
  }

  /** The hazard is of a month: what comes about over two or ten is no event of one. */
  @Test
  void shouldCallAMonthBeforeAnAbsenceAwayWhateverFollowsIt() {
    at("same", 1, 4, "RA", "ACTIVE");
    at("same", 5, 5, "RA", "PARENTAL");
    at("same", 6, 12, "RA", "ACTIVE");
    at("mover", 1, 4, "RA", "ACTIVE");
    at("mover", 6, 12, "RA", "ACTIVE");
    move("mover", "2015-06");
    at("other trust", 1, 4, "RA", "ACTIVE");
    at("other trust", 5, 5, "RA", "LONG_SICK");
    at("other trust", 6, 12, "RB", "ACTIVE");
    at("leaver", 1, 4, "RA", "ACTIVE");
    at("leaver", 5, 5, "RA", "PARENTAL");
    leaver("leaver", "2015-05");
    assertRows(cells().where("month <= '2015-05-01'"), C.month, C.parenthood, C.event, C.persons)
        .areExactly("2015-04-01 none away 3", "2015-04-01 none left 1", "2015-05-01 none away 1");
  }

  /** May and June are the illness: without them leaving in July would be by one who was well. */
  @Test
  void shouldDateALeaverOutOfLongSicknessByItsLastMonthAndAfterSickness() {
    at("a", 1, 4, "RA", "ACTIVE");
    at("a", 5, 6, "RA", "LONG_SICK");
    sick("a", "2015-05");
    sick("a", "2015-06");
    leaver("a", "2015-06");
    at("leave between", 1, 4, "RB", "ACTIVE");
    at("leave between", 5, 5, "RB", "LONG_SICK");
    at("leave between", 6, 7, "RB", "PARENTAL");
    sick("leave between", "2015-05");
    leaver("leave between", "2015-07");
    at("stays", 1, 12, "RC", "ACTIVE");
    assertRows(
            cells().where("organisation <> 'RC'"),
            C.organisation,
            C.month,
            C.sickness,
            C.event,
            C.persons)
        .areExactly(
            "RA 2015-04-01 none away 1",
            "RA 2015-05-01 none away 1",
            "RA 2015-06-01 recent left 1",
            "RB 2015-04-01 none away 1",
            "RB 2015-05-01 none left 1");
  }

  /** A move and another trust found in or after long sickness came about over all of it. */
  @Test
  void shouldHaveMonthsOfLongSicknessAtRiskOfLeavingAlone() {
    at("a", 1, 4, "RA", "ACTIVE");
    at("a", 5, 5, "RB", "LONG_SICK");
    at("a", 6, 12, "RC", "ACTIVE");
    move("a", "2015-06");
    assertRows(cells(), C.organisation, C.month, C.event)
        .areExactly(
            "RA 2015-04-01 away", "RB 2015-05-01 away", "RC 2015-06-01 none", "RC 2015-07-01 none");
  }

  @Test
  void shouldCallBackFromParentalLeaveFromTheFirstMonthAtWorkAgain() {
    at("a", 1, 4, "RA", "ACTIVE");
    at("a", 5, 5, "RA", "PARENTAL");
    at("a", 6, 12, "RA", "ACTIVE");
    move("a", "2015-07");
    assertRows(cells(), C.month, C.parenthood, C.event, C.persons)
        .areExactly(
            "2015-04-01 none away 1",
            "2015-06-01 returned move_up 1",
            "2015-07-01 returned none 1");
  }

  @Test
  void shouldRememberSicknessForThreeMonthsAndNotInItsOwn() {
    at("a", 1, 12, "RA", "ACTIVE");
    sick("a", "2015-04");
    assertRows(cells(), C.month, C.sickness)
        .areExactly(
            "2015-04-01 none", "2015-05-01 recent", "2015-06-01 recent", "2015-07-01 recent");
  }

  @Test
  void shouldTakeAboutTheShareOfStaffThatIsAskedForWholePersonsAtATime() {
    for (int person = 0; person < 40; person++) {
      at("p" + person, 1, 12, "RA", "ACTIVE");
    }
    FakeInputs inputs =
        FakeInputs.of().with(M, months.dataset()).with(CareerRiskCellsJob.SAMPLE, 0.5);
    Dataset<Row> cells = new CareerRiskCellsJob().rows(inputs);
    assertThat(cells.select(C.persons.col()).distinct().count()).isOne();
    assertThat(cells.first().<Long>getAs(C.persons.name())).isBetween(10L, 30L);
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    at("a", 1, 12, "RA", "ACTIVE");
    at("b", 1, 6, "RA", "ACTIVE");
    leaver("b", "2015-06");
    SameTables.assertSame(Partitions.of(1, this::cells), Partitions.of(5, this::cells));
    assertThat(cells().where(col(C.event.name()).equalTo(lit("left"))).count()).isOne();
  }
}
