package careworkforce.pipelines.gold.socialcare.users;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SocialcareMisclassificationJobTest {
  private static final SocialcareOutcomeEffects E = SocialcareOutcomeEffects.TABLE;
  private static final SocialcareMisclassification M = SocialcareMisclassification.TABLE;

  /** Of 0.01 found: 0.01 · (1 − 0.2198 + 0.2198 k) / (1 − 0.0065). */
  @Test
  void shouldScaleTheEffectByThoseMissedAndThoseFoundFalsely() {
    Dataset<Row> bounds = bounds(effects().row(E.sample, "home-months to 2020-02"));
    assertThat(at(bounds, 0, "estimate")).isCloseTo(0.007853045, within(1e-9));
    assertThat(at(bounds, 1, "estimate")).isCloseTo(0.010065425, within(1e-9));
    assertThat(at(bounds, 2, "estimate")).isCloseTo(0.012277806, within(1e-9));
    assertThat(at(bounds, 2, "ci_high")).isCloseTo(2 * 0.012277806, within(1e-8));
  }

  @Test
  void shouldTakeThePostcodesOwnErrorsForResidentsMatchedByIt() {
    Dataset<Row> bounds = bounds(effects().row(E.sample, "home-months to 2020-02 by postcode"));
    assertThat(at(bounds, 1, "estimate")).isCloseTo(0.01 / 0.77, within(1e-9));
    assertRows(bounds.where("effect_ratio = 1.0"), M.matchTier, M.missed, M.falsely)
        .areExactly("postcode 0.22 0.23");
  }

  @Test
  void shouldScaleInstrumentedEffectsOfTurnoverOnResidentsAlone() {
    Dataset<Row> bounds =
        bounds(
            effects()
                .row(E.sample, "s")
                .row(E.sample, "s", E.estimator, "ols")
                .row(E.sample, "s", E.term, "vacancy_rate")
                .row(E.sample, "s", E.outcome, "inspected"));
    assertRows(bounds, M.outcome, M.ratio)
        .areExactly(
            "arrivals_per_resident_month 0.0",
            "arrivals_per_resident_month 0.5",
            "arrivals_per_resident_month 1.0",
            "arrivals_per_resident_month 1.5",
            "arrivals_per_resident_month 2.0");
  }

  private static TestRows effects() {
    return TestRows.of(E)
        .each(
            E.outcome, "arrivals_per_resident_month",
            E.estimator, "iv",
            E.term, "turnover",
            E.per, "10 percentage points",
            E.estimate, 0.01,
            E.stdError, 0.005,
            E.ciLow, 0.0,
            E.ciHigh, 0.02,
            E.pValue, 0.05,
            E.observations, 100L,
            E.clusters, 10L,
            E.variance, "cluster",
            E.design, "causal",
            E.why, "a reason",
            E.formula, "y ~ x",
            E.inputsVersion, "v1");
  }

  private static double at(Dataset<Row> bounds, double ratio, String column) {
    return bounds.where(M.ratio.col().equalTo(ratio)).first().<Double>getAs(column);
  }

  private static Dataset<Row> bounds(TestRows effects) {
    return new SocialcareMisclassificationJob().rows(FakeInputs.of().with(E, effects.dataset()));
  }
}
