package careworkforce.common.estimate.decompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import org.junit.jupiter.api.Test;

class DirectStandardisationTest {
  @Test
  void shouldWeighStrataByTheStandard() {
    // Rates 0.1 and 0.02 weighted 1/4 and 3/4; variance (1/4)^2 10/100^2 + (3/4)^2 4/200^2.
    Coefficient rate =
        DirectStandardisation.rate(
            new double[] {10, 4}, new double[] {100, 200}, new double[] {25, 75}, 0.95);
    assertThat(rate.estimate()).isCloseTo(0.025 + 0.015, within(1e-15));
    assertThat(rate.standardError())
        .isCloseTo(Math.sqrt(0.0625 * 10 / 1e4 + 0.5625 * 4 / 4e4), within(1e-15));
    assertThat(rate.ciLow()).isBetween(0.02, 0.04);
    assertThat(rate.ciHigh()).isBetween(0.06, 0.08);
  }

  @Test
  void shouldLeaveOutAStratumThatTheStandardLacks() {
    Coefficient rate =
        DirectStandardisation.rate(
            new double[] {1, 0}, new double[] {10, 0}, new double[] {100, 0}, 0.95);
    assertThat(rate.estimate()).isEqualTo(0.1);
    assertThat(rate.standardError()).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void shouldGiveTheExactPoissonIntervalForOneStratum() {
    // 5 events: the exact limits of a Poisson mean are 1.6235 and 11.6683.
    Coefficient rate =
        DirectStandardisation.rate(new double[] {5}, new double[] {1}, new double[] {1}, 0.95);
    assertThat(rate.ciLow()).isCloseTo(1.623486, within(1e-5));
    assertThat(rate.ciHigh()).isCloseTo(11.668332, within(1e-5));
    Coefficient none =
        DirectStandardisation.rate(new double[] {0}, new double[] {1}, new double[] {1}, 0.95);
    assertThat(none.ciLow()).isZero();
    assertThat(none.ciHigh()).isCloseTo(-Math.log(0.025), within(1e-9));
  }

  @Test
  void shouldStandardiseMeansAndCompareRates() {
    Coefficient mean =
        DirectStandardisation.mean(
            new double[] {10, 20}, new double[] {1, 2}, new double[] {3, 1}, 0.95);
    assertThat(mean.estimate()).isCloseTo(12.5, within(1e-12));
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(0.5625 + 0.25), within(1e-12));
    Coefficient a = Coefficient.of("a", 2, 0.3, Double.POSITIVE_INFINITY, 0.95);
    Coefficient b = Coefficient.of("b", 4, 0.8, Double.POSITIVE_INFINITY, 0.95);
    Coefficient ratio = DirectStandardisation.ratio(a, b, 0.95);
    assertThat(ratio.estimate()).isCloseTo(0.5, within(1e-12));
    assertThat(ratio.ciHigh()).isCloseTo(0.5 * Math.exp(1.959963984540054 * 0.25), within(1e-9));
  }

  @Test
  void shouldNameAStratumWithoutExposure() {
    assertThatThrownBy(
            () ->
                DirectStandardisation.rate(
                    new double[] {1, 0}, new double[] {5, 0}, new double[] {1, 1}, 0.95))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("stratum 2");
  }
}
