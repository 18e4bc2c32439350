package careworkforce.pipelines.gold.socialcare.workforce;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SocialcareOwnWageJobTest {
  private static final SocialcareOwnWage W = SocialcareOwnWage.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static List<Row> rows = List.of();

  @BeforeAll
  static void estimate() {
    rows = estimates(PaidHomes.inputs(null));
  }

  private static List<Row> estimates(FakeInputs inputs) {
    return new SocialcareOwnWageJob().rows(inputs).collectAsList();
  }

  private static Row row(List<Row> rows, String outcome, String estimator) {
    return rows.stream()
        .filter(row -> row.getAs(W.outcome.name()).equals(outcome))
        .filter(row -> row.getAs(W.estimator.name()).equals(estimator))
        .findFirst()
        .orElseThrow();
  }

  private static double estimate(String outcome, String estimator) {
    return estimate(rows, outcome, estimator);
  }

  private static double estimate(List<Row> rows, String outcome, String estimator) {
    return row(rows, outcome, estimator).getAs(W.estimate.name());
  }

  /** Three of 400 fewer for a tenth of a log point: 3.2 points of the rate of leaving. */
  private static final double EFFECT = -3.0 / PaidHomes.STAFF * PaidHomes.rate(PaidHomes.GONE);

  @Test
  void shouldFindThreePointsForATenthWithinHomes() {
    assertThat(EFFECT).isCloseTo(-0.0316, within(5e-5));
    assertThat(estimate("separated", "home_effects")).isCloseTo(EFFECT, within(1e-9));
  }

  /** Half of the variation of pay is between homes: (-3 - 1) / 2 of 400. */
  @Test
  void shouldFindLessIfUnobservedDifferencesAreIgnored() {
    assertThat(estimate("separated", "pooled")).isCloseTo(EFFECT * 2 / 3, within(1e-9));
  }

  @Test
  void shouldFindAboutAsMuchWithTheMeanPayOfTheHomeInPlaceOfItsEffect() {
    assertThat(estimate("separated", "cre_probit")).isCloseTo(EFFECT, within(0.0006));
    assertThat(estimate("separated", "cre_hazard")).isCloseTo(EFFECT, within(0.0006));
  }

  /** A tenth of the hazard for a tenth of a log point: 3 of 30. */
  @Test
  void shouldGiveTheHazardRatioBesideTheAverageEffect() {
    assertThat(estimate("separated", "cre_hazard_ratio")).isCloseTo(-0.1, within(0.006));
  }

  @Test
  void shouldFindNothingInMovesWithinTheSectorThatPayDoesNotTouch() {
    assertThat(estimate("found_elsewhere", "home_effects")).isCloseTo(0, within(1e-9));
  }

  /**
   * Regions alone show (3 · 5 - 5) / 4 = 2.5 more leavers where pay rose, so that 0.5 are fewer.
   */
  @Test
  void shouldHoldFixedWhatBefallsATravelToWorkArea() {
    double leaver = PaidHomes.rate(35.0 / PaidHomes.STAFF) / PaidHomes.STAFF;
    assertThat(estimate(estimates(PaidHomes.ofTwoAreas(true)), "separated", "home_effects"))
        .isCloseTo(-3 * leaver, within(1e-9));
    assertThat(estimate(estimates(PaidHomes.ofTwoAreas(false)), "separated", "home_effects"))
        .isCloseTo(-0.5 * leaver, within(1e-9));
  }

  /** Of whom all are gone no monthly chance can be told. */
  @Test
  void shouldLeaveOutCutsAllOfWhoseStaffAreGone() {
    FakeInputs inputs = PaidHomes.inputs(null);
    var gone =
        inputs
            .table(CUTS)
            .where(CUTS.workerId.col().equalTo(functions.lit("w0")))
            .withColumn(CUTS.months.name(), functions.lit(6));
    List<Row> found = estimates(inputs.with(CUTS, inputs.table(CUTS).unionByName(gone)));
    assertThat(estimate(found, "separated", "home_effects")).isCloseTo(EFFECT, within(1e-9));
  }

  /** Of homes seen once none pays more than it did: their effects explain all of pay. */
  @Test
  void shouldLeaveOutWhatOneWaveCannotTell() {
    FakeInputs inputs = PaidHomes.inputs(null);
    Dataset<Row> cuts = inputs.table(CUTS);
    Object first = cuts.agg(functions.min(CUTS.month.col())).first().get(0);
    List<Row> found =
        estimates(inputs.with(CUTS, cuts.where(CUTS.month.col().equalTo(functions.lit(first)))));
    assertThat(found.stream().map(row -> row.<String>getAs(W.estimator.name())))
        .contains("pooled")
        .doesNotContain("home_effects");
  }

  @Test
  void shouldCountWorkersAndClusterByHome() {
    Row row = row(rows, "separated", "home_effects");
    assertThat(row.<Long>getAs(W.observations.name())).isEqualTo(4L * 8 * 400);
    assertThat(row.<Long>getAs(W.clusters.name())).isEqualTo(8L);
    assertThat(row.<String>getAs(W.design.name())).isEqualTo("association");
  }

  /**
   * Where the extracts end too soon nobody can be looked for, though all that separate are seen.
   */
  @Test
  void shouldTellOfThoseFoundElsewhereAtCutsFollowedLongEnoughAlone() {
    FakeInputs inputs = PaidHomes.inputs(null);
    var late = CUTS.month.col().geq(functions.lit("2015-09-01").cast("date"));
    var sooner =
        inputs
            .table(CUTS)
            .withColumn(CUTS.followed.name(), functions.when(late, false).otherwise(true));
    List<Row> found = estimates(inputs.with(CUTS, sooner));
    assertThat(row(found, "found_elsewhere", "home_effects").<Long>getAs(W.observations.name()))
        .isEqualTo(2L * 8 * 400);
    assertThat(row(found, "separated", "home_effects").<Long>getAs(W.observations.name()))
        .isEqualTo(4L * 8 * 400);
    var never = inputs.table(CUTS).withColumn(CUTS.followed.name(), functions.lit(false));
    assertThat(estimates(inputs.with(CUTS, never)))
        .extracting(row -> row.<String>getAs(W.outcome.name()))
        .isNotEmpty()
        .doesNotContain("found_elsewhere");
  }

  /** The cuts of March and June 2015 are followed to September, those after are not. */
  @Test
  void shouldTellOfCutsFollowedToTheLastMonthBeforeCovidApart() {
    List<Row> found =
        estimates(PaidHomes.inputs(null).with(SocialcareSample.LAST_MONTH, Month.of(2015, 9)))
            .stream()
            .filter(row -> row.<String>getAs(W.sample.name()).endsWith(", followed to 2015-09"))
            .toList();
    assertThat(found)
        .extracting(row -> row.<String>getAs(W.estimator.name()))
        .containsExactlyInAnyOrder("home_effects", "pooled");
    Row row = row(found, "separated", "home_effects");
    assertThat(row.<Long>getAs(W.observations.name())).isEqualTo(2L * 8 * 400);
    assertThat(row.<Double>getAs(W.estimate.name())).isCloseTo(EFFECT, within(1e-9));
  }

  @Test
  void shouldLeaveOutWhomARuleDrops() {
    assertRows(new SocialcareOwnWageJob().rows(PaidHomes.inputs("AGE")), W.outcome).areExactly();
    assertRows(new SocialcareOwnWageJob().rows(FakeInputs.of()), W.outcome).areExactly();
  }

  @Test
  void shouldNotTakeEstablishmentsThatStopReportingForSeparations() {
    FakeInputs inputs = PaidHomes.inputs(null);
    var stopped =
        inputs
            .table(CUTS)
            .withColumn(
                CUTS.state.name(),
                functions
                    .when(CUTS.state.col().equalTo(functions.lit("stayed")), CUTS.state.col())
                    .otherwise(functions.lit("stopped_reporting")));
    assertThat(estimates(FakeInputs.of().with(CUTS, stopped)))
        .allSatisfy(
            row -> assertThat(row.<Double>getAs(W.estimate.name())).isCloseTo(0, within(1e-12)));
  }
}
