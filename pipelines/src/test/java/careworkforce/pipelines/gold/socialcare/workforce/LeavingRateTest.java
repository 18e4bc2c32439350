package careworkforce.pipelines.gold.socialcare.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeavingRateTest {

  @Test
  void shouldBeTwelveTimesTheShareGoneAfterAMonth() {
    LeavingRate rate = new LeavingRate(1);
    assertThat(rate.at(0.025)).isCloseTo(0.30, within(1e-12));
    assertThat(rate.slope(0.025)).isCloseTo(12, within(1e-12));
    assertThat(rate.curvature(0.025)).isCloseTo(0, within(1e-12));
  }

  @Test
  void shouldTellTheRateWhateverTheMonthsBetweenCuts() {
    for (int months : new int[] {1, 3, 6, 12}) {
      double gone = 1 - Math.pow(1 - 0.025, months);
      assertThat(new LeavingRate(months).at(gone)).isCloseTo(0.30, within(1e-12));
    }
  }

  @Test
  void shouldGiveItsDerivatives() {
    LeavingRate rate = new LeavingRate(3);
    double step = 1e-6;
    assertThat(rate.slope(0.07))
        .isCloseTo((rate.at(0.07 + step) - rate.at(0.07 - step)) / (2 * step), within(1e-7));
    assertThat(rate.curvature(0.07))
        .isCloseTo((rate.slope(0.07 + step) - rate.slope(0.07 - step)) / (2 * step), within(1e-7));
  }

  @Test
  void shouldBeNothingWhereNobodyIsGone() {
    assertThat(new LeavingRate(3).at(0)).isZero();
    assertThat(new LeavingRate(3).slope(0)).isEqualTo(4);
  }
}
