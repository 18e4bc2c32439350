package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoefficientTest {
  private static final Coefficient TWO = new Coefficient("x", 2, 1, 2, 0.05, 0.5, 3.5);

  @Test
  void shouldGiveEstimateErrorAndIntervalInOtherUnits() {
    assertThat(TWO.times(0.5)).isEqualTo(new Coefficient("x", 1, 0.5, 2, 0.05, 0.25, 1.75));
  }

  @Test
  void shouldKeepTheLowerEndBelowWhenTheSignIsTurned() {
    assertThat(TWO.times(-1)).isEqualTo(new Coefficient("x", -2, 1, -2, 0.05, -3.5, -0.5));
  }
}
