package careworkforce.common.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HonestTest {
  private static final double Z = 1.959963984540054;

  private static EventPath path(double[] times, double[] effects, double[][] variance) {
    List<Coefficient> list = new ArrayList<>();
    for (int i = 0; i < effects.length; i++) {
      list.add(
          Coefficient.of(
              "event " + times[i],
              effects[i],
              Math.sqrt(variance[i][i]),
              Double.POSITIVE_INFINITY,
              0.95));
    }
    return new EventPath(
        "given",
        times,
        list,
        variance,
        null,
        Double.POSITIVE_INFINITY,
        0.95,
        Double.NaN,
        List.of());
  }

  private static double[][] diagonal(double... values) {
    double[][] matrix = new double[values.length][values.length];
    for (int i = 0; i < values.length; i++) {
      matrix[i][i] = values[i];
    }
    return matrix;
  }

  @Test
  void shouldExtrapolateTheOneSlopeThereIs() {
    // One effect each side: the difference -2 -> -1 goes on, so theta = b(0) + b(-2), any M bends
    // it by at most M.
    EventPath path = path(new double[] {-2, 0}, new double[] {0.5, 2}, diagonal(0.09, 0.16));
    SmoothTrends trends = SmoothTrends.of(path, new double[] {1}, 0.05);
    HonestSet linear = trends.interval(0);
    assertThat(linear.low()).isCloseTo(2.5 - Z * 0.5, within(1e-8));
    assertThat(linear.high()).isCloseTo(2.5 + Z * 0.5, within(1e-8));
    HonestSet far = trends.interval(10);
    assertThat(far.high()).isCloseTo(2.5 + 10 + 1.6448536269514722 * 0.5, within(1e-6));
    assertThat(trends.breakdown()).isCloseTo(2.5 - 1.6448536 * 0.5, within(3e-3));
  }

  @Test
  void shouldFitTheLineOfLeastVarianceWhenSlopesCannotChange() {
    // M = 0: minimise var of b(0) + w1 b(-2) + w2 b(-3), w1 + 2 w2 = 1, all variances 1: w = (1/5,
    // 2/5), variance 1 + 1/5.
    EventPath path = path(new double[] {-3, -2, 0}, new double[] {0.3, 0.1, 1}, diagonal(1, 1, 1));
    HonestSet set = SmoothTrends.of(path, new double[] {1}, 0.05).interval(0);
    assertThat((set.low() + set.high()) / 2).isCloseTo(1 + 0.02 + 0.12, within(1e-9));
    assertThat((set.high() - set.low()) / 2).isCloseTo(Z * Math.sqrt(1.2), within(1e-8));
  }

  @Test
  void shouldBeAsShortAsTheBestOnAGridOfEstimators() {
    double[][] variance = {
      {0.5, 0.1, 0.05, 0.1}, {0.1, 0.4, 0.1, 0.05}, {0.05, 0.1, 0.6, 0.2}, {0.1, 0.05, 0.2, 0.7}
    };
    EventPath path = path(new double[] {-4, -3, -2, 0}, new double[] {0.2, 0.1, 0.1, 1}, variance);
    HonestSet set = SmoothTrends.of(path, new double[] {1}, 0.05).interval(0.3);
    double best = Double.POSITIVE_INFINITY;
    for (double c1 = -1; c1 <= 1; c1 += 0.02) {
      for (double c2 = -1; c2 <= 1; c2 += 0.02) {
        double[] on = {c2, c1 - 2 * c2, 1 - 2 * c1 + c2, 1};
        double sum = 0;
        for (int i = 0; i < 4; i++) {
          for (int j = 0; j < 4; j++) {
            sum += on[i] * on[j] * variance[i][j];
          }
        }
        double bias = 0.3 * (1 + Math.abs(c1) + Math.abs(c2));
        best = Math.min(best, length(bias, Math.sqrt(sum)));
      }
    }
    double half = (set.high() - set.low()) / 2;
    assertThat(half).isLessThanOrEqualTo(best + 1e-9).isCloseTo(best, within(2e-3));
  }

  private static double length(double bias, double deviation) {
    var normal = new org.apache.commons.math3.distribution.NormalDistribution(0, deviation);
    double low = 0;
    double high = bias + 10 * deviation;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      boolean short1 =
          normal.cumulativeProbability(middle - bias) - normal.cumulativeProbability(-middle - bias)
              < 0.95;
      low = short1 ? middle : low;
      high = short1 ? high : middle;
    }
    return high;
  }

  @Test
  void shouldWidenWithTheMultipleOfChangesBefore() {
    // Precise estimates: the set is nearly the identified one, 2 -+ M * 0.4 (the largest change).
    EventPath path =
        path(
            new double[] {-3, -2, 0, 1},
            new double[] {0.5, 0.1, 2, 3},
            diagonal(1e-8, 1e-8, 1e-8, 1e-8));
    for (double multiple : new double[] {0.5, 1, 2}) {
      HonestSet set = RelativeMagnitudes.of(path, new double[] {1, 0}, 0.05, 1).interval(multiple);
      assertThat(set.low()).isCloseTo(2 - multiple * 0.4, within(1e-3));
      assertThat(set.high()).isCloseTo(2 + multiple * 0.4, within(1e-3));
    }
    EventPath wider =
        path(
            new double[] {-3, -2, 0, 1},
            new double[] {0.5, 0.1, 2, 3},
            diagonal(0.0025, 0.0025, 0.0025, 0.0025));
    HonestSet narrow = RelativeMagnitudes.of(wider, new double[] {1, 0}, 0.05, 1).interval(0.5);
    HonestSet wide = RelativeMagnitudes.of(wider, new double[] {1, 0}, 0.05, 1).interval(1);
    assertThat(narrow.low()).isBetween(2 - 0.5 * 0.4 - 0.2, 2 - 0.5 * 0.4);
    assertThat(narrow.high()).isBetween(2 + 0.5 * 0.4, 2 + 0.5 * 0.4 + 0.2);
    assertThat(wide.low()).isLessThan(narrow.low() - 0.1);
    assertThat(wide.high()).isGreaterThan(narrow.high() + 0.1);
    // The second effect's trend may change twice; an average lies between.
    HonestSet second = RelativeMagnitudes.of(wider, new double[] {0, 1}, 0.05, 1).interval(0.5);
    assertThat(second.low()).isBetween(3 - 0.4 - 0.3, 3 - 0.4);
    HonestSet average =
        RelativeMagnitudes.of(wider, new double[] {0.5, 0.5}, 0.05, 1).interval(0.5);
    assertThat(average.high()).isBetween(2.5 + 0.3, 2.5 + 0.3 + 0.2);
    assertThat(average.excludesZero()).isTrue();
  }

  @Test
  void shouldBeNearTheUsualIntervalWhenTrendsAreParallel() {
    EventPath path = path(new double[] {-2, 0}, new double[] {0.2, 2}, diagonal(0.04, 0.04));
    HonestSet set = RelativeMagnitudes.of(path, new double[] {1}, 0.05, 1).interval(0);
    assertThat(set.low()).isCloseTo(2 - Z * 0.2, within(0.03));
    assertThat(set.high()).isCloseTo(2 + Z * 0.2, within(0.03));
  }

  @Test
  void shouldTakeACallawaySantAnnaPathWithAUniversalBase() {
    StaggeredDesign design =
        StaggeredWorld.design(
            StaggeredWorld.of(200, 6, new double[] {3, 5, 0, 0}, (c, e) -> 3, 0.5, 2));
    EventPath path =
        CallawaySantAnna.of(design).base(CallawaySantAnna.Base.UNIVERSAL).fit().byEventTime();
    double[] average = {0.25, 0.25, 0.25, 0.25};
    HonestSet smooth = SmoothTrends.of(path, average, 0.05).interval(0);
    HonestSet relative = RelativeMagnitudes.of(path, average, 0.05, 1).interval(0.5);
    assertThat(smooth.low()).isLessThan(3);
    assertThat(smooth.high()).isGreaterThan(3);
    assertThat(relative.excludesZero()).isTrue();
    EventPath varying = CallawaySantAnna.of(design).fit().byEventTime();
    assertThatThrownBy(() -> SmoothTrends.of(varying, average, 0.05))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Base.UNIVERSAL");
  }

  @Test
  void shouldListTheVerticesOfASmallCone() {
    // g >= 0 with g1 + g2 = g3 + g4: the rays pair one of the first with one of the last.
    List<double[]> rays = ExtremeRays.of(List.of(new double[] {1, 1, -1, -1}), 4);
    assertThat(rays)
        .containsExactlyInAnyOrder(
            new double[] {1, 0, 1, 0},
            new double[] {1, 0, 0, 1},
            new double[] {0, 1, 1, 0},
            new double[] {0, 1, 0, 1});
  }

  @Test
  void shouldAskForConsecutivePeriods() {
    EventPath gap = path(new double[] {-3, 0}, new double[] {0.2, 2}, diagonal(0.04, 0.04));
    assertThatThrownBy(() -> SmoothTrends.of(gap, new double[] {1}, 0.05))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Base.UNIVERSAL");
    EventPath whole = path(new double[] {-2, 0}, new double[] {0.2, 2}, diagonal(0.04, 0.04));
    assertThatThrownBy(() -> RelativeMagnitudes.of(whole, new double[] {1, 1}, 0.05, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the path has 1 effects after treatment");
    assertThatThrownBy(() -> SmoothTrends.of(whole, new double[] {1}, 0.05).interval(-1))
        .isInstanceOf(UserError.class);
  }
}
