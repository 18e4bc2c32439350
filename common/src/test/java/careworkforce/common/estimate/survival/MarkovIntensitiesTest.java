package careworkforce.common.estimate.survival;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MarkovIntensitiesTest {
  /** Four units from state a at time 0 to a or b at 1, and one more from b to b. */
  private static final Frame TWO_STATES =
      Frame.empty()
          .with("id", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6)
          .with("time", 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1)
          .with("state", "a", "a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "a");

  @Test
  void shouldSolveTheTwoStateChainByHand() {
    // P(a to b) = 1/4, P(b to a) = 1/2: with s = q12 + q21, 1 - e^-s = 3/4, so s = ln 4 and
    // intensities split as 1/4 to 1/2.
    MarkovIntensities fit =
        MarkovIntensities.of(TWO_STATES, "id", "time", "state", new int[][] {{0, 1}, {1, 0}}).fit();
    assertThat(fit.intensity(0, 1).estimate()).isCloseTo(Math.log(4) / 3, within(1e-8));
    assertThat(fit.intensity(1, 0).estimate()).isCloseTo(2 * Math.log(4) / 3, within(1e-8));
    assertThat(fit.probability(1, 0, 1).estimate()).isCloseTo(0.25, within(1e-8));
    // As many parameters as free probabilities: errors of these are the binomial ones.
    assertThat(fit.probability(1, 0, 1).standardError())
        .isCloseTo(Math.sqrt(0.25 * 0.75 / 4), within(1e-6));
    assertThat(fit.logLikelihood())
        .isCloseTo(3 * Math.log(0.75) + Math.log(0.25) + 2 * Math.log(0.5), within(1e-10));
  }

  /** At intensities of e^-800 a move that is allowed, and was seen, has a probability of 0. */
  @Test
  void shouldTakeAStepThatIsTooLongForOneThatIsNoBetter() {
    PanelLikelihood likelihood =
        new PanelLikelihood(
            PanelStates.steps(TWO_STATES, "id", "time", "state"),
            List.of(),
            new int[][] {{0, 1}, {1, 0}},
            2,
            new boolean[2]);
    double[] far = {-800, -800};
    assertThat(likelihood.tried(far).value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> likelihood.at(far)).isInstanceOf(UserError.class);
    double[] near = {-1, -1};
    assertThat(likelihood.tried(near).value()).isEqualTo(likelihood.at(near).value());
  }

  @Test
  void shouldEstimateAConstantHazardFromExactTimes() {
    // Two deaths in 10 years of life seen whole: 0.2 a year, error 0.2 / sqrt 2.
    Frame data =
        Frame.empty()
            .with("id", 1, 1, 2, 2, 3, 3)
            .with("time", 0, 2, 0, 3, 0, 5)
            .with("state", "alive", "dead", "alive", "dead", "alive", "alive");
    MarkovIntensities fit =
        MarkovIntensities.of(data, "id", "time", "state", new int[][] {{0, 1}}).exactly(1).fit();
    assertThat(fit.intensity(0, 1).estimate()).isCloseTo(0.2, within(1e-9));
    assertThat(fit.intensity(0, 1).standardError()).isCloseTo(0.2 / Math.sqrt(2), within(1e-7));
    assertThat(fit.sojourn(0).estimate()).isCloseTo(5, within(1e-7));
  }

  @Test
  void shouldFindTheHazardRatioOfACovariate() {
    // Group 0: 2 deaths in 10 years, group 1: 3 in 6.
    Frame data =
        Frame.empty()
            .with("id", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6)
            .with("time", 0, 2, 0, 3, 0, 5, 0, 1, 0, 2, 0, 3)
            .with("x", 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1)
            .with("state", "l", "z", "l", "z", "l", "l", "l", "z", "l", "z", "l", "z");
    MarkovIntensities fit =
        MarkovIntensities.of(data, "id", "time", "state", new int[][] {{0, 1}})
            .exactly(1)
            .covariates("x")
            .fit();
    Coefficient effect = fit.effect("x", 0, 1);
    assertThat(effect.estimate()).isCloseTo(Math.log(0.5 / 0.2), within(1e-8));
    assertThat(effect.standardError()).isCloseTo(Math.sqrt(1 / 2.0 + 1 / 3.0), within(1e-6));
    assertThat(fit.matrix(1)[0][1]).isCloseTo(0.5, within(1e-8));
  }

  @Test
  void shouldNameAMoveThatIsNotExplained() {
    assertThatThrownBy(
            () ->
                MarkovIntensities.of(TWO_STATES, "id", "time", "state", new int[][] {{0, 1}}).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a move from state 2 to 1");
    assertThatThrownBy(
            () ->
                MarkovIntensities.of(TWO_STATES, "id", "time", "state", new int[][] {{0, 2}}).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("[0, 2]");
    double[] x = new double[12];
    x[4] = Double.NaN;
    assertThatThrownBy(
            () ->
                MarkovIntensities.of(
                        TWO_STATES.with("x", x),
                        "id",
                        "time",
                        "state",
                        new int[][] {{0, 1}, {1, 0}})
                    .covariates("x")
                    .fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("missing in row 5");
  }

  @Test
  @Tag("validation")
  void shouldAgreeOnCoronaryDisease() {
    ValidationCase shared = ValidationCase.open("20");
    JsonNode expected = shared.expected();
    Frame data = CsvFrames.read(shared.file("data.csv"));
    TransitionMatrix table = TransitionMatrix.of(data, "PTNUM", "years", "state");
    for (int i = 0; i < 3; i++) {
      assertThat(table.counts()[i])
          .containsExactly(ValidationCase.numbers(expected.get("state_table").get(i)));
      assertThat(table.probabilities()[i])
          .containsExactly(
              ValidationCase.numbers(expected.get("discrete_P_hat").get(i)), within(1e-14));
    }
    int[][] moves = {{0, 1}, {0, 3}, {1, 0}, {1, 2}, {1, 3}, {2, 1}, {2, 3}};
    MarkovIntensities fit =
        MarkovIntensities.of(data, "PTNUM", "years", "state", moves).exactly(3).fit();
    assertClose(
        "-2 log likelihood",
        -2 * fit.logLikelihood(),
        expected.get("minus2loglik").asDouble(),
        1e-7);
    assertThat(-2 * fit.logLikelihood())
        .isCloseTo(
            expected.get("published").get("values").get("minus2loglik").asDouble(), within(1e-3));
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        Coefficient q = fit.intensity(i, j);
        String what = i + " to " + j;
        assertClose("Q " + what, q.estimate(), at(expected, "Q", i, j), 1e-3);
        assertClose("SE " + what, q.standardError(), at(expected, "Q_se", i, j), 1e-3);
        assertThat(fit.probability(1, i, j).estimate())
            .isCloseTo(at(expected, "P_1yr", i, j), within(1e-4));
        assertThat(fit.probability(10, i, j).estimate())
            .isCloseTo(at(expected, "P_10yr", i, j), within(1e-4));
      }
    }
    double[] stays = ValidationCase.numbers(expected.get("sojourn"));
    for (int i = 0; i < 3; i++) {
      assertClose("stay " + i, fit.sojourn(i).estimate(), stays[i], 1e-3);
    }
  }

  private static double at(JsonNode expected, String name, int i, int j) {
    return expected.get(name).get(i).get(j).asDouble();
  }

  @Test
  void shouldDifferentiateTheMatrixExponential() {
    Random random = new Random(4);
    double[][] a = new double[3][3];
    double[][] direction = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        a[i][j] = 3 * random.nextGaussian();
        direction[i][j] = random.nextGaussian();
      }
    }
    MatrixExponential both = new MatrixExponential(a, new double[][][] {direction});
    double step = 1e-6;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double high = moved(a, direction, step).value[i][j];
        double low = moved(a, direction, -step).value[i][j];
        assertThat(both.derivatives[0][i][j])
            .isCloseTo((high - low) / (2 * step), within(1e-6 * (1 + Math.abs(high))));
      }
    }
    double[][] turn = {{0, -Math.PI / 2}, {Math.PI / 2, 0}};
    assertThat(new MatrixExponential(turn, new double[0][][]).value[1][0])
        .isCloseTo(1, within(1e-14));
  }

  private static MatrixExponential moved(double[][] a, double[][] direction, double step) {
    double[][] there = careworkforce.common.estimate.linear.Small.add(a, direction, 1, step);
    return new MatrixExponential(there, new double[0][][]);
  }
}
