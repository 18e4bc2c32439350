package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a fit of eight rows in four pairs reads. */
class FitTextTest {
  private static final Frame EIGHT =
      Frame.empty()
          .with("x", 1, 2, 3, 4, 5, 6, 7, 8)
          .with("y", 1.1, 1.9, 3.2, 3.8, 5.1, 5.9, 7.2, 7.8)
          .with("b", 0, 1, 0, 0, 1, 0, 1, 1)
          .with("n", 0, 1, 1, 3, 2, 4, 6, 5)
          .with("pair", 1, 1, 2, 2, 3, 3, 4, 4);

  @ParameterizedTest
  @CsvSource({"gaussian, y ~ x, t", "logit, b ~ x, z", "poisson, n ~ x | pair, z"})
  void shouldHeadTheStatisticByItsDistribution(String family, String formula, String head) {
    String text = Estimate.of(Family.named(family), formula, EIGHT).fit().toString();
    assertThat(text).containsPattern("estimate +std. error +" + head + " +p   95 % interval");
  }

  @ParameterizedTest
  @CsvSource({"0.9, 90", "0.95, 95", "0.99, 99", "0.995, 99.5"})
  void shouldHeadTheIntervalByItsLevel(double level, String head) {
    String text = Estimate.ols("y ~ x", EIGHT).level(level).fit().toString();
    assertThat(text).containsPattern("p   " + head + " % interval");
  }

  /** No draw of nine went beyond the sample: p is below a ninth, and not 0. */
  @Test
  void shouldBoundAShareOfDrawsThatIsNone() {
    Estimate estimate = Estimate.ols("y ~ x", EIGHT).cluster("pair").bootstrapWeights("webb");
    assertThat(estimate.wildBootstrap(9, 1).fit().toString())
        .containsPattern(
            "Wild cluster bootstrap of x = 0.000: t [0-9.]+, p < 0.1111 \\(webb, 9 draws");
  }

  @Test
  void shouldBoundAProbabilityThatIsTooSmallForANumber() {
    double[] x = IntStream.range(0, 1000).asDoubleStream().toArray();
    double[] y = Arrays.stream(x).map(v -> v + v % 2 / 1000).toArray();
    Frame line = Frame.empty().with("x", x).with("y", y);
    assertThat(Estimate.ols("y ~ x", line).fit().toString())
        .containsPattern("x +1.00000 .* <1e-300   ");
  }
}
