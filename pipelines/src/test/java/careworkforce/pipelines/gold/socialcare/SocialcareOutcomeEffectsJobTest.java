package careworkforce.pipelines.gold.socialcare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.users.CareEffects;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialcareOutcomeEffectsJobTest {
  private static final double EFFECT = SocialcareWorld.EFFECT;

  @Test
  void shouldRecoverTheEffectByTheInstrumentAndNotByLeastSquares() {
    Map<String, Row> effects = effects(SocialcareWorld.with(0.2));
    assertThat(estimate(effects.get("iv"))).isCloseTo(0.1 * EFFECT, within(1e-9));
    assertThat(estimate(effects.get("ols"))).isLessThan(0.05 * EFFECT);
    assertThat(estimate(effects.get("reduced_form"))).isCloseTo(0.15 * EFFECT, within(1e-9));
  }

  @Test
  void shouldAgreeWithLeastSquaresWhereNothingConfounds() {
    Map<String, Row> effects = effects(SocialcareWorld.with(1e-8));
    assertThat(estimate(effects.get("ols"))).isCloseTo(0.1 * EFFECT, within(1e-9));
  }

  @Test
  void shouldSayWhatEachRowIs() {
    Map<String, Row> effects = effects(inOnePart());
    assertThat(effects.get("iv").<String>getAs("design")).isEqualTo("causal");
    assertThat(effects.get("ols").<String>getAs("design")).isEqualTo("association");
    assertThat(effects.get("iv").<Long>getAs("n_clusters")).isEqualTo(12);
    assertThat(effects.get("iv").<Long>getAs("n_obs")).isEqualTo(288);
    assertThat(effects.get("iv").<Double>getAs("first_stage_f")).isGreaterThan(10);
  }

  @Test
  void shouldSayThatAWageThatIsTheSameEverywhereTellsNothing() {
    OutsideWageMonths w = OutsideWageMonths.TABLE;
    TestRows flat = TestRows.of(w);
    for (int area = 0; area < 12; area++) {
      for (int month = 1; month <= 12; month++) {
        flat.row(
            w.ttwa, "T" + area, w.month, String.format("2015-%02d", month), w.logOutsideWage, 2.0);
      }
    }
    FakeInputs inputs = SocialcareWorld.with(0.05).with(w, flat.dataset());
    assertThatThrownBy(() -> effects(inputs))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot instrument [turnover]");
  }

  @Test
  void shouldSayThatOneMonthTellsNothingWithinHomes() {
    FakeInputs inputs =
        SocialcareWorld.with(0.05).with(SocialcareSample.LAST_MONTH, Month.parse("2015-01"));
    assertThatThrownBy(() -> effects(inputs))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all 24 home-months are of 2015-01");
  }

  @Test
  void shouldStopAtTheLastMonthOfTheSample() {
    FakeInputs inputs =
        SocialcareWorld.with(0.05).with(SocialcareSample.LAST_MONTH, Month.parse("2015-06"));
    assertThat(effects(inputs).get("iv").<Long>getAs("n_obs")).isEqualTo(144);
  }

  @Test
  void shouldEndTheSampleBeforeCovidUnlessToldOtherwise() {
    assertThat(Settings.defaults().value(SocialcareSample.LAST_MONTH)).isEqualTo(Month.of(2020, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void shouldNotDependOnTheNumberOfPartitions(int parts) {
    SameTables.assertNear(inOnePart(), inParts(parts), 1e-9);
  }

  private static Dataset<Row> inOnePart;

  private static Dataset<Row> inOnePart() {
    if (inOnePart == null) {
      inOnePart = inParts(1);
    }
    return inOnePart;
  }

  private static Dataset<Row> inParts(int parts) {
    return Partitions.of(
        parts,
        () ->
            new SocialcareOutcomeEffectsJob()
                .rows(SocialcareWorld.with(0.05, parts).with(CareEffects.DRAWS, 5)));
  }

  private static double estimate(Row row) {
    return row.<Double>getAs("estimate");
  }

  private static Map<String, Row> effects(FakeInputs inputs) {
    return effects(new SocialcareOutcomeEffectsJob().rows(inputs.with(CareEffects.DRAWS, 5)));
  }

  private static Map<String, Row> effects(Dataset<Row> told) {
    Map<String, Row> rows = new HashMap<>();
    told.where(SocialcareOutcomeEffects.TABLE.headline())
        .collectAsList()
        .forEach(row -> rows.put(row.getAs("estimator"), row));
    return rows;
  }
}
