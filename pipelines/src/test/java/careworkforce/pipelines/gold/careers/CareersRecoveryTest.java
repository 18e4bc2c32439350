package careworkforce.pipelines.gold.careers;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.careers.consequences.CareersEventPaths;
import careworkforce.pipelines.gold.careers.consequences.CareersOriginGaps;
import careworkforce.pipelines.gold.careers.drivers.CareersDrivers;
import careworkforce.pipelines.gold.careers.drivers.CareersRobustness;
import careworkforce.pipelines.gold.careers.gaps.CareersPayGaps;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From delivered files to estimates of careers: each planted truth lies in its interval. */
@Tag("slow")
class CareersRecoveryTest {
  private static final CareersDrivers D = CareersDrivers.TABLE;
  private static final CareersEventPaths E = CareersEventPaths.TABLE;
  private static final CareersOriginGaps O = CareersOriginGaps.TABLE;
  private static final CareersPayGaps G = CareersPayGaps.TABLE;
  private static final CareersRobustness R = CareersRobustness.TABLE;
  @TempDir static Path folder;
  private static PlantedCareers england;

  @BeforeAll
  static void make() {
    england = PlantedCareers.below(folder, D, E, O, G, R);
  }

  private static Row assertCovers(EstimateTable table, double truth, Row row) {
    double low = row.getAs(table.ciLow.name());
    double high = row.getAs(table.ciHigh.name());
    assertThat(truth).as("%s", row).isBetween(low, high);
    return row;
  }

  private static void assertFound(String event, String term, String truth) {
    Row row = assertCovers(D, england.planted(truth), england.row(D, event, "cloglog", term));
    double low = row.getAs(D.ciLow.name());
    double high = row.getAs(D.ciHigh.name());
    assertThat(low * high).as("%s is told from nothing: %s", truth, row).isPositive();
  }

  /**
   * Each kind of move by itself covers the truth, and so does what they tell together, each
   * weighted by its precision, by an interval that could have missed an effect of a given size.
   */
  private static void assertTellsOfMoves(String term, double truth, double effect) {
    List<String> kinds = List.of("move_up", "move_level");
    kinds.forEach(kind -> assertCovers(D, truth, england.row(D, kind, "cloglog", term)));
    assertTells(kinds, term, truth, effect);
  }

  private static void assertTells(List<String> events, String term, double truth, double effect) {
    double weights = 0;
    double sum = 0;
    for (String event : events) {
      Row row = england.row(D, event, "cloglog", term);
      double error = row.getAs(D.stdError.name());
      weights += 1 / (error * error);
      sum += row.<Double>getAs(D.estimate.name()) / (error * error);
    }
    double half = 1.96 / Math.sqrt(weights);
    assertThat(half).as("half the interval of %s on %s", term, events).isLessThan(effect);
    assertThat(sum / weights)
        .as("%s on %s, planted %s", term, events, truth)
        .isBetween(truth - half, truth + half);
  }

  @Test
  void shouldRecoverWhatSicknessDoesToLeaving() {
    assertFound("left", "sickness::recent", "careers_sickness_on_leaving");
  }

  @Test
  void shouldRecoverWhatHousePricesDoToMovesOfTrust() {
    assertFound("trust", "log_house_price", "careers_house_price_on_trust_moves");
  }

  @Test
  void shouldRecoverWhatAPolicyDoesToMovesAndSeeThatTheOtherDoesNothing() {
    double effect = england.planted("careers_policy_on_moves");
    assertTellsOfMoves("policy_career_development", effect, effect);
    assertTellsOfMoves("policy_well_being", 0, effect);
  }

  @Test
  void shouldRecoverWhatParenthoodDoesToMoves() {
    double effect = england.planted("careers_parenthood_on_moves");
    assertTellsOfMoves("parenthood::returned", effect, effect);
  }

  @Test
  void shouldFindNothingWhereNothingIsPlanted() {
    for (String event : List.of("move_up", "trust")) {
      assertTells(
          List.of(event), "ethnicity::minority", 0, england.planted("careers_policy_on_moves"));
    }
  }

  /** Recruits stay with a share c; movers, whose hazard of leaving is r times as high, with c^r. */
  @Test
  void shouldRecoverWhatAMoveDoesToStayingAgainstDirectRecruits() {
    String moves = "moves between occupation groups, against direct recruits";
    Row row = england.row(E, moves, "on_payroll", "matched difference", "k=+24");
    double recruits = row.getAs(E.comparisonMean.name());
    double ratio = Math.exp(england.planted("careers_move_on_leaving"));
    assertCovers(E, Math.pow(recruits, ratio) - recruits, row);
  }

  /** Nobody is recruited for a job because somebody moved out of it. */
  @Test
  void shouldFindTheGapOfTheOriginJobOpen() {
    assertCovers(O, -1, england.row(O, "fte_change_after_3", "ols", "outflow"));
  }

  /** Women and men, minorities and others, move at the same rates. */
  @Test
  void shouldFindNoChangeOfGapsByEqualRatesOfMoving() {
    List<Row> changes =
        england
            .lake()
            .read(G)
            .where(G.term.col().equalTo(functions.lit("change of the gap")))
            .collectAsList();
    assertThat(changes).hasSize(2);
    changes.forEach(row -> assertCovers(G, 0, row));
  }

  @Test
  void shouldHoldThePolicyAgainstItsPlacebos() {
    Row placebo =
        england.lake().read(R).where(R.sample.col().equalTo(functions.lit("placebo date"))).first();
    double estimate = placebo.getAs(R.estimate.name());
    assertThat(Math.abs(estimate)).isLessThan(2.6 * placebo.<Double>getAs(R.stdError.name()));
  }
}
