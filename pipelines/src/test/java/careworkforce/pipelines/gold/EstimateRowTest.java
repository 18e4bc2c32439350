package careworkforce.pipelines.gold;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.retail.SocialcareRetailOpenings;
import org.junit.jupiter.api.Test;

class EstimateRowTest {
  private static final SocialcareRetailOpenings R = SocialcareRetailOpenings.TABLE;

  @Test
  void shouldTellRowsApartByWhatTheTableAddsToTheSharedKey() {
    TestRows rows =
        TestRows.of(R)
            .each(
                R.outcome, "log_staff",
                R.sample, "openings",
                R.estimator, "stacked event study",
                R.term, "after opening",
                R.per, "log staff",
                R.estimate, 0.01,
                R.stdError, 0.02,
                R.ciLow, -0.03,
                R.ciHigh, 0.05,
                R.pValue, 0.6,
                R.observations, 100L,
                R.clusters, 20L,
                R.variance, "cluster:site",
                R.design, "causal",
                R.why, "dates",
                R.formula, "y ~ post",
                R.inputsVersion, "v1")
            .row(R.radius, 5)
            .row(R.radius, 10);
    assertThat(rows.dataset().collectAsList().stream().map(r -> EstimateRow.of(R, r)))
        .extracting(EstimateRow::sample)
        .containsExactlyInAnyOrder("openings, radius km 5", "openings, radius km 10");
    assertThat(EstimateRow.of(R, rows.dataset().first()).coversNought()).isTrue();
  }
}
