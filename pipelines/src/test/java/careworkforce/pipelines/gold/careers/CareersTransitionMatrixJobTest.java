package careworkforce.pipelines.gold.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareersTransitionMatrixJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final MassExits X = MassExits.TABLE;
  private static final EsrPersonMonths P = EsrPersonMonths.TABLE;
  private static final CareersTransitionMatrix M = CareersTransitionMatrix.TABLE;

  private static Dataset<Row> told;

  /** What the job tells of the four of {@link #matrix}, where no service goes as a whole. */
  private static Dataset<Row> told() {
    if (told == null) {
      told = AtHand.of(matrix(MassExitsRows.none()));
    }
    return told;
  }

  @Test
  void shouldShareEachOriginOutOverStayingMovingAndLeaving() {
    assertRows(told(), M.year, M.fromGroup, M.toGroup, M.persons, M.personsThere, M.share)
        .areExactly(
            "2015 NURSING_SUPPORT LEFT 4 1 0.25",
            "2015 NURSING_SUPPORT NURSES 4 1 0.25",
            "2015 NURSING_SUPPORT NURSING_SUPPORT 4 2 0.5");
  }

  @Test
  void shouldSetMovesAndExitsAgainstMonthsOnThePayroll() {
    assertRows(told(), M.toGroup, M.moves, M.personMonths)
        .areExactly("LEFT 1 33", "NURSES 1 33", "NURSING_SUPPORT 0 33");
  }

  /**
   * A move of June is proved by the three months to September, in which the record ends, and one of
   * July is not: of October to June, 9 months of two, 6 of who moves, 3 of who leaves. An absence
   * that begins in July is three months long by then: 10 months of two, and the same 6 and 3.
   */
  @Test
  void shouldCountNoMonthInWhichAMoveOrAnExitCannotBeToldYet() {
    Dataset<Row> matrix = new CareersTransitionMatrixJob().rows(recorded("2016-09"));
    assertRows(matrix, M.toGroup, M.moves, M.personMonths, M.leavingMonths, M.rate)
        .areExactly(
            "LEFT 1 27 29 " + 1 / 29.0,
            "NURSES 1 27 29 " + 1 / 27.0,
            "NURSING_SUPPORT 0 27 29 0.0");
  }

  @Test
  void shouldGiveNoRateOfAYearInWhichNoneCanBeToldYet() {
    FakeInputs inputs = recorded("2016-09").with(MoveRule.HELD, 12).with(EsrSpellsJob.GAP, 13);
    assertRows(
            new CareersTransitionMatrixJob().rows(inputs),
            M.toGroup,
            M.personMonths,
            M.leavingMonths,
            M.rate,
            M.rateLow,
            M.rateHigh)
        .areExactly("LEFT 0 0 - - -", "NURSES 0 0 - - -", "NURSING_SUPPORT 0 0 - - -");
  }

  @Test
  void shouldCountAllMonthsOfAYearAfterWhichTheRecordGoesOn() {
    Dataset<Row> matrix = new CareersTransitionMatrixJob().rows(recorded("2016-12"));
    assertRows(matrix, M.toGroup, M.personMonths, M.leavingMonths)
        .areExactly("LEFT 33 33", "NURSES 33 33", "NURSING_SUPPORT 33 33");
  }

  /** The four of {@link #matrix}, in a record that ends with a month. */
  private static FakeInputs recorded(String last) {
    return inputs(MassExitsRows.none())
        .with(P, TestRows.of(P).row(P.month, "2015-01").row(P.month, last).dataset());
  }

  @Test
  void shouldNotCallAMassExitLeaving() {
    TestRows exits =
        TestRows.of(X)
            .row(
                X.organisation, "RA",
                X.level2, "NURSING_SUPPORT",
                X.month, "2015-12",
                X.leavers, 1L,
                X.staff, 4L);
    assertRows(matrix(exits), M.toGroup, M.personsThere, M.moves)
        .areExactly("NURSES 1 1", "NURSING_SUPPORT 2 0", "TRANSFERRED 1 0");
  }

  @Test
  void shouldGiveTheWilsonInterval() {
    Row left = told().where("to_group = 'LEFT'").first();
    assertThat(left.<Double>getAs("share_low")).isCloseTo(0.045587, within(1e-6));
    assertThat(left.<Double>getAs("share_high")).isCloseTo(0.699358, within(1e-6));
  }

  @Test
  void shouldGiveThePoissonIntervalOfMovesOverMonthsTheyNeedNotBeAmong() {
    // 1 exit over 33 months: Byar's limits of a count of 1, 0.013072 and 5.563756, over 33.
    Row left = told().where("to_group = 'LEFT'").first();
    assertThat(left.<Double>getAs("monthly_rate_low")).isCloseTo(0.000396, within(1e-6));
    assertThat(left.<Double>getAs("monthly_rate_high")).isCloseTo(0.168599, within(1e-6));
  }

  private static final class MassExitsRows {
    static TestRows none() {
      return TestRows.of(X);
    }
  }

  /** Four support workers in September 2015: two stay, one becomes a nurse, one leaves. */
  private static Dataset<Row> matrix(TestRows exits) {
    return new CareersTransitionMatrixJob().rows(inputs(exits));
  }

  private static FakeInputs inputs(TestRows exits) {
    TestRows spells =
        TestRows.of(S)
            .each(
                S.months,
                1,
                S.state,
                "ACTIVE",
                S.organisation,
                "RA",
                S.level2,
                "NURSING_SUPPORT",
                S.leftCensored,
                false,
                S.rightCensored,
                false,
                S.leaverOfficial,
                false,
                S.leaverEsr,
                false)
            .row(S.personId, "a", S.firstMonth, "2015-09", S.lastMonth, "2016-09")
            .row(S.personId, "b", S.firstMonth, "2015-01", S.lastMonth, "2016-09")
            .row(S.personId, "c", S.firstMonth, "2015-09", S.lastMonth, "2016-03")
            .row(
                S.personId, "c",
                S.firstMonth, "2016-04",
                S.lastMonth, "2016-09",
                S.level2, "NURSES")
            .row(
                S.personId, "d",
                S.firstMonth, "2015-09",
                S.lastMonth, "2015-12",
                S.leaverEsr, true)
            .row(
                S.personId, "d",
                S.firstMonth, "2016-01",
                S.lastMonth, "2016-09",
                S.state, "LEFT",
                S.level2, null);
    TestRows moves =
        TestRows.of(V)
            .row(
                V.personId, "c",
                V.month, "2016-04",
                V.fromGroup, "NURSING_SUPPORT",
                V.toGroup, "NURSES",
                V.viaGap, false,
                V.gapMonths, 0,
                V.means, "direct",
                V.trainingMonths, 0,
                V.direction, "up",
                V.secondaryPromoted, false,
                V.headline, true);
    return FakeInputs.of()
        .with(S, spells.dataset())
        .with(V, moves.dataset())
        .with(X, exits.dataset());
  }
}
