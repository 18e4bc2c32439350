package careworkforce.pipelines.gold.careers.consequences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClusterRatioTest {
  /** Three trusts: 2 units that sum to 6, 2 that sum to 2, and one with comparisons alone. */
  private static final ClusterRatio RATIO =
      ClusterRatio.of("k=+01", new double[] {6, 2, 1}, new double[] {2, 2, 0});

  @Test
  void shouldAverageOverUnits() {
    assertThat(RATIO.mean().estimate()).isCloseTo(9 / 4.0, within(1e-12));
    assertThat(RATIO.clusters()).isEqualTo(3);
  }

  @Test
  void shouldCountTheClusterThatHasComparisonsAloneInTheVariance() {
    // Sums less 9/4 for each unit: 1.5, -2.5, 1; squares 2.25 + 6.25 + 1 = 9.5; times 3/2, over 16.
    assertThat(RATIO.mean().standardError()).isCloseTo(Math.sqrt(9.5 * 1.5 / 16), within(1e-12));
  }

  @Test
  void shouldTakeTheIntervalFromTOfTwoDegrees() {
    double half = 4.302652729911275 * RATIO.mean().standardError();
    assertThat(RATIO.mean().ciHigh()).isCloseTo(9 / 4.0 + half, within(1e-9));
  }
}
