package careworkforce.pipelines.gold.socialcare.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Of {@link PaidHomes} 0.308 leave a year, by -0.316 a log point, which is a little more than a
 * hundredth for each hundredth of pay; a third of them are found, whom pay does not touch.
 */
class SocialcareElasticitiesJobTest {
  private static final AscWorkerCuts C = AscWorkerCuts.TABLE;
  private static final SocialcareElasticities S = SocialcareElasticities.TABLE;

  /** Three of 400 fewer for a tenth of a log point. */
  private static final double SEPARATION =
      -30.0 / PaidHomes.STAFF * PaidHomes.rate(PaidHomes.GONE) / PaidHomes.LEAVING;

  private static List<Row> rows(FakeInputs inputs) {
    return new SocialcareElasticitiesJob().rows(inputs).collectAsList();
  }

  private static List<Row> told = List.of();

  /** What the job tells of {@link PaidHomes} as they are. */
  @BeforeAll
  static void estimate() {
    told = rows(PaidHomes.inputs(null));
  }

  private static Map<String, Double> estimates(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs(S.outcome.name()), row -> row.getAs(S.estimate.name())));
  }

  @Test
  void shouldGiveTheElasticitiesOfTheFormula() {
    Map<String, Double> all = estimates(told);
    // Half of the sector is seen, so that two of three go to other care employers.
    DynamicMonopsony byHand = new DynamicMonopsony(SEPARATION, 0, 2.0 / 3);
    assertThat(SEPARATION).isCloseTo(-1.027, within(5e-4));
    assertThat(all.get("separation")).isCloseTo(SEPARATION, within(1e-9));
    assertThat(all.get("to_care")).isCloseTo(0, within(1e-9));
    assertThat(all.get("out_of_care")).isCloseTo(3 * SEPARATION, within(1e-9));
    assertThat(all.get("out_of_care")).isCloseTo(byHand.outside(), within(1e-9));
    assertThat(all.get("employment")).isCloseTo(-6 * SEPARATION, within(1e-9));
  }

  @Test
  void shouldTakeAllMovesForSeenIfAllTheSectorReports() {
    Map<String, Double> all =
        estimates(rows(PaidHomes.inputs(null).with(SocialcareElasticitiesJob.COVERAGE, 1.0)));
    assertThat(all.get("out_of_care"))
        .isCloseTo(1.5 * SEPARATION, within(1e-9)); // a third is found
    assertThat(all.get("employment")).isCloseTo(-3 * SEPARATION, within(1e-9));
  }

  @Test
  void shouldTellTheShareThatGoesToOtherCareEmployers() {
    assertThat(told)
        .allSatisfy(
            row ->
                assertThat(row.<Double>getAs(S.shareToCare.name()))
                    .isCloseTo(2.0 / 3, within(1e-9)));
  }

  /** All ten are found of the first two cuts, and none yet of the others, which end too soon. */
  @Test
  void shouldTakeCutsAloneThatAreFollowedLongEnough() {
    FakeInputs inputs = PaidHomes.inputs(null);
    var late = C.month.col().geq(functions.lit("2015-09-01").cast("date"));
    var elsewhere = C.state.col().equalTo(functions.lit("found_elsewhere"));
    var ends =
        inputs
            .table(C)
            .withColumn(C.followed.name(), functions.when(late, false).otherwise(true))
            .withColumn(
                C.state.name(),
                functions.when(late.and(elsewhere), "not_found").otherwise(C.state.col()));
    assertThat(rows(inputs.with(C, ends)))
        .hasSize(4)
        .allSatisfy(
            row -> {
              assertThat(row.<Double>getAs(S.shareToCare.name())).isCloseTo(2.0 / 3, within(1e-9));
              assertThat(row.<Long>getAs(S.observations.name())).isEqualTo(2L * 8 * 400);
            });
  }

  /** A third is found; were three in ten seen, more would move than separate. */
  @Test
  void shouldTellSeparationAloneWhereMoreAreFoundThanCanBe() {
    List<Row> rows = rows(PaidHomes.inputs(null).with(SocialcareElasticitiesJob.COVERAGE, 0.3));
    assertThat(rows).extracting(row -> row.getAs(S.outcome.name())).containsExactly("separation");
    assertThat(rows.get(0).<Double>getAs(S.estimate.name())).isCloseTo(SEPARATION, within(1e-9));
    assertThat(rows.get(0).<Double>getAs(S.shareToCare.name())).isCloseTo(1 / 0.9, within(1e-9));
  }

  @Test
  void shouldTellSeparationAloneWhereNobodyIsFound() {
    FakeInputs inputs = PaidHomes.inputs(null);
    var elsewhere = C.state.col().equalTo(functions.lit("found_elsewhere"));
    var nobody =
        inputs
            .table(C)
            .withColumn(
                C.state.name(), functions.when(elsewhere, "not_found").otherwise(C.state.col()));
    List<Row> rows = rows(inputs.with(C, nobody));
    assertThat(rows).extracting(row -> row.getAs(S.outcome.name())).containsExactly("separation");
    assertThat(rows.get(0).<Double>getAs(S.shareToCare.name())).isZero();
  }

  /** Of the few of home care chance makes too many; care homes are told all the same. */
  @Test
  void shouldTellOfCareHomesWhateverHomeCareTells() {
    FakeInputs inputs = PaidHomes.inputs(null);
    var gone = C.state.col().equalTo(functions.lit("not_found"));
    var homeCare =
        inputs
            .table(C)
            .where(gone.equalTo(functions.lit(false)))
            .withColumn(C.droppedBy.name(), functions.lit("HOME_CARE"))
            .withColumn(
                C.establishmentId.name(),
                functions.concat(functions.lit("of "), C.establishmentId.col()));
    List<Row> rows = rows(inputs.with(C, inputs.table(C).unionByName(homeCare)));
    assertThat(rows)
        .filteredOn(row -> row.getAs(S.sample.name()).equals("care staff of care homes"))
        .hasSize(4);
    assertThat(rows)
        .filteredOn(row -> row.<String>getAs(S.sample.name()).contains("home care"))
        .extracting(row -> row.getAs(S.outcome.name()))
        .containsExactly("separation");
  }

  @Test
  void shouldKeepHomeCareApart() {
    assertThat(rows(PaidHomes.inputs("HOME_CARE")))
        .hasSize(4)
        .allSatisfy(
            row -> assertThat(row.<String>getAs(S.sample.name())).startsWith("care staff of home"))
        .extracting(row -> row.<String>getAs(S.sample.name()))
        .allMatch(sample -> sample.contains("home care"));
    assertThat(rows(PaidHomes.inputs("AGE"))).isEmpty();
  }

  @Test
  void shouldAddTheErrorsOfEffectAndMean() {
    Coefficient effect = Coefficient.of("x", -0.6, 0.3, Double.POSITIVE_INFINITY, 0.95);
    Coefficient mean = Coefficient.of("m", 0.3, 0.06, Double.POSITIVE_INFINITY, 0.95);
    Coefficient ratio = SocialcareElasticitiesJob.ratio(effect, mean);
    assertThat(ratio.estimate()).isCloseTo(-2, within(1e-12));
    // 0.3 / 0.3 = 1 from the effect, 2 · 0.06 / 0.3 = 0.4 from the mean
    assertThat(ratio.standardError()).isCloseTo(Math.sqrt(1.16), within(1e-12));
  }
}
