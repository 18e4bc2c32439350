package careworkforce.pipelines.gold.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordMonths;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.junit.jupiter.api.Test;

class CareersMoveCountsJobTest {
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final CareersMoveCounts C = CareersMoveCounts.TABLE;

  @Test
  void shouldCountMovesByPathwayAndKeepSwapsOfHeldAssignmentsApart() {
    TestRows moves =
        moves()
            .row(V.personId, "a", V.payBefore, "10.0000", V.payAfter, "14.0000")
            .row(
                V.personId, "b",
                V.viaGap, true,
                V.organisationTo, "RB",
                V.payBefore, "11.0000",
                V.payAfter, null)
            .row(
                V.personId,
                "swap",
                V.secondaryPromoted,
                true,
                V.headline,
                false,
                V.payBefore,
                "99.0000")
            .row(V.personId, "trained", V.means, "training")
            .row(V.personId, "later", V.month, "2016-01", V.payAfter, "20.0000");
    assertRows(
            new CareersMoveCountsJob().rows(inputs(moves)),
            C.year,
            C.months,
            C.fromGroup,
            C.toGroup,
            C.means,
            C.direction,
            C.moves,
            C.viaGap,
            C.otherTrust,
            C.secondaryPromoted,
            C.payMoves,
            C.payBefore,
            C.payAfter)
        .areExactly(
            "2015 11 NURSING_SUPPORT NURSES direct up 2 1 1 1 1 10 14",
            "2015 11 NURSING_SUPPORT NURSES training up 1 0 0 0 0 - -",
            "2016 9 NURSING_SUPPORT NURSES direct up 1 0 0 0 0 - -");
  }

  /** A record of 2015 and 2016: a move takes a month before it and three after. */
  private static FakeInputs inputs(TestRows moves) {
    return FakeInputs.of()
        .with(V, moves.dataset())
        .with(EsrPersonMonths.TABLE, RecordMonths.of("2015-01", "2016-12"));
  }

  private static TestRows moves() {
    return TestRows.of(V)
        .each(
            V.month, "2015-05",
            V.fromGroup, "NURSING_SUPPORT",
            V.toGroup, "NURSES",
            V.organisationFrom, "RA",
            V.organisationTo, "RA",
            V.viaGap, false,
            V.gapMonths, 0,
            V.means, "direct",
            V.trainingMonths, 0,
            V.direction, "up",
            V.secondaryPromoted, false,
            V.headline, true);
  }
}
