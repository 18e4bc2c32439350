package careworkforce.common.estimate.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConleyMeatTest {
  /** One degree of latitude is 111.195 km: rows 0 and 1 are near, 2 shares 1's place, 3 is far. */
  private static final double[] LATITUDE = {52, 52.5, 52.5, 54};

  private static final double[] LONGITUDE = {0, 0, 0, 0};
  private static final double[][] DESIGN = {{1, 2, 3, 4}};
  private static final double[] RESIDUAL = {1, -1, 2, 1};

  @Test
  void shouldMultiplyScoresOfRowsWithinTheDistance() {
    double near = new ConleyMeat(LATITUDE, LONGITUDE, 60).of(DESIGN, RESIDUAL)[0][0];
    double together = 1 - 2 + 6;
    assertThat(near).isCloseTo(together * together + 16, within(1e-12));
    double own = new ConleyMeat(LATITUDE, LONGITUDE, 1).of(DESIGN, RESIDUAL)[0][0];
    assertThat(own).isCloseTo(1 + 16 + 16, within(1e-12));
  }

  @Test
  void shouldRefuseWhatIsNoLatitude() {
    assertThatThrownBy(() -> new ConleyMeat(new double[] {421000}, new double[] {0}, 10))
        .hasMessageContaining("latitude 421000.0");
  }
}
