package careworkforce.pipelines.silver.cleaning;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.job.FakeInputs;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.junit.jupiter.api.Test;

class CleaningRuleTest {
  private static final Map<CleaningRule, Column> BOTH =
      Map.of(
          CleaningRule.AGE, lit(true),
          CleaningRule.NO_PERSON_KEY, lit(true),
          CleaningRule.HOME_CARE, lit(null).cast("boolean"));

  private static String first(FakeInputs inputs) {
    return Sparks.session()
        .range(1)
        .select(CleaningRule.first(inputs, BOTH).as("rule"))
        .select(col("rule"))
        .first()
        .getString(0);
  }

  @Test
  void shouldNameTheFirstRuleThatHolds() {
    assertThat(first(FakeInputs.of())).isEqualTo("NO_PERSON_KEY");
  }

  @Test
  void shouldPassOverARuleSwitchedOff() {
    FakeInputs inputs = FakeInputs.of().with(CleaningRule.NO_PERSON_KEY.setting(), false);
    assertThat(first(inputs)).isEqualTo("AGE");
    assertThat(first(inputs.with(CleaningRule.AGE.setting(), false))).isNull();
  }

  @Test
  void shouldSayOfEachRuleWhoPublishedItAndWhetherItDrops() {
    assertThat(CleaningRule.dropping(CleaningRule.Of.WORKERS))
        .containsExactly(
            CleaningRule.PERSONAL_ASSISTANT,
            CleaningRule.NOT_UPDATED_LATELY,
            CleaningRule.IDS_MISSING,
            CleaningRule.NO_PERSON_KEY,
            CleaningRule.REPEATED_WORKER,
            CleaningRule.AGE,
            CleaningRule.HOME_CARE);
    assertThat(CleaningRule.changing(CleaningRule.Of.WORKERS))
        .containsExactly(CleaningRule.PAY_BOUNDS);
    assertThat(CleaningRule.codes(CleaningRule.changing(CleaningRule.Of.ESTABLISHMENTS)).source())
        .startsWith("Skills for Care");
    assertThat(CleaningRule.AGE.setting().key()).isEqualTo("socialcare.cleaning.age");
  }
}
