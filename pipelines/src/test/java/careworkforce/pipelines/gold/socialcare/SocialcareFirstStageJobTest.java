package careworkforce.pipelines.gold.socialcare;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SocialcareFirstStageJobTest {
  private static final SocialcareFirstStage F = SocialcareFirstStage.TABLE;

  @Test
  void shouldTellHowTheOutsideWageMovesTurnover() {
    Dataset<Row> stage = headline(SocialcareWorld.with(1e-6));
    assertRows(stage, F.instrument, F.outcome, F.observations, F.clusters, F.design)
        .areExactly("log_outside_wage turnover 288 12 causal");
    assertThat(stage.first().<String>getAs(F.why.name())).contains("nothing else that moves staff");
    assertThat(stage.first().<String>getAs(F.inputsVersion.name())).contains("care_homes v");
    assertThat(stage.first().<Double>getAs(F.effectiveF.name()))
        .isEqualTo(stage.first().<Double>getAs(F.firstStageF.name()))
        .isGreaterThan(10);
    assertThat(stage.first().<Double>getAs(F.estimate.name())).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void shouldTellWhatShareOfTurnoverTheWageExplains() {
    assertThat(partialR2(1e-6)).isCloseTo(1, within(1e-9));
    assertThat(partialR2(0.05)).isBetween(0.5, 0.98);
    assertThat(partialR2(0.2)).isLessThan(0.5 * partialR2(0.05));
  }

  @Test
  void shouldTellNothingWithoutASample() {
    assertRows(new SocialcareFirstStageJob().rows(FakeInputs.of()), F.instrument).areExactly();
  }

  private static double partialR2(double shock) {
    return headline(SocialcareWorld.with(shock)).first().<Double>getAs(F.partialR2.name());
  }

  private static Dataset<Row> headline(FakeInputs inputs) {
    return new SocialcareFirstStageJob().rows(inputs).where(F.headline());
  }
}
