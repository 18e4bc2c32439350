package careworkforce.pipelines.gold.socialcare.workforce;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SocialcareOwnWageJobTest {
  private static final SocialcareOwnWage W = SocialcareOwnWage.TABLE;
  private static List<Row> rows = List.of();

  @BeforeAll
  static void estimate() {
    rows = new SocialcareOwnWageJob().rows(PaidHomes.inputs(null)).collectAsList();
  }

  private static Row row(String outcome, String estimator) {
    return rows.stream()
        .filter(row -> row.getAs(W.outcome.name()).equals(outcome))
        .filter(row -> row.getAs(W.estimator.name()).equals(estimator))
        .findFirst()
        .orElseThrow();
  }

  private static double estimate(String outcome, String estimator) {
    return row(outcome, estimator).getAs(W.estimate.name());
  }

  @Test
  void shouldFindThreePointsForATenthWithinHomes() {
    assertThat(estimate("separated", "home_effects")).isCloseTo(-0.03, within(1e-9));
  }

  /** Half of the variation of pay is between homes: (-0.3 - 0.1) / 2 for a log point. */
  @Test
  void shouldFindLessIfUnobservedDifferencesAreIgnored() {
    assertThat(estimate("separated", "pooled")).isCloseTo(-0.02, within(1e-9));
  }

  @Test
  void shouldFindAboutAsMuchWithTheMeanPayOfTheHomeInPlaceOfItsEffect() {
    assertThat(estimate("separated", "cre_probit")).isCloseTo(-0.03, within(0.0006));
    assertThat(estimate("separated", "cre_hazard")).isCloseTo(-0.03, within(0.0006));
  }

  /** A tenth of the hazard a tenth of a log point: -0.03 of 0.30. */
  @Test
  void shouldGiveTheHazardRatioBesideTheAverageEffect() {
    assertThat(estimate("separated", "cre_hazard_ratio")).isCloseTo(-0.1, within(0.006));
  }

  @Test
  void shouldFindNothingInMovesWithinTheSectorThatPayDoesNotTouch() {
    assertThat(estimate("found_elsewhere", "home_effects")).isCloseTo(0, within(1e-9));
  }

  @Test
  void shouldCountWorkersAndClusterByHome() {
    Row row = row("separated", "home_effects");
    assertThat(row.<Long>getAs(W.observations.name())).isEqualTo(4L * 8 * 400);
    assertThat(row.<Long>getAs(W.clusters.name())).isEqualTo(8L);
    assertThat(row.<String>getAs(W.design.name())).isEqualTo("association");
  }

  @Test
  void shouldLeaveOutWhomARuleDrops() {
    assertRows(new SocialcareOwnWageJob().rows(PaidHomes.inputs("AGE")), W.outcome).areExactly();
    assertRows(new SocialcareOwnWageJob().rows(FakeInputs.of()), W.outcome).areExactly();
  }

  @Test
  void shouldNotTakeEstablishmentsThatStopReportingForSeparations() {
    FakeInputs inputs = PaidHomes.inputs(null);
    var cuts = careworkforce.pipelines.silver.careworkers.AscWorkerCuts.TABLE;
    var stopped =
        inputs
            .table(cuts)
            .withColumn(
                cuts.state.name(),
                functions
                    .when(cuts.state.col().equalTo(functions.lit("stayed")), cuts.state.col())
                    .otherwise(functions.lit("stopped_reporting")));
    assertThat(new SocialcareOwnWageJob().rows(FakeInputs.of().with(cuts, stopped)).collectAsList())
        .allSatisfy(
            row -> assertThat(row.<Double>getAs(W.estimate.name())).isCloseTo(0, within(1e-12)));
  }
}
