package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.reference.Trusts;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.RecordedMonths;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * A window of 2014 and 2015, in which moves can be told from February 2014, when there is a month
 * before, to September 2015, which three months prove: the halves meet after November 2014. From
 * support to nursing: one move early, three late, to two trusts of two boards, one of them of
 * somebody without pay before. From clerical to management: two moves early, to one trust, and one
 * swap.
 */
class CareersPathwaysJobTest {
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final Trusts T = Trusts.TABLE;
  private static final CareersPathways P = CareersPathways.TABLE;

  private static Dataset<Row> rows() {
    TestRows moves =
        TestRows.of(V)
            .each(
                V.fromGroup, "NURSING_SUPPORT",
                V.toGroup, "NURSES",
                V.organisationTo, "RA",
                V.headline, true)
            .row(
                V.personId, "a",
                V.month, "2014-11",
                V.direction, "up",
                V.payBefore, "10",
                V.payAfter, "12")
            .row(
                V.personId, "b",
                V.month, "2014-12",
                V.direction, "level",
                V.payBefore, "10",
                V.payAfter, "11")
            .row(V.personId, "c", V.month, "2015-06", V.direction, "unknown", V.payBefore, "10")
            .row(
                V.personId, "d",
                V.month, "2015-06",
                V.direction, "unknown",
                V.organisationTo, "RB",
                V.payBefore, "0",
                V.payAfter, "12")
            .each(
                V.fromGroup, "CLERICAL",
                V.toGroup, "MANAGERS",
                V.month, "2014-01",
                V.direction, "down",
                V.organisationTo, "RA",
                V.payBefore, "10",
                V.payAfter, "15",
                V.headline, true)
            .row(V.personId, "e")
            .row(V.personId, "f")
            .row(V.personId, "swap", V.headline, false);
    TestRows spells =
        TestRows.of(S).row(S.personId, "x", S.firstMonth, "2014-01", S.lastMonth, "2015-12");
    TestRows trusts =
        TestRows.of(T)
            .row(T.organisation, "RA", T.icb, "QKK")
            .row(T.organisation, "RB", T.icb, "QXU");
    return new CareersPathwaysJob()
        .rows(
            FakeInputs.of()
                .with(V, moves.dataset())
                .with(S, spells.dataset())
                .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                .with(T, trusts.dataset()));
  }

  @Test
  void shouldMeasureSizeGrowthPayAndSpread() {
    assertRows(
            rows(),
            P.fromGroup,
            P.moves,
            P.earlier,
            P.later,
            P.growth,
            P.payChange,
            P.payMoves,
            P.trusts,
            P.effectiveTrusts,
            P.icbs)
        .areExactly(
            "NURSING_SUPPORT 4 1 3 1.0 0.15 2 2 1.6 2", "CLERICAL 2 2 0 -2.0 0.5 2 1 1.0 1");
  }

  @Test
  void shouldTellTheDirectionOfTheMovesOfWhichBothBandsAreKnown() {
    assertRows(
            rows(),
            P.fromGroup,
            P.up,
            P.level,
            P.down,
            P.shareUp.value(),
            P.shareLevel.value(),
            P.shareDown.value())
        .areExactly("NURSING_SUPPORT 1 1 0 0.5 0.5 0.0", "CLERICAL 0 0 2 0.0 0.0 1.0");
  }

  @Test
  void shouldRankTheGreatestFirstAndOrderByAllRanksTogether() {
    assertRows(
            rows(),
            P.fromGroup,
            P.sizeRank,
            P.growthRank,
            P.payRank,
            P.spreadRank,
            P.placesRank,
            P.rank)
        .areExactly("NURSING_SUPPORT 1 1 2 1 1 1", "CLERICAL 2 2 1 2 2 2");
  }
}
