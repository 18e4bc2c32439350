package careworkforce.pipelines.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SaturationTest {
  /** Three homes rated twice: three homes, two months and a slope leave one row of six. */
  @Test
  void shouldRefuseSixRowsWithAnEffectForNearlyEach() {
    Fit fit = fit(homes(3, 2, i -> i * i % 5));
    assertThat(Saturation.left(fit)).isEqualTo(1);
    assertThatThrownBy(() -> Saturation.none(fit))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot estimate 'y ~ x | home + month'")
        .hasMessageContaining("its 6 rows have 5 parameters, effects among them, and leave 1")
        .hasMessageContaining("20 or more");
  }

  /** 22 homes, 2 months and a slope take 24 of 44 rows; of one home fewer 23 of 42. */
  @Test
  void shouldTakeTwentyDegreesAndNoFewer() {
    assertThat(Saturation.left(fit(homes(22, 2, i -> Math.sin(i * i))))).isEqualTo(20);
    assertThat(Saturation.none(fit(homes(22, 2, i -> Math.sin(i * i))))).isNotNull();
    Fit fewer = fit(homes(21, 2, i -> Math.sin(i * i)));
    assertThatThrownBy(() -> Saturation.none(fewer)).hasMessageContaining("leave 19");
  }

  /** An outcome that the regressor tells to the last digit, as a total tells its sum. */
  @Test
  void shouldRefuseAnOutcomeThatIsItsRegressor() {
    Frame homes = homes(30, 4, i -> 0);
    double[] x = homes.numbers("x");
    Fit fit =
        fit(
            homes.with(
                "y", IntStream.range(0, x.length).mapToDouble(i -> 2 * x[i] + i / 4).toArray()));
    assertThatThrownBy(() -> Saturation.none(fit))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing of 'y' is left but rounding");
  }

  private static Fit fit(Frame frame) {
    return Estimate.ols("y ~ x | home + month", frame).cluster("home").fit();
  }

  private static Frame homes(int homes, int months, IntToDoubleFunction y) {
    int rows = homes * months;
    return Frame.empty()
        .with(
            "home", IntStream.range(0, rows).mapToObj(i -> "h" + i / months).toArray(String[]::new))
        .with("month", IntStream.range(0, rows).mapToDouble(i -> i % months).toArray())
        .with("x", IntStream.range(0, rows).mapToDouble(i -> Math.cos(3.0 * i * i)).toArray())
        .with("y", IntStream.range(0, rows).mapToDouble(y).toArray());
  }
}
