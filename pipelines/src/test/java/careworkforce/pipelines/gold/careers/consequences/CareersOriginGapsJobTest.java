package careworkforce.pipelines.gold.careers.consequences;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Thirty-two trusts of ten nurses; in every other one a nurse moves out in January 2016. */
class CareersOriginGapsJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final CareersOriginGaps G = CareersOriginGaps.TABLE;
  private static final int MOVE = Month.of(2016, 1).number();

  private final TestRows months =
      TestRows.of(M)
          .each(
              M.level1, "CLINICAL",
              M.level2, "NURSES",
              M.groupsHeld, 2,
              M.inTraining, false,
              M.assignment, "1",
              M.assignments, 1,
              M.state, "ACTIVE");
  private final TestRows moves =
      TestRows.of(V)
          .each(
              V.fromGroup,
              "NURSES",
              V.toGroup,
              "MANAGERS",
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

  private void nurse(String person, String trust, int first, int last, String fte) {
    for (int month = first; month <= last; month++) {
      months.row(
          M.personId, person,
          M.month, new Month(month).firstDay().toString(),
          M.organisation, trust,
          M.fte, fte);
    }
  }

  /** Trusts in which a nurse of so much FTE moves out, and one is there from the given month on. */
  private FakeInputs world(int trusts, String lost, int filledAt, String filled) {
    for (int trust = 0; trust < trusts; trust++) {
      boolean loses = trust % 2 == 0;
      nurse("others " + trust, "R" + trust, MOVE - 6, MOVE + 14, "1");
      nurse("mover " + trust, "R" + trust, MOVE - 6, loses ? MOVE - 1 : MOVE + 14, lost);
      if (loses) {
        nurse("new " + trust, "R" + trust, filledAt, MOVE + 14, filled);
        moves.row(V.personId, "mover " + trust, V.month, new Month(MOVE).firstDay().toString());
      }
    }
    return FakeInputs.of().with(M, months.dataset()).with(V, moves.dataset());
  }

  private static Dataset<Row> cells(FakeInputs world, int at) {
    return cells(CareersOriginGapsJob.cells(world.table(M), world.table(V)), at);
  }

  private static Dataset<Row> cells(Dataset<Row> cells, int at) {
    return cells.where(col("at").equalTo(lit(at)));
  }

  private static Dataset<Row> told;

  /** The cells of two trusts, in one of which 0.6 FTE move out and 0.2 come two months later. */
  private static Dataset<Row> told() {
    if (told == null) {
      FakeInputs world = new CareersOriginGapsJobTest().world(2, "0.6", MOVE + 2, "0.2");
      told = AtHand.of(CareersOriginGapsJob.cells(world.table(M), world.table(V)));
    }
    return told;
  }

  @Test
  void shouldFollowFteFromTheLastMonthOfThoseWhoMoveOut() {
    List<Row> rows = cells(told(), MOVE - 1).collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).<Double>getAs("outflow")).isCloseTo(0.6, within(1e-12));
    assertThat(rows.get(0).<Double>getAs("change_after_3")).isCloseTo(-0.4, within(1e-12));
    assertThat(rows.get(0).<Double>getAs("others_of_change_after_3")).isZero();
    assertThat(rows.get(0).<Double>getAs("change_before_3")).isZero();
    assertThat(rows.get(1).<Double>getAs("outflow")).isZero();
  }

  @Test
  void shouldTellWhatMovesOutLaterWithinTheHorizon() {
    Row twoBefore = cells(told(), MOVE - 3).first();
    assertThat(twoBefore.<Double>getAs("outflow")).isZero();
    assertThat(twoBefore.<Double>getAs("others_of_change_after_3")).isCloseTo(0.6, within(1e-12));
  }

  /** As doubles 0.1 and 0.2 and 0.3 add up to 0.6 from the end alone. */
  @Test
  void shouldSumFteToTheSameInWhateverOrder() {
    nurse("a", "R0", MOVE, MOVE, "0.1");
    nurse("b", "R0", MOVE, MOVE, "0.2");
    nurse("c", "R0", MOVE, MOVE, "0.3");
    for (Dataset<Row> rows : List.of(months.dataset(), Partitions.turned(months.dataset()))) {
      FakeInputs world = FakeInputs.of().with(M, rows.coalesce(1)).with(V, moves.dataset());
      assertThat(cells(world, MOVE).first().<Double>getAs("fte")).isEqualTo(0.6);
    }
  }

  /** A nurse of 0.2 FTE comes two months before the last of the mover. */
  @Test
  void shouldTellTheChangeOfTheMonthsBeforeAsAGainWhereFteGrew() {
    Row last = cells(world(2, "0.6", MOVE - 3, "0.2"), MOVE - 1).first();
    assertThat(last.<Double>getAs("change_before_3")).isCloseTo(0.2, within(1e-12));
  }

  /** The only manager of trust R0 leaves; nurses stay there, and another manager in R1. */
  @Test
  void shouldFollowAGroupThatIsLeftWithoutStaffWhereItsTrustGoesOn() {
    FakeInputs world = world(2, "0.6", MOVE + 2, "0.2");
    Dataset<Row> managed =
        world
            .table(M)
            .withColumn(
                M.level2.name(),
                when(M.personId.col().startsWith("others"), lit("MANAGERS"))
                    .otherwise(M.level2.col()))
            .where(
                M.personId
                    .col()
                    .notEqual(lit("others 0"))
                    .or(Month.number(M.month.col()).lt(lit(MOVE))));
    Row last = cells(world.with(M, managed), MOVE - 1).first();
    assertThat(last.<String>getAs("level2")).isEqualTo("MANAGERS");
    assertThat(last.<Double>getAs("fte")).isEqualTo(1);
    assertThat(last.<Double>getAs("change_after_12")).isEqualTo(-1);
  }

  /** In the four months before the move the mover holds a training post. */
  @Test
  void shouldTakeWhoTrainsForTheMoveToMoveOutWhenTrainingBegins() {
    FakeInputs world = world(2, "0.6", MOVE + 2, "0.2");
    Column trains =
        M.personId
            .col()
            .equalTo(lit("mover 0"))
            .and(Month.number(M.month.col()).geq(lit(MOVE - 4)));
    Dataset<Row> trained =
        world
            .table(M)
            .withColumn(M.inTraining.name(), trains)
            .withColumn(
                M.level2.name(), when(trains, lit("NURSING_LEARNERS")).otherwise(M.level2.col()));
    FakeInputs through = world.with(M, trained);
    Row last = cells(through, MOVE - 5).first();
    assertThat(last.<String>getAs("level2")).isEqualTo("NURSES");
    assertThat(last.<Double>getAs("outflow")).isCloseTo(0.6, within(1e-12));
    assertThat(last.<Double>getAs("change_after_3")).isCloseTo(-0.6, within(1e-12));
    assertThat(outflows(through)).isCloseTo(0.6, within(1e-12));
  }

  /** In the four months before the move the mover is on leave, and still counted among nurses. */
  @Test
  void shouldTakeWhoMovesFromLeaveToMoveOutWhenTheLeaveEnds() {
    FakeInputs world = world(2, "0.6", MOVE + 2, "0.2");
    Column leave =
        M.personId
            .col()
            .equalTo(lit("mover 0"))
            .and(Month.number(M.month.col()).geq(lit(MOVE - 4)));
    Dataset<Row> away =
        world
            .table(M)
            .withColumn(M.state.name(), when(leave, lit("PARENTAL")).otherwise(M.state.col()));
    FakeInputs fromLeave = world.with(M, away);
    Row last = cells(fromLeave, MOVE - 1).first();
    assertThat(last.<Double>getAs("outflow")).isCloseTo(0.6, within(1e-12));
    assertThat(last.<Double>getAs("change_after_3")).isCloseTo(-0.4, within(1e-12));
    assertThat(outflows(fromLeave)).isCloseTo(0.6, within(1e-12));
  }

  private static double outflows(FakeInputs world) {
    return CareersOriginGapsJob.cells(world.table(M), world.table(V))
        .agg(sum(col("outflow")))
        .first()
        .getDouble(0);
  }

  @Test
  void shouldBeMinusOneWhereTheGapStaysOpenAndNoughtBefore() {
    Dataset<Row> gaps = new CareersOriginGapsJob().rows(world(32, "0.6", MOVE + 15, "0.6"));
    assertThat(estimate(gaps, "fte_change_after_3")).isCloseTo(-1, within(1e-9));
    assertThat(estimate(gaps, "fte_change_after_12")).isCloseTo(-1, within(1e-9));
    assertThat(estimate(gaps, "fte_change_before_3")).isCloseTo(0, within(1e-9));
  }

  @Test
  void shouldBeMinusAHalfWhereHalfOfTheGapIsFilledAtOnce() {
    Dataset<Row> gaps = new CareersOriginGapsJob().rows(world(32, "0.6", MOVE, "0.3"));
    assertThat(estimate(gaps, "fte_change_after_3")).isCloseTo(-0.5, within(1e-9));
    assertThat(estimate(gaps, "fte_change_before_3")).isCloseTo(0, within(1e-9));
    assertRows(gaps, G.outcome, G.clusters)
        .areExactly("fte_change_after_12 32", "fte_change_after_3 32", "fte_change_before_3 32");
  }

  @Test
  void shouldSayNothingWhereNothingEverChanges() {
    assertRows(new CareersOriginGapsJob().rows(world(32, "0.6", MOVE, "0.6")), G.outcome)
        .areExactly();
  }

  private static double estimate(Dataset<Row> gaps, String outcome) {
    return gaps.where(G.outcome.col().equalTo(lit(outcome))).first().<Double>getAs("estimate");
  }
}
