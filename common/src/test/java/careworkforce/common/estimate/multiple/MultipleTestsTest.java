package careworkforce.common.estimate.multiple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultipleTestsTest {
  @Test
  void shouldAdjustByBonferroniAndHolmByHand() {
    double[] p = {0.01, 0.04, 0.03, 0.5};
    assertThat(FamilyWise.bonferroni(p))
        .containsExactly(new double[] {0.04, 0.16, 0.12, 1}, within(1e-15));
    assertThat(FamilyWise.holm(p))
        .containsExactly(new double[] {0.04, 0.09, 0.09, 0.5}, within(1e-15));
    assertThatThrownBy(() -> FamilyWise.holm(0.1, Double.NaN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("p-value 2");
  }

  @Test
  void shouldStepDownByHand() {
    // Order 3, 2, 1. Largest of all three: 1, 4, 2, 5: two of 4 at least 3. Of the last two (t 2
    // and 1): 1, 4, 2, 1: two at least 2. Of the last: 1, 0, 2, 1: three at least 1.
    double[] t = {1, 3, 2};
    double[][] drawn = {{1, 0, 2, 1}, {0, 3, 1, 5}, {0, 4, 1, 0}};
    assertThat(RomanoWolf.stepDown(t, drawn, true)).containsExactly(0.75, 0.5, 0.5);
    assertThat(RomanoWolf.stepDown(t, drawn, false)).containsExactly(0.8, 0.6, 0.6);
    assertThatThrownBy(() -> RomanoWolf.stepDown(t, new double[][] {{1, 0}, {1}, {0, 0}}, true))
        .isInstanceOf(UserError.class);
  }

  /** Largest of both: 1, none, 2, 5: three of 4 are not below 2. Of the last: 1, none, 2, 1. */
  @Test
  void shouldCountADrawWithoutAStatisticAgainstTheSample() {
    double[][] drawn = {{1, Double.NaN, 2, 1}, {0, 3, 1, 5}};
    assertThat(RomanoWolf.stepDown(new double[] {1.5, 2}, drawn, true)).containsExactly(0.75, 0.75);
  }

  private static Frame data() {
    Random random = new Random(8);
    int n = 80;
    double[] x = new double[n];
    double[] area = new double[n];
    double[] strong = new double[n];
    double[] none = new double[n];
    double[] twin = new double[n];
    for (int i = 0; i < n; i++) {
      area[i] = i / 8;
      x[i] = random.nextGaussian() + (i / 8) % 3;
      strong[i] = 2 * x[i] + random.nextGaussian();
      none[i] = random.nextGaussian();
      twin[i] = none[i];
    }
    return Frame.empty()
        .with("x", x)
        .with("area", area)
        .with("strong", strong)
        .with("none", none)
        .with("twin", twin);
  }

  @Test
  void shouldNotPayForATwinOfAnOutcome() {
    // The same outcome twice: the joint bootstrap knows that it is one test, Bonferroni does not.
    List<Fit> fits =
        Estimate.ols("c(none, twin) ~ x", data()).cluster("area").wildBootstrap(2000, 3).fitAll();
    List<RomanoWolf.Adjusted> tests = RomanoWolf.of(fits, "x");
    assertThat(tests)
        .allSatisfy(
            t -> {
              assertThat(t.adjusted()).isEqualTo(t.pValue());
              assertThat(t.pValue()).isEqualTo(fits.get(0).bootstraps().get(0).pValueTies());
            });
    assertThat(fits.get(0).bootstraps().get(0).exhaustive()).isTrue();
  }

  @Test
  void shouldKeepTheStrongResultAndRaiseTheWeakOnes() {
    List<Fit> fits =
        Estimate.ols("c(strong, none) ~ x", data())
            .cluster("area")
            .bootstrapWeights("webb")
            .wildBootstrap(499, 3)
            .fitAll();
    List<RomanoWolf.Adjusted> tests = RomanoWolf.of(fits, "x");
    assertThat(tests.get(0).adjusted()).isLessThan(0.05);
    assertThat(tests.get(1).adjusted()).isEqualTo(tests.get(1).pValue());
    assertThat(tests.get(0).adjusted())
        .isBetween(tests.get(0).pValue(), Math.min(1, 2 * tests.get(0).pValue() + 0.01));
    assertThat(RomanoWolf.of(fits, "x")).isEqualTo(tests);
  }

  @Test
  void shouldRefuseFitsThatDoNotShareTheirDraws() {
    Fit all = Estimate.ols("none ~ x", data()).cluster("area").wildBootstrap(99, 3).fit();
    Fit plain = Estimate.ols("none ~ x", data()).cluster("area").fit();
    assertThatThrownBy(() -> RomanoWolf.of(List.of(plain), "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("wildBootstrap");
    int[] some = java.util.stream.IntStream.range(0, 72).toArray();
    Fit fewer =
        Estimate.ols("none ~ x", data().take(some)).cluster("area").wildBootstrap(99, 3).fit();
    assertThatThrownBy(() -> RomanoWolf.of(List.of(all, fewer), "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("72 rows");
  }

  /** Of ten areas of eight rows one lacks the first outcome and another the second. */
  @Test
  void shouldRefuseFitsOfAsManyRowsAndClustersThatAreOthers() {
    double[] strong = data().numbers("strong").clone();
    double[] none = data().numbers("none").clone();
    java.util.Arrays.fill(strong, 0, 8, Double.NaN);
    java.util.Arrays.fill(none, 8, 16, Double.NaN);
    List<Fit> fits =
        Estimate.ols("c(strong, none) ~ x", data().with("strong", strong).with("none", none))
            .cluster("area")
            .wildBootstrap(99, 3)
            .fitAll();
    assertThatThrownBy(() -> RomanoWolf.of(fits, "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("are not those of the first fit");
  }
}
