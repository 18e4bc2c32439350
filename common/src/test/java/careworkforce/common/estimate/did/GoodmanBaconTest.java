package careworkforce.common.estimate.did;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GoodmanBaconTest {
  @Test
  void shouldSumToTheTwoWayEffectsCoefficient() {
    Frame data =
        StaggeredWorld.of(24, 9, new double[] {4, 6, 0, 1, 8}, (c, e) -> c * (1 + e), 1, 5);
    double[] cohort = data.numbers("cohort");
    double[] period = data.numbers("period");
    double[] treated =
        IntStream.range(0, cohort.length)
            .mapToDouble(i -> cohort[i] > 0 && period[i] >= cohort[i] ? 1 : 0)
            .toArray();
    double expected =
        Estimate.ols("y ~ d | unit + period", data.with("d", treated))
            .fit()
            .coefficient("d")
            .estimate();
    GoodmanBacon bacon = GoodmanBacon.of(StaggeredWorld.design(data));
    assertThat(bacon.coefficient()).isCloseTo(expected, within(1e-10));
    assertThat(bacon.comparisons()).hasSize(12);
    assertThat(bacon.comparisons().stream().mapToDouble(GoodmanBacon.Comparison::weight).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void shouldWeighTwoCohortsByHand() {
    // Cohorts 2 and 3 of 4 periods, one unit each, none never treated. Treated shares 3/4 and 1/2:
    // the earlier against the later before 3: (3/4-1/2)(1-3/4) = 1/16; the later against the
    // earlier from 2 on: (1/2)(3/4-1/2) = 1/8. Weights 1/3 and 2/3.
    Frame data =
        Frame.empty()
            .with("unit", 1, 1, 1, 1, 2, 2, 2, 2)
            .with("period", 1, 2, 3, 4, 1, 2, 3, 4)
            .with("cohort", 2, 2, 2, 2, 3, 3, 3, 3)
            .with("y", 0, 5, 7, 9, 1, 2, 6, 8);
    GoodmanBacon bacon = GoodmanBacon.of(StaggeredWorld.design(data));
    assertThat(bacon.weight(GoodmanBacon.Kind.LATER)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(bacon.estimate(GoodmanBacon.Kind.LATER)).isCloseTo(5 - 1, within(1e-12));
    assertThat(bacon.weight(GoodmanBacon.Kind.EARLIER)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(bacon.estimate(GoodmanBacon.Kind.EARLIER)).isCloseTo(5 - 3, within(1e-12));
    assertThat(bacon.coefficient()).isCloseTo(8 / 3.0, within(1e-12));
  }

  @Test
  void shouldRefuseControlsAndUnbalancedPanels() {
    Frame data = StaggeredWorld.of(6, 4, new double[] {3, 0}, (c, e) -> 1, 1, 1);
    assertThatThrownBy(() -> GoodmanBacon.of(StaggeredWorld.design(data).withControls("x")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("controls or weights");
    int[] short1 = IntStream.range(1, data.rows()).toArray();
    assertThatThrownBy(() -> GoodmanBacon.of(StaggeredWorld.design(data.take(short1))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 units not seen in every period");
  }

  @Test
  @Tag("validation")
  void shouldSumToThePublishedCastleLawCoefficients() {
    ValidationCase shared = ValidationCase.open("15");
    Frame data = CsvFrames.read(shared.file("data.csv"));
    for (String outcome : new String[] {"homicide", "l_homicide"}) {
      GoodmanBacon bacon =
          GoodmanBacon.of(StaggeredDesign.of(data, outcome, "sid", "year", "first"));
      assertClose(
          outcome,
          bacon.coefficient(),
          shared.model("twfe_" + outcome).get("coef").get("post").asDouble(),
          1e-8);
    }
  }
}
