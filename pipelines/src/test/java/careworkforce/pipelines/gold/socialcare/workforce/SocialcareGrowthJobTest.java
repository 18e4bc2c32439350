package careworkforce.pipelines.gold.socialcare.workforce;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Six establishments of 100 staff on the mean of both cuts. Turnover in a quarter is 20 staff, 10
 * more in establishments that mostly shrink; 0.2 less for each place gained, 0.7 more for each
 * lost.
 */
class SocialcareGrowthJobTest {
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;
  private static final SocialcareGrowth G = SocialcareGrowth.TABLE;
  private static final String[] CUTS = {"2015-03", "2015-06", "2015-09", "2015-12"};
  private static final int[] GAINS = {20, 10, 0, -10, -20, -20};

  private static TestRows establishments(String droppedBy) {
    return establishments(droppedBy, GAINS);
  }

  private static TestRows establishments(String droppedBy, int[] gains) {
    TestRows rows =
        TestRows.of(C)
            .each(
                C.months, 3, C.region, "1", C.careStaff, true, C.lines, 1L, C.droppedBy, droppedBy);
    for (int id = 0; id < 6; id++) {
      for (int cut = 0; cut < CUTS.length; cut++) {
        staff(rows, id, CUTS[cut], gains[(id + cut) % gains.length]);
      }
    }
    return rows;
  }

  private static void staff(TestRows rows, int id, String cut, int gain) {
    int staff = 100 - gain / 2;
    int leavers = 20 + (id >= 3 ? 10 : 0) - (gain > 0 ? gain / 5 : 7 * gain / 10);
    for (int worker = 0; worker < staff; worker++) {
      rows.row(
          C.establishmentId,
          "e" + id,
          C.workerId,
          "w" + worker,
          C.month,
          cut,
          C.staff,
          (long) staff,
          C.staffNext,
          100L + gain / 2,
          C.growth,
          gain / 100.0,
          C.state,
          worker < leavers ? "not_found" : "stayed");
    }
  }

  private static double estimate(List<Row> rows, String outcome, String term) {
    return rows.stream()
        .filter(row -> row.getAs(G.outcome.name()).equals(outcome))
        .filter(row -> row.getAs(G.term.name()).equals(term))
        .findFirst()
        .orElseThrow()
        .getAs(G.estimate.name());
  }

  @Test
  void shouldFindTurnoverAndHiringOfExpansionAndContractionWithinEstablishment() {
    List<Row> rows =
        new SocialcareGrowthJob()
            .rows(FakeInputs.of().with(C, establishments(null).dataset()))
            .collectAsList();
    assertThat(estimate(rows, "turnover", "expansion")).isCloseTo(-0.2, within(1e-9));
    assertThat(estimate(rows, "turnover", "contraction")).isCloseTo(0.7, within(1e-9));
    assertThat(estimate(rows, "hiring", "expansion")).isCloseTo(0.8, within(1e-9));
    assertThat(estimate(rows, "hiring", "contraction")).isCloseTo(-0.3, within(1e-9));
  }

  @Test
  void shouldTellExpansionAloneWhereNoneShrinks() {
    int[] grown = IntStream.of(GAINS).map(Math::abs).toArray();
    assertRows(
            new SocialcareGrowthJob()
                .rows(FakeInputs.of().with(C, establishments(null, grown).dataset())),
            G.outcome,
            G.term)
        .areExactly("turnover expansion", "hiring expansion");
  }

  /** Of such a cut nobody is known to have stayed: it would be one of turnover alone. */
  @Test
  void shouldLeaveOutCutsThatTellNotWhoStayed() {
    TestRows rows = establishments(null);
    for (int worker = 0; worker < 50; worker++) {
      rows.row(
          C.establishmentId,
          "e0",
          C.workerId,
          "w" + worker,
          C.month,
          "2019-03",
          C.staff,
          50L,
          C.staffNext,
          50L,
          C.state,
          "not_updated");
    }
    assertRows(
            new SocialcareGrowthJob().rows(FakeInputs.of().with(C, rows.dataset())),
            G.outcome,
            G.observations)
        .areExactly("turnover 24", "turnover 24", "hiring 24", "hiring 24");
  }

  @Test
  void shouldCountStaffWhomAWorkersRuleDropsButNoDroppedEstablishment() {
    assertRows(
            new SocialcareGrowthJob()
                .rows(FakeInputs.of().with(C, establishments("AGE").dataset())),
            G.outcome,
            G.observations)
        .areExactly("turnover 24", "turnover 24", "hiring 24", "hiring 24");
    assertRows(
            new SocialcareGrowthJob()
                .rows(FakeInputs.of().with(C, establishments("NOT_UPDATED").dataset())),
            G.outcome)
        .areExactly();
  }
}
