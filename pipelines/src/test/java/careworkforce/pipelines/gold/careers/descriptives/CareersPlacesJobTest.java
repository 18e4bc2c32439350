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
 * A record from January 2014 to March 2015, in which a move can be told in the eleven months from
 * February to December. Trusts RA and RB of one region have two support workers each, and RA a
 * clerk.
 */
class CareersPlacesJobTest {
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final Trusts T = Trusts.TABLE;
  private static final CareersPlaces P = CareersPlaces.TABLE;

  private final TestRows spells =
      TestRows.of(S)
          .each(
              S.firstMonth, "2014-01",
              S.lastMonth, "2015-03",
              S.state, "ACTIVE",
              S.organisation, "RA",
              S.level2, "NURSING_SUPPORT")
          .row(S.personId, "a")
          .row(S.personId, "b")
          .row(S.personId, "c", S.organisation, "RB")
          .row(S.personId, "d", S.organisation, "RB")
          .row(S.personId, "gone", S.organisation, "RB", S.state, "LEFT");
  private final TestRows moves =
      TestRows.of(V)
          .each(
              V.fromGroup, "NURSING_SUPPORT",
              V.toGroup, "NURSES",
              V.organisationFrom, "RA",
              V.organisationTo, "RB",
              V.month, "2014-06",
              V.headline, true);

  private void move(String trust, int times) {
    for (int i = 0; i < times; i++) {
      moves.row(V.personId, trust + i, V.organisationFrom, trust);
    }
  }

  private Dataset<Row> rows() {
    TestRows trusts =
        TestRows.of(T)
            .row(T.organisation, "RA", T.region, "North", T.icb, "QA")
            .row(T.organisation, "RB", T.region, "North");
    return new CareersPlacesJob()
        .rows(
            FakeInputs.of()
                .with(V, moves.dataset())
                .with(S, spells.dataset())
                .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                .with(T, trusts.dataset()));
  }

  @Test
  void shouldSetTheMovesOfAPlaceAgainstThoseExpectedOfItsStaff() {
    move("RA", 3);
    moves.row(V.personId, "clerk", V.fromGroup, "CLERICAL", V.toGroup, "MANAGERS");
    moves.row(V.personId, "swap", V.headline, false);
    spells.row(S.personId, "e", S.level2, "CLERICAL");
    assertRows(
            rows(),
            P.breakdown,
            P.value,
            P.fromGroup,
            P.toGroup,
            P.moves,
            P.personMonths,
            P.expected,
            P.ratio.value(),
            P.rank)
        .areExactly(
            "trust RA all all 4 33 2.5 1.6 1",
            "trust RA CLERICAL MANAGERS 1 11 1.0 1.0 1",
            "trust RA NURSING_SUPPORT NURSES 3 22 1.5 2.0 1",
            "trust RB all all 0 22 1.5 0.0 2",
            "trust RB NURSING_SUPPORT NURSES 0 22 1.5 0.0 2",
            "icb QA all all 4 33 4.0 1.0 1",
            "icb QA CLERICAL MANAGERS 1 11 1.0 1.0 1",
            "icb QA NURSING_SUPPORT NURSES 3 22 3.0 1.0 1",
            "region North all all 4 55 4.0 1.0 1",
            "region North CLERICAL MANAGERS 1 11 1.0 1.0 1",
            "region North NURSING_SUPPORT NURSES 3 44 3.0 1.0 1");
  }

  /** Twelve of 22 months, against one of one month: more often, but by chance as well. */
  @Test
  void shouldNotRankASmallPlaceFirstByChance() {
    move("RA", 12);
    move("RB", 1);
    move("RC", 1);
    spells.row(S.personId, "f", S.organisation, "RC", S.lastMonth, "2014-02");
    assertRows(
            rows()
                .where(P.breakdown.col().equalTo("trust"))
                .where(P.fromGroup.col().equalTo("NURSING_SUPPORT")),
            P.value,
            P.rate.value(),
            P.rank)
        .areExactly("RA " + 12 / 22.0 + " 1", "RB " + 1 / 22.0 + " 3", "RC 1.0 2");
  }
}
