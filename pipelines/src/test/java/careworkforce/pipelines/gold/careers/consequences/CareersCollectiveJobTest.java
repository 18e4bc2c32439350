package careworkforce.pipelines.gold.careers.consequences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.HeadlineMoves;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareersCollectiveJobTest {
  private static final CareerRiskCells C = CareerRiskCells.TABLE;
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;

  private final TestRows cells =
      TestRows.of(C)
          .each(
              C.level2, "NURSES",
              C.ageBand, "30-44",
              C.nationality, "british",
              C.tenure, "1-4",
              C.parenthood, "none",
              C.sickness, "none",
              C.destination, "none");
  private final TestRows moves = HeadlineMoves.rows();
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
              M.state,
              "ACTIVE");

  private void count(String trust, String month, String sex, String ethnic, String event, long n) {
    cells.row(
        C.organisation, trust,
        C.month, month,
        C.sex, sex,
        C.ethnicity, ethnic,
        C.event, event,
        C.persons, n);
  }

  private FakeInputs inputs() {
    return FakeInputs.of()
        .with(C, cells.dataset())
        .with(V, moves.dataset())
        .with(M, months.dataset());
  }

  private void atWork(String person, String trust, String month) {
    months.row(M.personId, person, M.month, month, M.organisation, trust);
  }

  @Test
  void shouldSetInflowAndLeaversOfAYearAgainstItsPersonMonths() {
    count("RA", "2015-03", "Female", "white", "none", 60);
    count("RA", "2015-04", "Male", "minority", "none", 50);
    count("RA", "2015-04", "Male", "unknown", "left", 10);
    moves.row(V.personId, "a", V.month, "2015-04", V.organisationTo, "RA");
    moves.row(V.personId, "b", V.month, "2016-05", V.organisationTo, "RA");
    List<Row> rows = CareersCollectiveJob.cells(inputs()).collectAsList();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).mkString(" "))
        .isEqualTo("RA NURSES 2015 120.0 120.0 " + 12 * 1.0 / 120 + " 1.0 0.5 " + 50.0 / 110);
  }

  @Test
  void shouldCountMovesInTheMonthsThatAreAtRiskAlone() {
    // March and April are at risk, in RB April alone: the month is what counts, in every trust.
    count("RA", "2015-03", "Female", "white", "none", 60);
    count("RB", "2015-04", "Female", "white", "none", 40);
    for (String month : List.of("2015-02", "2015-03", "2015-04", "2015-05")) {
      moves.row(V.personId, "a" + month, V.month, month, V.organisationTo, "RA");
    }
    List<Row> rows = CareersCollectiveJob.cells(inputs()).collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).<Double>getAs("inflow_rate")).isEqualTo(12 * 2.0 / 60);
    assertThat(rows.get(1).<Double>getAs("inflow_rate")).isZero();
  }

  @Test
  void shouldGiveTheSlopeOfLeavingOnInflowWithinTrustAndYear() {
    // Leavers a year: 12 of 120 person-months is 1.2, and 0.02 more for each 0.1 of inflow.
    for (int trust = 0; trust < 31; trust++) {
      for (int year = 2014; year <= 2015; year++) {
        int came = year == 2015 ? trust % 3 : 0;
        long left = 12 + 2L * came;
        count("R" + trust, year + "-03", "Female", "white", "none", 1_200 - left);
        count("R" + trust, year + "-03", "Female", "white", "left", left);
        for (int i = 0; i < came; i++) {
          moves.row(
              V.personId, "p" + trust + i, V.month, year + "-03", V.organisationTo, "R" + trust);
        }
      }
    }
    Row leaving =
        new CareersCollectiveJob()
            .rows(inputs())
            .where("outcome = 'leaving_rate' and estimator = 'ols'")
            .first();
    assertThat(leaving.<Double>getAs("estimate")).isCloseTo(2, within(1e-9));
    assertThat(leaving.<Long>getAs("n_clusters")).isEqualTo(31);
  }

  @Test
  void shouldLetNobodyLeaveWhoseMoveIsStillBeingProved() {
    // Of 24 person-months five are a mover's at work, who may leave from the fourth on.
    for (int month = 3; month <= 8; month++) {
      count("RA", "2015-0" + month, "Female", "white", "none", month == 8 ? 3 : 4);
      count("RA", "2015-0" + month, "Female", "white", "left", month == 8 ? 1 : 0);
    }
    moves.row(V.personId, "a", V.month, "2015-04", V.organisationTo, "RA");
    for (String month : List.of("2015-03", "2015-04", "2015-05", "2015-07", "2015-08", "2015-09")) {
      atWork("a", "RA", month);
    }
    Row cell = CareersCollectiveJob.cells(inputs()).first();
    assertThat(cell.<Double>getAs("person_months")).isEqualTo(24);
    assertThat(cell.<Double>getAs("months_to_leave")).isEqualTo(24 - 3);
    assertThat(cell.<Double>getAs("leaving_rate")).isEqualTo(12 * 1.0 / 21);
    assertThat(cell.<Double>getAs("inflow_rate")).isEqualTo(12 * 1.0 / 24);
  }

  /** Sick from May to June, the mover proves the move in July and may leave from August on. */
  @Test
  void shouldLetNobodyLeaveInLongSicknessWhileAMoveIsBeingProved() {
    for (int month = 4; month <= 8; month++) {
      count("RA", "2015-0" + month, "Female", "white", "none", 4);
    }
    moves.row(V.personId, "a", V.month, "2015-03", V.organisationTo, "RA");
    for (String month : List.of("2015-03", "2015-04", "2015-07", "2015-08")) {
      atWork("a", "RA", month);
    }
    for (String month : List.of("2015-05", "2015-06", "2015-09")) {
      months.row(M.personId, "a", M.month, month, M.organisation, "RA", M.state, "LONG_SICK");
    }
    Row cell = CareersCollectiveJob.cells(inputs()).first();
    assertThat(cell.<Double>getAs("months_to_leave")).isEqualTo(20 - 4);
  }

  /** At work from March to May, sick in June: July proves the move, and nobody leaves before. */
  @Test
  void shouldLetNobodyLeaveInTheLongSicknessJustBeforeTheMonthThatProves() {
    for (int month = 4; month <= 8; month++) {
      count("RA", "2015-0" + month, "Female", "white", "none", 4);
    }
    moves.row(V.personId, "a", V.month, "2015-03", V.organisationTo, "RA");
    for (String month : List.of("2015-03", "2015-04", "2015-05", "2015-07")) {
      atWork("a", "RA", month);
    }
    months.row(M.personId, "a", M.month, "2015-06", M.organisation, "RA", M.state, "LONG_SICK");
    Row cell = CareersCollectiveJob.cells(inputs()).first();
    assertThat(cell.<Double>getAs("months_to_leave")).isEqualTo(20 - 3);
  }

  @Test
  void shouldHaveNobodyWhoMayLeaveWhereAllAreProving() {
    count("RA", "2015-04", "Female", "white", "none", 1);
    moves.row(V.personId, "a", V.month, "2015-04", V.organisationTo, "RA");
    atWork("a", "RA", "2015-04");
    Row cell = CareersCollectiveJob.cells(inputs()).first();
    assertThat(cell.<Double>getAs("months_to_leave")).isZero();
    assertThat(cell.isNullAt(cell.fieldIndex("leaving_rate"))).isTrue();
  }

  @Test
  void shouldTakeLevelsOfATrustsGroupsOutBesideTheHeadline() {
    // Cells with more inflow leave more; within a cell each who comes has one leaver less.
    for (int trust = 0; trust < 31; trust++) {
      for (String group : List.of("NURSES", "MIDWIVES")) {
        boolean high = (trust % 2 == 0) == group.equals("NURSES");
        for (int year = 2014; year <= 2015; year++) {
          String trustCode = "R" + trust;
          int more = year == 2015 ? trust % 3 : 0;
          int left = (high ? 60 : 20) - more;
          cells(trustCode, group, year + "-03", "none", 1_200 - left);
          cells(trustCode, group, year + "-03", "left", left);
          int came = (high ? 3 : 0) + more;
          for (int i = 0; i < came; i++) {
            moves.row(
                V.personId,
                "p" + trust + group + i,
                V.toGroup,
                group,
                V.month,
                year + "-03",
                V.organisationTo,
                trustCode);
          }
        }
      }
    }
    List<Row> leaving =
        new CareersCollectiveJob()
            .rows(inputs())
            .where("outcome = 'leaving_rate'")
            .orderBy("estimator")
            .collectAsList();
    assertThat(leaving).hasSize(2);
    assertThat(leaving.get(0).<Double>getAs("estimate")).isGreaterThan(5);
    assertThat(leaving.get(1).<String>getAs("estimator")).isEqualTo("ols within cells");
    assertThat(leaving.get(1).<Double>getAs("estimate")).isCloseTo(-1, within(1e-9));
  }

  private void cells(String trust, String group, String month, String event, long persons) {
    cells.row(
        C.organisation, trust,
        C.level2, group,
        C.month, month,
        C.sex, "Female",
        C.ethnicity, "white",
        C.event, event,
        C.persons, persons);
  }
}
