package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentedBootstrapTest {
  private static final int CLUSTERS = 6;
  private static final int TIMES = 5;
  private static final int ROWS = CLUSTERS * 2 * TIMES;
  private static final int SIGNS = 1 << CLUSTERS;
  private static final double NULL = 0.4;

  /** Of the tests; at 5% six clusters leave this interval open above. */
  private static final double SIZE = 0.2;

  private static final String EFFECTS = " | unit + time | d ~ ";

  /**
   * All 64 sign vectors by refitting: outcome and regressor made anew from the null's residual and
   * the efficient first stage's, and the whole of two-stage least squares run on them, weights,
   * effects across clusters, a control and all.
   */
  @ParameterizedTest
  @ValueSource(strings = {"z1", "z1 + z2"})
  void shouldRefitUnderEverySignVector(String instruments) {
    Frame data = data();
    double[][] world = restricted(data, instruments);
    double[] drawn = new double[SIGNS];
    for (int signs = 0; signs < SIGNS; signs++) {
      Coefficient again = slope(drawn(data, world, signs), instruments);
      drawn[signs] = Math.abs(again.estimate() - NULL) / again.standardError();
    }
    Coefficient sample = slope(data, instruments);
    double t = Math.abs(sample.estimate() - NULL) / sample.standardError();
    long beyond = Arrays.stream(drawn).filter(d -> d > t * (1 + 1e-9)).count();
    WildBootstrap test = bootstrap(data, instruments, NULL);
    assertThat(test.coefficient()).isEqualTo("d");
    assertThat(test.exhaustive()).isTrue();
    assertThat(test.pValue()).isEqualTo(beyond / (double) SIGNS);
    assertClose("draw of equal signs", test.drawn()[0], t, 1e-9);
    for (int signs = 0; signs < SIGNS; signs++) {
      assertClose("draw " + signs, test.drawn()[signs], drawn[signs], 1e-8);
    }
  }

  @Test
  void shouldEndItsIntervalWhereTheTestBeginsToReject() {
    WildBootstrap test = bootstrap(data(), "z1", NULL);
    assertThat(test.ciHigh() - test.ciLow()).isPositive().isFinite();
    double step = 1e-6 * (test.ciHigh() - test.ciLow());
    assertThat(bootstrap(data(), "z1", test.ciLow() - step).pValue()).isLessThanOrEqualTo(SIZE);
    assertThat(bootstrap(data(), "z1", test.ciLow() + step).pValue()).isGreaterThan(SIZE);
    assertThat(bootstrap(data(), "z1", test.ciHigh() + step).pValue()).isLessThanOrEqualTo(SIZE);
    assertThat(bootstrap(data(), "z1", test.ciHigh() - step).pValue()).isGreaterThan(SIZE);
  }

  @Test
  void shouldSayThatItTestsTheInstrumentedRegressorAlone() {
    Fit fit = model(data(), "z1").wildBootstrap(9, 1).bootstrapOnly("x").fit();
    assertThat(fit.bootstraps().get(0).coefficient()).isEqualTo("d");
    assertThat(fit.notes())
        .contains("The bootstrap tests the instrumented regressor d alone; asked for were [x].");
    Fit asked = model(data(), "z1").wildBootstrap(9, 1).bootstrapOnly("d").fit();
    assertThat(asked.notes()).noneMatch(note -> note.startsWith("The bootstrap"));
  }

  /** Anderson and Rubin's test of r is that of the instrument in a regression of y - r d. */
  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 0.4, 0.7, 2})
  void shouldTestTheInstrumentOfWhatTheNullLeaves(double value) {
    double[] left = data().numbers("y").clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= value * data().numbers("d")[i];
    }
    WildBootstrap reduced =
        Estimate.ols("y ~ x + z1 | unit + time", data().with("y", left))
            .cluster("g")
            .weights("w")
            .wildBootstrap(SIGNS, 1)
            .bootstrapOnly("z1")
            .fit()
            .bootstraps()
            .get(0);
    WildBootstrap robust =
        model(data(), "z1").wildBootstrap(SIGNS, 1).bootstrapNull(value).fit().bootstraps().get(1);
    assertThat(robust.coefficient()).isEqualTo(WildBootstrap.andersonRubin("d"));
    assertThat(robust.pValue()).isEqualTo(reduced.pValue());
    assertClose("t", robust.statistic(), Math.abs(reduced.statistic()), 1e-9);
    for (int signs = 0; signs < SIGNS; signs++) {
      assertClose("draw " + signs, robust.drawn()[signs], reduced.drawn()[signs], 1e-9);
    }
  }

  @Test
  void shouldMakeNoSetOfTwoInstruments() {
    assertThat(model(data(), "z1 + z2").wildBootstrap(SIGNS, 1).fit().bootstraps()).hasSize(1);
  }

  @Test
  void shouldBeOpenWhereNoValueIsRejected() {
    WildBootstrap test =
        model(data(), "z1").wildBootstrap(SIGNS, 1).level(0.99).fit().bootstraps().get(0);
    assertThat(test.ciHigh()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void shouldSayThatTwoInstrumentedRegressorsAreNotBootstrapped() {
    Estimate two =
        Estimate.iv("y ~ 1 | unit | d + x ~ z1 + z2", data()).cluster("g").wildBootstrap(64, 1);
    assertThatThrownBy(two::fit)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("instruments for d, x")
        .hasMessageContaining("one instrumented regressor");
  }

  private static Coefficient slope(Frame data, String instruments) {
    return model(data, instruments).fit().coefficient("d");
  }

  private static WildBootstrap bootstrap(Frame data, String instruments, double value) {
    Fit fit =
        model(data, instruments).wildBootstrap(SIGNS, 1).bootstrapNull(value).level(1 - SIZE).fit();
    return fit.bootstraps().get(0);
  }

  private static Estimate model(Frame data, String instruments) {
    return Estimate.iv("y ~ x" + EFFECTS + instruments, data).cluster("g").weights("w");
  }

  /** Residual of the outcome, fitted regressor and its residual under the null, by dummies. */
  private static double[][] restricted(Frame data, String instruments) {
    double[] root = Arrays.stream(data.numbers("w")).map(Math::sqrt).toArray();
    String[] names = instruments.split(" \\+ ");
    double[][] controls = new double[1 + CLUSTERS * 2 + TIMES - 1][];
    controls[0] = times(data.numbers("x"), root);
    for (int c = 0; c < CLUSTERS * 2; c++) {
      controls[1 + c] = times(is(data.numbers("unit"), c), root);
    }
    for (int c = 1; c < TIMES; c++) {
      controls[CLUSTERS * 2 + c] = times(is(data.numbers("time"), c), root);
    }
    double[] left = data.numbers("y").clone();
    for (int i = 0; i < ROWS; i++) {
      left[i] -= NULL * data.numbers("d")[i];
    }
    LeastSquares exogenous = LeastSquares.of(controls);
    double[] u = exogenous.residuals(new double[][] {times(left, root)})[0];
    double[][] stage = Arrays.copyOf(controls, controls.length + names.length + 1);
    stage[controls.length] = u;
    for (int z = 0; z < names.length; z++) {
      stage[controls.length + 1 + z] = times(data.numbers(names[z]), root);
    }
    double[] d = times(data.numbers("d"), root);
    double[] slopes = LeastSquares.of(stage).solve(new double[][] {d})[0];
    double[] v = d.clone();
    for (int c = 0; c < stage.length; c++) {
      for (int i = 0; i < ROWS && c != controls.length; i++) {
        v[i] -= slopes[c] * stage[c][i];
      }
    }
    for (int i = 0; i < ROWS; i++) {
      u[i] /= root[i];
      v[i] /= root[i];
    }
    double[] fitted = data.numbers("d").clone();
    for (int i = 0; i < ROWS; i++) {
      fitted[i] -= v[i];
    }
    return new double[][] {u, fitted, v};
  }

  private static Frame drawn(Frame data, double[][] world, int signs) {
    double[] d = new double[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      int sign = (signs >> (int) data.numbers("g")[i] & 1) == 0 ? 1 : -1;
      d[i] = world[1][i] + sign * world[2][i];
      y[i] = NULL * d[i] + sign * world[0][i];
    }
    return data.with("d", d).with("y", y);
  }

  private static double[] times(double[] column, double[] root) {
    double[] result = column.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= root[i];
    }
    return result;
  }

  private static double[] is(double[] column, int level) {
    return Arrays.stream(column).map(value -> value == level ? 1 : 0).toArray();
  }

  private static Frame data() {
    Random random = new Random(12);
    double[][] columns = new double[9][ROWS];
    for (int i = 0; i < ROWS; i++) {
      int unit = i / TIMES;
      double shock = random.nextGaussian();
      double z1 = random.nextGaussian() + 0.3 * unit;
      double z2 = random.nextGaussian();
      double x = random.nextGaussian();
      double d = 0.8 * z1 + 0.3 * z2 + shock + 0.2 * x + unit % 3;
      double[] row = {
        0.6 * d + 0.5 * x - shock + random.nextGaussian(),
        d,
        x,
        z1,
        z2,
        unit,
        i % TIMES,
        unit / 2,
        0.5 + random.nextDouble()
      };
      for (int c = 0; c < row.length; c++) {
        columns[c][i] = row[c];
      }
    }
    String[] names = {"y", "d", "x", "z1", "z2", "unit", "time", "g", "w"};
    Frame frame = Frame.empty();
    for (int c = 0; c < names.length; c++) {
      frame = frame.with(names[c], columns[c]);
    }
    return frame;
  }
}
