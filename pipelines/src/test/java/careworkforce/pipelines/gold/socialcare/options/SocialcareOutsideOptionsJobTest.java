package careworkforce.pipelines.gold.socialcare.options;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageIndex;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SocialcareOutsideOptionsJobTest {
  private static final SocialcareOutsideOptions O = SocialcareOutsideOptions.TABLE;
  private static final NhsOpeningMonths N = NhsOpeningMonths.TABLE;
  private static final OutsideWageIndex I = OutsideWageIndex.TABLE;
  private static final double TENTH = 0.1 * OptionsWorld.EFFECT;
  private static final String ALL = "all homes";
  private static final OptionsWorld PLAIN_WORLD = OptionsWorld.of(6, 0);
  private static List<Row> plain = List.of();
  private static List<Row> confounded = List.of();
  private static List<Row> every = List.of();

  @BeforeAll
  static void estimate() {
    plain = rows(PLAIN_WORLD).collectAsList();
    confounded = rows(OptionsWorld.of(6, 3)).collectAsList();
    every = rows(OptionsWorld.everyOption()).collectAsList();
  }

  private static Dataset<Row> rows(OptionsWorld world) {
    return new SocialcareOutsideOptionsJob().rows(world.inputs());
  }

  private static Row row(List<Row> rows, String outcome, String sample, String estimator) {
    return rows.stream()
        .filter(r -> r.getAs(O.outcome.name()).equals(outcome))
        .filter(r -> r.getAs(O.sample.name()).equals(sample))
        .filter(r -> r.getAs(O.estimator.name()).equals(estimator))
        .findFirst()
        .orElseThrow();
  }

  private static double number(Row row, Field field) {
    return row.<Double>getAs(field.name());
  }

  private static double turnover(List<Row> rows, String estimator) {
    return number(row(rows, "turnover", ALL, estimator), O.estimate);
  }

  @Test
  void shouldRecoverTheEffectEveryWayWhereNothingConfounds() {
    for (String estimator : List.of("ols", "reduced_form", "iv", "iv_akm", "iv_shock_level")) {
      assertThat(turnover(plain, estimator)).as(estimator).isCloseTo(TENTH, within(1e-5));
    }
    assertThat(number(row(plain, "starters_rate", ALL, "iv"), O.estimate))
        .isCloseTo(TENTH / 2, within(1e-5));
  }

  @Test
  void shouldRecoverWhatGrowthOfRetailJobsDoes() {
    List<Row> told = rows(OptionsWorld.retailJobs()).collectAsList();
    Row turnover = row(told, "turnover", "all homes, retail jobs", "reduced_form");
    assertThat(number(turnover, O.estimate)).isCloseTo(0.08, within(1e-5));
    assertThat(turnover.<String>getAs(O.design.name())).isEqualTo("causal");
    Row none = row(plain, "turnover", "all homes, retail jobs", "reduced_form");
    assertThat(0.0).isBetween(number(none, O.ciLow), number(none, O.ciHigh));
  }

  /** The minimum wage bites less where pay elsewhere grew, and holds staff back. */
  @Test
  void shouldTellPayElsewhereFromTheBiteOfTheMinimumWage() {
    List<Row> told = rows(OptionsWorld.minimumWage()).collectAsList();
    String held = "all homes, bite of the minimum wage held fixed";
    assertThat(turnover(told, "reduced_form"))
        .isCloseTo(TENTH + 0.1 * OptionsWorld.MINIMUM_WAGE * -0.3, within(0.01));
    for (String estimator : List.of("reduced_form", "iv")) {
      assertThat(number(row(told, "turnover", held, estimator), O.estimate))
          .as(estimator)
          .isCloseTo(TENTH, within(1e-5));
    }
  }

  /** The occupations of this world are paid as its industries are. */
  @Test
  void shouldEstimateByOccupationWhatItEstimatesByIndustry() {
    for (String estimator : List.of("ols", "reduced_form", "iv")) {
      Row byOccupation = row(confounded, "turnover", "all homes, pay by occupation", estimator);
      assertThat(number(byOccupation, O.estimate))
          .as(estimator)
          .isCloseTo(turnover(confounded, estimator), within(1e-12));
    }
  }

  @Test
  void shouldRecoverItByTheInstrumentAndNotByPayInTheRegion() {
    assertThat(turnover(confounded, "ols")).isGreaterThan(TENTH + 0.02);
    Row iv = row(confounded, "turnover", ALL, "iv");
    assertThat(TENTH).isBetween(number(iv, O.ciLow), number(iv, O.ciHigh));
    assertThat(number(iv, O.estimate)).isCloseTo(TENTH, within(0.02));
    assertThat(number(iv, O.effectiveF)).isGreaterThan(20);
  }

  /** The three have one point estimate: shocks are the same in every region. */
  @Test
  void shouldGiveRobustErrorsToTheSameEstimate() {
    for (String estimator : List.of("iv_akm", "iv_akm0", "iv_shock_level")) {
      assertThat(turnover(confounded, estimator))
          .as(estimator)
          .isCloseTo(turnover(confounded, "iv"), within(1e-9));
    }
    Row akm = row(confounded, "turnover", ALL, "iv_akm");
    assertThat(akm.<Long>getAs(O.clusters.name())).isEqualTo(5);
    assertThat(akm.<Long>getAs(O.industries.name())).isEqualTo(30);
  }

  /** Every home weighs alike, so that an industry weighs what areas are exposed to it. */
  @Test
  void shouldCountEffectiveShocksByExposure() {
    double total = 0;
    double[] sums = new double[5];
    for (double[] area : PLAIN_WORLD.exposure) {
      for (int n = 0; n < 5; n++) {
        sums[n] += area[n];
        total += area[n];
      }
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum / total * sum / total;
    }
    assertThat(number(row(plain, "turnover", ALL, "iv_akm"), O.effectiveShocks))
        .isCloseTo(1 / squares, within(1e-9));
  }

  /** Pay grows everywhere and moves nobody; areas differ in the sum of exposures it is times. */
  @Test
  void shouldTakeTheTrendForAnEffectWhereTheSumOfExposuresIsNotHeldFixed() {
    assertThat(turnover(plain, "reduced_form_without_share_control"))
        .isNotCloseTo(TENTH, within(0.005));
  }

  @Test
  void shouldFindNothingAheadOfTheShocks() {
    Row lead = row(plain, "turnover", ALL, "pre_trend");
    assertThat(number(lead, O.estimate)).isCloseTo(0, within(1e-5));
    assertThat(lead.<Long>getAs(O.observations.name())).isEqualTo(32 * 2 * 5);
    assertThat(lead.<String>getAs(O.design.name())).isEqualTo("association");
  }

  @Test
  void shouldEstimateByProviderAndLocalAuthorityAndWithoutEachIndustry() {
    for (String sample :
        List.of(
            "nursing homes",
            "residential homes",
            "ownership: Private",
            "unitary authorities",
            "non-metropolitan districts")) {
      assertThat(number(row(plain, "turnover", sample, "reduced_form"), O.estimate))
          .as(sample)
          .isCloseTo(TENTH, within(1e-5));
    }
    for (String industry : OptionsWorld.INDUSTRIES) {
      Row without =
          row(plain, "turnover", "all homes, without division " + industry, "reduced_form");
      assertThat(number(without, O.estimate)).isNotCloseTo(TENTH, within(1e-5));
    }
  }

  @Test
  void shouldCountHomeYearsOfSixMonthsAndSayWhatEachRowIs() {
    Row iv = row(plain, "turnover", ALL, "iv");
    assertThat(iv.<Long>getAs(O.observations.name())).isEqualTo(32 * 2 * 6);
    assertThat(iv.<Long>getAs(O.clusters.name())).isEqualTo(32);
    assertThat(iv.<String>getAs(O.design.name())).isEqualTo("causal");
    assertThat(row(plain, "turnover", ALL, "ols").<String>getAs(O.design.name()))
        .isEqualTo("association");
    assertThat(row(plain, "nursing", ALL, "balance").<String>getAs(O.term.name()))
        .isEqualTo("outside_wage");
  }

  /** The terms of one equation, each where the others pull as well. */
  @Test
  void shouldTellWhatEachOptionDoesBesideTheOthers() {
    for (String estimator : List.of("joint", "joint_iv")) {
      boolean iv = estimator.equals("joint_iv");
      assertThat(term(every, estimator, iv ? "outside_wage_here" : "outside_wage"))
          .isCloseTo(TENTH, within(1e-4));
      assertThat(term(every, estimator, "vacancy_index"))
          .isCloseTo(0.01 * OptionsWorld.VACANCIES, within(1e-4));
      assertThat(term(every, estimator, iv ? "nhs_openings" : "predicted_openings"))
          .isCloseTo(0.1 * OptionsWorld.NHS, within(1e-4));
      assertThat(term(every, estimator, "retail_openings"))
          .isCloseTo(OptionsWorld.STORE, within(1e-4));
    }
  }

  /**
   * Openings are instrumented by what has nothing to do with them: that spoils every term, four of
   * each outcome that differs in this world.
   */
  @Test
  void shouldTellNoIntervalOfASystemWithOneWeakInstrument() {
    FakeInputs inputs = OptionsWorld.everyOption().inputs();
    Column noise = pmod(xxhash64(N.ttwa.col(), N.month.col()), lit(1_000L)).divide(lit(10_000.0));
    Dataset<Row> unrelated = inputs.table(N).withColumn(N.predicted.name(), noise);
    List<Row> rows =
        new SocialcareOutsideOptionsJob().rows(inputs.with(N, unrelated)).collectAsList();
    List<Row> system =
        rows.stream().filter(r -> r.getAs(O.estimator.name()).equals("joint_iv")).toList();
    assertThat(system)
        .hasSize(8)
        .allSatisfy(
            row -> {
              assertThat(row.<Double>getAs(O.ciLow.name())).isNull();
              assertThat(row.<Double>getAs(O.pValue.name())).isNull();
              assertThat(row.<String>getAs(O.variance.name()))
                  .contains("no test and no interval: first-stage F");
              assertThat(row.<String>getAs(O.why.name())).contains("the instrument is weak");
            });
    assertThat(rows.stream().filter(r -> r.getAs(O.estimator.name()).equals("joint")))
        .allSatisfy(row -> assertThat(row.<Double>getAs(O.ciLow.name())).isNotNull());
  }

  /** Pay elsewhere has nothing to do with pay in the region: AKM0 alone holds without it. */
  @Test
  void shouldTellNoIntervalOfAWeakInstrumentWhicheverErrorsButWithTheNullImposed() {
    FakeInputs inputs = PLAIN_WORLD.inputs();
    Column noise = pmod(xxhash64(I.ttwa.col(), I.year.col()), lit(1_000L)).divide(lit(10_000.0));
    List<Row> rows =
        new SocialcareOutsideOptionsJob()
            .rows(inputs.with(I, inputs.table(I).withColumn(I.index.name(), noise)))
            .collectAsList();
    double byArea = number(row(rows, "turnover", ALL, "iv"), O.firstStageF);
    assertThat(byArea).isLessThan(10);
    for (String estimator : List.of("iv", "iv_akm", "iv_shock_level", "iv_akm0")) {
      Row told = row(rows, "turnover", ALL, estimator);
      boolean nullImposed = estimator.equals("iv_akm0");
      assertThat(number(told, O.firstStageF)).as(estimator).isEqualTo(byArea);
      assertThat(told.<Double>getAs(O.ciLow.name()) != null).as(estimator).isEqualTo(nullImposed);
      assertThat(told.<Double>getAs(O.pValue.name()) != null).as(estimator).isEqualTo(nullImposed);
      assertThat(told.<String>getAs(O.why.name()).contains("the instrument is weak"))
          .as(estimator)
          .isEqualTo(!nullImposed);
    }
    assertThat(row(rows, "log_beds", ALL, "balance").<Double>getAs(O.firstStageF.name())).isNull();
  }

  @Test
  void shouldSayOfPredictedOpeningsAloneThatTheyArePredicted() {
    String joint = "all homes, every option";
    assertThat(per(every, joint, "joint_iv", "nhs_openings"))
        .isEqualTo("0.1 NHS openings a year for each support job");
    assertThat(per(every, joint, "joint", "predicted_openings"))
        .isEqualTo(
            "0.1 NHS openings a year for each support job, as hiring by trusts elsewhere predicts");
  }

  private static String per(List<Row> rows, String sample, String estimator, String term) {
    return rows.stream()
        .filter(r -> r.getAs(O.sample.name()).equals(sample))
        .filter(r -> r.getAs(O.estimator.name()).equals(estimator))
        .filter(r -> r.getAs(O.term.name()).equals(term))
        .map(r -> r.<String>getAs(O.per.name()))
        .findFirst()
        .orElseThrow();
  }

  /** Errors that allow for areas of like exposure are told of all homes by the instrument alone. */
  @Test
  void shouldPointToTheErrorsThatAllowForFewIndustriesWhereTheyAreTold() {
    String told = "go by the errors that allow for it";
    String not = "errors that allow for it are not told here, and the interval may be too narrow";
    assertThat(variance(ALL, "iv")).endsWith(told);
    for (String estimator : List.of("reduced_form", "pre_trend")) {
      assertThat(variance(ALL, estimator)).as(estimator).endsWith(not);
    }
    assertThat(variance("nursing homes", "iv")).endsWith(not);
    assertThat(variance("all homes, bite of the minimum wage held fixed", "iv")).endsWith(not);
    assertThat(variance("all homes, without division 10", "reduced_form")).endsWith(not);
  }

  /** Of the five industries four are beside stores; one less, or two, are fewer in effect. */
  @Test
  void shouldCountTheIndustriesOfAnIndexWithoutSome() {
    for (String estimator : List.of("joint", "joint_iv")) {
      List<Row> terms =
          every.stream()
              .filter(r -> r.getAs(O.outcome.name()).equals("turnover"))
              .filter(r -> r.getAs(O.estimator.name()).equals(estimator))
              .toList();
      assertThat(terms).hasSize(4);
      for (Row term : terms) {
        boolean pay = term.<String>getAs(O.term.name()).startsWith("outside_wage");
        String variance = term.getAs(O.variance.name());
        assertThat(variance.contains("effective industries, under 30")).isEqualTo(pay);
        assertThat(term.<Double>getAs(O.effectiveShocks.name()) != null).isEqualTo(pay);
        if (pay) {
          assertThat(number(term, O.effectiveShocks)).isBetween(3.0, 4.0);
        }
      }
    }
    Row less = row(plain, "turnover", "all homes, without division 10", "reduced_form");
    assertThat(number(less, O.effectiveShocks)).isBetween(3.0, 4.0);
  }

  private static String variance(String sample, String estimator) {
    return row(plain, "turnover", sample, estimator).getAs(O.variance.name());
  }

  private static double term(List<Row> rows, String estimator, String term) {
    return rows.stream()
        .filter(r -> r.getAs(O.outcome.name()).equals("turnover"))
        .filter(r -> r.getAs(O.sample.name()).equals("all homes, every option"))
        .filter(r -> r.getAs(O.estimator.name()).equals(estimator))
        .filter(r -> r.getAs(O.term.name()).equals(term))
        .map(r -> number(r, O.estimate))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldEndEmptyWhereStaffAreSeenInOneYear() {
    assertThat(rows(OptionsWorld.of(1, 0)).collectAsList()).isEmpty();
  }

  @Test
  void shouldEndEmptyWhereNothingWasDelivered() {
    assertThat(
            new SocialcareOutsideOptionsJob()
                .rows(OptionsWorld.of(2, 0).inputs().with(HomeMonths.TABLE, noMonths()))
                .collectAsList())
        .isEmpty();
  }

  private static Dataset<Row> noMonths() {
    return TestRows.of(HomeMonths.TABLE).dataset();
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    SameTables.assertNear(
        Partitions.of(1, () -> rows(OptionsWorld.of(2, 3))),
        Partitions.of(7, () -> rows(OptionsWorld.of(2, 3))),
        1e-9);
  }
}
