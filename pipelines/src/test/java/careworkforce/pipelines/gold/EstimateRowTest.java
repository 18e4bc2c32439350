package careworkforce.pipelines.gold;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.retail.SocialcareRetailOpenings;
import org.junit.jupiter.api.Test;

class EstimateRowTest {
  private static final SocialcareRetailOpenings R = SocialcareRetailOpenings.TABLE;

  @Test
  void shouldHoldNothingWhereThereIsNoInterval() {
    double none = Double.NaN;
    EstimateRow row =
        new EstimateRow(
            "y", "all", "iv", "x", "1", 2, 1, none, none, none, 9, 4, "none", "causal", "as told",
            null);
    assertThat(row.hasInterval()).isFalse();
    assertThat(row.coversNought()).isFalse();
  }

  @Test
  void shouldReadAnEmptyCellAsNoNumber() {
    EstimateRow row =
        EstimateRow.of(R, rows().row(R.ciLow, null, R.ciHigh, null).dataset().first());
    assertThat(row.hasInterval()).isFalse();
    assertThat(row.estimate()).isEqualTo(0.01);
  }

  @Test
  void shouldTellRowsApartByWhatTheTableAddsToTheSharedKey() {
    TestRows rows = rows().row(R.radius, 5).row(R.radius, 10);
    assertThat(rows.dataset().collectAsList().stream().map(r -> EstimateRow.of(R, r)))
        .extracting(EstimateRow::sample)
        .containsExactlyInAnyOrder("openings, radius km 5", "openings, radius km 10");
    assertThat(EstimateRow.of(R, rows.dataset().first()).coversNought()).isTrue();
  }

  private static TestRows rows() {
    return TestRows.of(R)
        .each(
            R.outcome,
            "log_staff",
            R.sample,
            "openings",
            R.estimator,
            "stacked event study",
            R.term,
            "after opening",
            R.per,
            "log staff",
            R.estimate,
            0.01,
            R.stdError,
            0.02,
            R.ciLow,
            -0.03,
            R.ciHigh,
            0.05,
            R.pValue,
            0.6,
            R.observations,
            100L,
            R.clusters,
            20L,
            R.variance,
            "cluster:site",
            R.design,
            "causal",
            R.why,
            "dates",
            R.formula,
            "y ~ post",
            R.radius,
            5,
            R.pairs,
            40L,
            R.pairsLeftOut,
            4L,
            R.inputsVersion,
            "v1");
  }
}
