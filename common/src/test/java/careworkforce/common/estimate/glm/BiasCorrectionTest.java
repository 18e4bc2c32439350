package careworkforce.common.estimate.glm;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.estimate.BiasCorrection;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.SmallSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BiasCorrectionTest {
  private static final int UNITS = 300;
  private static final int TIMES = 8;
  private final Frame panel = panel();

  private static Frame panel() {
    Random random = new Random(11);
    double[] y = new double[UNITS * TIMES];
    double[] x = new double[y.length];
    double[] unit = new double[y.length];
    double[] time = new double[y.length];
    for (int u = 0; u < UNITS; u++) {
      double effect = random.nextGaussian();
      for (int t = 0; t < TIMES; t++) {
        int i = u * TIMES + t;
        unit[i] = u;
        time[i] = t;
        x[i] = random.nextGaussian() + effect / 2;
        double share = random.nextDouble();
        y[i] = x[i] + effect + Math.log(share / (1 - share)) > 0 ? 1 : 0;
      }
    }
    return Frame.empty().with("y", y).with("x", x).with("u", unit).with("t", time);
  }

  private static double slope(Frame data, String formula, String family, BiasCorrection how) {
    return Estimate.of(Family.named(family), formula, data)
        .panel("u", "t")
        .biasCorrection(how)
        .fit()
        .coefficient("x")
        .estimate();
  }

  /** The conditional estimate has no such bias: what is left of the distance to it tells. */
  @Test
  void shouldComeCloserToTheConditionalEstimate() {
    double conditional =
        Estimate.of(new ConditionalLogit(), "y ~ x | u", panel).fit().coefficient("x").estimate();
    double plain = slope(panel, "y ~ x | u", "logit", BiasCorrection.NONE);
    double analytical = slope(panel, "y ~ x | u", "logit", BiasCorrection.ANALYTICAL);
    double jackknife = slope(panel, "y ~ x | u", "logit", BiasCorrection.JACKKNIFE);
    assertThat(plain / conditional).isGreaterThan(1.1);
    assertThat(analytical / conditional).isBetween(0.95, 1.03);
    assertThat(jackknife / conditional).isBetween(0.85, 1.03);
  }

  /** With one regressor all sums of the formula can be written out. */
  @Test
  void shouldTakeOffTheFormulasSumsWrittenOut() {
    double b = slope(panel, "y ~ x | u", "logit", BiasCorrection.NONE);
    double[] sums = informationAndPull(b);
    double corrected = slope(panel, "y ~ x | u", "logit", BiasCorrection.ANALYTICAL);
    assertClose("slope", corrected, b - sums[1] / sums[0], 1e-8);
  }

  @Test
  void shouldTakeErrorsAtTheCorrectedSlopes() {
    for (BiasCorrection how :
        new BiasCorrection[] {BiasCorrection.ANALYTICAL, BiasCorrection.JACKKNIFE}) {
      Coefficient corrected =
          Estimate.of(new Logit(), "y ~ x | u", panel)
              .panel("u", "t")
              .smallSample(SmallSample.NONE)
              .biasCorrection(how)
              .fit()
              .coefficient("x");
      double information = informationAndPull(corrected.estimate())[0];
      assertClose(how.name(), corrected.standardError(), 1 / Math.sqrt(information), 1e-8);
    }
  }

  /** The formula's two sums at a slope, the units' effects fitted to it. */
  private double[] informationAndPull(double b) {
    double[] x = panel.numbers("x");
    double[] y = panel.numbers("y");
    double information = 0;
    double pull = 0;
    for (int u = 0; u < UNITS; u++) {
      int from = u * TIMES;
      double events = IntStream.range(from, from + TIMES).mapToDouble(i -> y[i]).sum();
      if (events == 0 || events == TIMES) {
        continue;
      }
      double[] w = new double[TIMES];
      double[] bent = new double[TIMES];
      double effect = effect(x, from, b, events);
      double sum = 0;
      double mean = 0;
      for (int t = 0; t < TIMES; t++) {
        double p = 1 / (1 + Math.exp(-effect - b * x[from + t]));
        w[t] = p * (1 - p);
        bent[t] = w[t] * (1 - 2 * p);
        sum += w[t];
        mean += w[t] * x[from + t];
      }
      double along = 0;
      for (int t = 0; t < TIMES; t++) {
        double left = x[from + t] - mean / sum;
        information += w[t] * left * left;
        along += bent[t] * left;
      }
      pull -= along / sum / 2;
    }
    return new double[] {information, pull};
  }

  /** The unit's effect at which its expected events are those seen, by bisection. */
  private static double effect(double[] x, int from, double b, double events) {
    double low = -60;
    double high = 60;
    for (int round = 0; round < 200; round++) {
      double middle = (low + high) / 2;
      double expected =
          IntStream.range(from, from + TIMES)
              .mapToDouble(i -> 1 / (1 + Math.exp(-middle - b * x[i])))
              .sum();
      if (expected < events) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Test
  void shouldBeTwiceTheWholeLessTheMeanOfHalves() {
    double[] t = panel.numbers("t");
    Frame early = panel.take(IntStream.range(0, t.length).filter(i -> t[i] < 4).toArray());
    Frame late = panel.take(IntStream.range(0, t.length).filter(i -> t[i] >= 4).toArray());
    for (String family : new String[] {"logit", "probit", "cloglog"}) {
      double whole = slope(panel, "y ~ x | u", family, BiasCorrection.NONE);
      // Units that never vary are dropped before halving; they say nothing in either half.
      double first = slope(early, "y ~ x | u", family, BiasCorrection.NONE);
      double second = slope(late, "y ~ x | u", family, BiasCorrection.NONE);
      double corrected = slope(panel, "y ~ x | u", family, BiasCorrection.JACKKNIFE);
      assertClose(family, corrected, 2 * whole - (first + second) / 2, 1e-7);
    }
  }

  @Test
  void shouldCorrectBothWaysOfEffects() {
    double plain = slope(panel, "y ~ x | u + t", "probit", BiasCorrection.NONE);
    double analytical = slope(panel, "y ~ x | u + t", "probit", BiasCorrection.ANALYTICAL);
    double jackknife = slope(panel, "y ~ x | u + t", "probit", BiasCorrection.JACKKNIFE);
    assertThat(analytical).isBetween(0.8 * plain, 0.95 * plain);
    assertThat(jackknife).isBetween(0.7 * plain, 0.95 * plain);
  }

  /**
   * Odd and even units are of two regions, in each of which the months' effects halve the units.
   */
  @Test
  void shouldHalveTheUnitsOfEachRegionForItsMonths() {
    Frame data = regions();
    double[] t = data.numbers("t");
    double[] u = data.numbers("u");
    double[] ordered = Arrays.stream(u).distinct().sorted().toArray();
    Map<Double, Integer> place = new HashMap<>();
    double[] size = new double[2];
    for (double unit : ordered) {
      place.put(unit, (int) size[(int) unit % 2]++);
    }
    IntPredicate half = i -> 2 * place.get(u[i]) < size[(int) u[i] % 2];
    String formula = "y ~ x | u + r^t";
    double wanted = 3 * slope(data, formula, "logit", BiasCorrection.NONE);
    for (IntPredicate rows :
        List.<IntPredicate>of(i -> t[i] < 4, i -> t[i] >= 4, half, half.negate())) {
      Frame part = data.take(IntStream.range(0, t.length).filter(rows).toArray());
      wanted -= slope(part, formula, "logit", BiasCorrection.NONE) / 2;
    }
    double corrected = slope(data, formula, "logit", BiasCorrection.JACKKNIFE);
    assertClose("slope", corrected, wanted, 1e-7);
  }

  /** The panel's units whose outcome varies, others being dropped before halving, with regions. */
  private Frame regions() {
    double[] y = panel.numbers("y");
    double[] r = Arrays.stream(panel.numbers("u")).map(unit -> unit % 2).toArray();
    return panel
        .with("r", r)
        .take(
            IntStream.range(0, y.length)
                .filter(
                    i -> {
                      int from = i / TIMES * TIMES;
                      double events = Arrays.stream(y, from, from + TIMES).sum();
                      return events > 0 && events < TIMES;
                    })
                .toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"y ~ x | u + r^t", "y ~ x | r"})
  void shouldNotHalveByTheOrderOfRows(String formula) {
    Frame data = regions();
    List<Integer> order = new ArrayList<>(IntStream.range(0, data.rows()).boxed().toList());
    Collections.shuffle(order, new Random(3));
    Frame shuffled = data.take(order.stream().mapToInt(i -> i).toArray());
    assertClose(
        formula,
        slope(shuffled, formula, "logit", BiasCorrection.JACKKNIFE),
        slope(data, formula, "logit", BiasCorrection.JACKKNIFE),
        1e-9);
  }

  @Test
  void shouldAskForThePanelOfAJackknife() {
    assertThatThrownBy(
            () ->
                Estimate.of(new Logit(), "y ~ x | u", panel)
                    .biasCorrection(BiasCorrection.JACKKNIFE)
                    .fit())
        .hasMessageContaining("Name them as the panel");
    assertThatThrownBy(() -> BiasCorrection.named("bootstrap"))
        .hasMessageContaining("Give one of [none, analytical, jackknife]");
  }
}
