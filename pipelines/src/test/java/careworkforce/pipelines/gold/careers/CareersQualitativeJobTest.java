package careworkforce.pipelines.gold.careers;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.qualitative.QualitativeMeasures;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CareersQualitativeJobTest {
  private static final QualitativeMeasures Q = QualitativeMeasures.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final OrganisationSuccessors O = OrganisationSuccessors.TABLE;
  private static final CareersQualitative C = CareersQualitative.TABLE;

  private final TestRows measures =
      TestRows.of(Q).each(Q.period, "2025-01", Q.sourceFile, "f", Q.sourceLine, 2L);
  private final TestRows moves =
      TestRows.of(V)
          .each(
              V.month,
              "2015-03",
              V.direction,
              "up",
              V.means,
              "direct",
              V.viaGap,
              false,
              V.gapMonths,
              0,
              V.secondaryPromoted,
              false,
              V.headline,
              true);

  private void move(String person, String trust, String from, String to) {
    moves.row(V.personId, person, V.organisationFrom, trust, V.fromGroup, from, V.toGroup, to);
  }

  private Dataset<Row> beside() {
    move("a", "RA", "NURSING_SUPPORT", "NURSES");
    move("b", "RA", "NURSING_SUPPORT", "CLERICAL");
    move("c", "RB", "NURSING_SUPPORT", "NURSES");
    TestRows merged =
        TestRows.of(O)
            .each(O.effective, "2012-04-01", O.organisationName, "n", O.source, "s")
            .row(O.organisation, "OLD", O.successor, "RA");
    return new CareersQualitativeJob()
        .rows(
            FakeInputs.of()
                .with(Q, measures.dataset())
                .with(V, moves.dataset())
                .with(O, merged.dataset()));
  }

  @Test
  void shouldSetEachMeasureBesideTheMovesThatItCovers() {
    measures.row(
        Q.trust, "RA",
        Q.fromGroup, "NURSING_SUPPORT",
        Q.toGroup, "NURSES",
        Q.measure, "study_leave",
        Q.value, 4.0,
        Q.scale, "1 none to 5 full");
    measures.row(Q.trust, "RA", Q.measure, "line_management", Q.value, 2.0);
    assertRows(
            beside(), C.organisation, C.fromGroup, C.toGroup, C.measure, C.value, C.moves, C.scale)
        .areExactly(
            "RA NURSING_SUPPORT NURSES study_leave 4 1 1 none to 5 full",
            "RA ALL ALL line_management 2 2 -");
  }

  @Test
  void shouldKeepAMeasureOfATrustWithoutMovesAndFoldMergedTrusts() {
    measures.row(Q.trust, "RC", Q.measure, "study_leave", Q.value, 1.0);
    measures.row(Q.trust, "OLD", Q.measure, "study_leave", Q.value, 2.0);
    measures.row(Q.trust, "RA", Q.measure, "study_leave", Q.value, 5.0);
    assertRows(beside(), C.organisation, C.value, C.moves).areExactly("RC 1 0", "RA 3.5 2");
  }
}
