package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Support staff of two regions: of three in the North East one becomes a nurse and one leaves; one
 * in London ends training as a learner, another joins late and becomes a nurse.
 */
class CareersMovesByJobTest {
  private static final CareerYears Y = CareerYears.TABLE;
  private static final CareersMovesBy M = CareersMovesBy.TABLE;
  private static final String SUPPORT = "NURSING_SUPPORT";

  private static Dataset<Row> rows() {
    TestRows rows =
        Years.of()
            .row(member("stays", "North East", 12, SUPPORT))
            .row(
                with(
                    member("moves", "North East", 12, "NURSES"),
                    Y.movedFrom,
                    SUPPORT,
                    Y.movedTo,
                    "NURSES"))
            .row(with(member("leaves", "North East", 6, "LEFT"), Y.left, true))
            .row(
                with(
                    member("learner", "London", 12, "NURSES"),
                    Y.level2,
                    "NURSING_LEARNERS",
                    Y.movedFrom,
                    SUPPORT,
                    Y.movedTo,
                    "NURSES"))
            .row(
                with(
                    member("joiner", "London", 4, "NURSES"),
                    Y.atStart,
                    false,
                    Y.movedFrom,
                    SUPPORT,
                    Y.movedTo,
                    "NURSES"));
    return new CareersMovesByJob().rows(FakeInputs.of().with(Y, rows.dataset()));
  }

  private static Object[] member(String person, String region, int months, String later) {
    return new Object[] {
      Y.personId, person,
      Y.region, region,
      Y.level2, SUPPORT,
      Y.movingMonths, months,
      Y.personMonths, months,
      Y.groupAYearLater, later
    };
  }

  private static Object[] with(Object[] row, Object... more) {
    Object[] all = java.util.Arrays.copyOf(row, row.length + more.length);
    System.arraycopy(more, 0, all, row.length, more.length);
    return all;
  }

  @Test
  void shouldShareEachOriginOutOverStayingMovingAndLeaving() {
    assertRows(
            rows().where("breakdown = 'region' and from_group = 'NURSING_SUPPORT'"),
            M.toGroup,
            M.persons,
            M.personsThere,
            M.movers,
            M.personMonths,
            M.value)
        .areExactly(
            "NURSING_SUPPORT 3 1 0 30 North East",
            "NURSES 3 1 1 30 North East",
            "LEFT 3 1 1 30 North East",
            "NURSES 0 0 2 4 London");
  }

  @Test
  void shouldLeaveOutAYearWhoseEndTheRecordDoesNotReach() {
    // Nobody can be compared with September 2016, when the record has ended; one has left by then.
    TestRows rows =
        Years.of()
            .row(Y.personId, "a", Y.year, 2014, Y.personMonths, 12, Y.groupAYearLater, "NURSES")
            .row(Y.personId, "a", Y.personMonths, 1)
            .row(Y.personId, "b", Y.personMonths, 1, Y.left, true);
    assertRows(
            new CareersMovesByJob()
                .rows(FakeInputs.of().with(Y, rows.dataset()))
                .where("breakdown = 'all'"),
            M.year,
            M.toGroup,
            M.persons)
        .areExactly("2014 NURSES 1");
  }

  /** Of the year's last month a leaver can be told already, and a mover not. */
  @Test
  void shouldSetMoversAndLeaversEachAgainstMonthsInWhichTheyCanBeTold() {
    TestRows rows =
        Years.of()
            .each(
                Y.year,
                2015,
                Y.atStart,
                true,
                Y.level2,
                SUPPORT,
                Y.left,
                false,
                Y.movingMonths,
                9,
                Y.personMonths,
                10)
            .row(Y.personId, "stays", Y.groupAYearLater, SUPPORT)
            .row(
                Y.personId, "moves",
                Y.groupAYearLater, "NURSES",
                Y.movedFrom, SUPPORT,
                Y.movedTo, "NURSES")
            .row(
                Y.personId,
                "leaves",
                Y.groupAYearLater,
                "LEFT",
                Y.left,
                true,
                Y.movingMonths,
                2,
                Y.personMonths,
                2);
    assertRows(
            new CareersMovesByJob()
                .rows(FakeInputs.of().with(Y, rows.dataset()))
                .where("breakdown = 'all'"),
            M.toGroup,
            M.movers,
            M.personMonths,
            M.leavingMonths,
            M.rate.value())
        .areExactly(
            "NURSING_SUPPORT 0 20 22 0.0", "NURSES 1 20 22 0.05", "LEFT 1 20 22 " + 1 / 22.0);
  }

  @Test
  void shouldCountAMoveFromTheGroupHeldBeforeTraining() {
    assertRows(
            rows().where("breakdown = 'all' and to_group = 'NURSES'"),
            M.fromGroup,
            M.persons,
            M.personsThere,
            M.movers,
            M.personMonths)
        .areExactly("NURSING_SUPPORT 3 1 3 34", "NURSING_LEARNERS 1 1 0 12");
  }

  @Test
  void shouldGiveARateOfMoversWhoBeganElsewhereAPoissonInterval() {
    // 2 movers over the joiner's 4 months, the learner's months being under another origin: Byar's
    // limits of a count of 2, 0.2246 and 7.2209, over 4.
    Row row =
        rows()
            .where("breakdown = 'region' and value = 'London'")
            .where("from_group = 'NURSING_SUPPORT' and to_group = 'NURSES'")
            .first();
    assertThat(row.<Double>getAs(M.rate.value().name())).isCloseTo(0.5, within(1e-12));
    assertThat(row.<Double>getAs(M.rate.low().name())).isCloseTo(0.056156, within(1e-6));
    assertThat(row.<Double>getAs(M.rate.high().name())).isCloseTo(1.805217, within(1e-6));
  }
}
