package careworkforce.common.estimate.glm;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Levels whose outcomes are all the same, where the effect is a slope by level with no intercept:
 * no slope can take all their expected outcomes to the edge when it is of a column that is now
 * above and now below 0.
 */
class SeparationOfSlopesTest {
  private static final int ROWS = 120;

  private final Random random = new Random(5);
  private final double[] g = filled(i -> i % 5);
  private final double[] h = filled(i -> random.nextGaussian());
  private final double[] x = filled(i -> random.nextGaussian());
  private final double[] p = filled(i -> random.nextDouble());
  private final double[] count =
      filled(i -> g[i] == 0 ? 0 : Math.floor(2 * p[i] * Math.exp(0.3 * x[i])));
  private final double[] binary =
      filled(i -> g[i] == 0 ? 1 : 0.4 * x[i] + 0.3 * h[i] > p[i] - 0.6 ? 1 : 0);
  private final Frame data =
      Frame.empty()
          .with("count", count)
          .with("binary", binary)
          .with("g", g)
          .with("h", h)
          .with("above", filled(i -> Math.abs(h[i])))
          .with("x", x);

  @ParameterizedTest
  @CsvSource({"poisson, count", "logit, binary", "probit, binary"})
  void shouldKeepLevelsThatASlopeCannotFit(String family, String outcome) {
    Fit absorbed = estimate(family, outcome + " ~ x | g[[h]]");
    Fit written = estimate(family, outcome + " ~ x + i(g, h)");
    assertThat(absorbed.sample().separated()).isZero();
    for (String name : new String[] {"(Intercept)", "x"}) {
      Coefficient wanted = written.coefficient(name);
      assertClose(name, absorbed.coefficient(name).estimate(), wanted.estimate(), 1e-8);
      assertClose(name, absorbed.coefficient(name).standardError(), wanted.standardError(), 1e-6);
    }
    assertThat(absorbed.variance().parameters()).isEqualTo(7);
  }

  /** A slope of what is always above 0 takes a level's expected counts to 0. */
  @ParameterizedTest
  @CsvSource({"poisson, count"})
  void shouldDropLevelsThatASlopeFits(String family, String outcome) {
    Fit fit = estimate(family, outcome + " ~ x | g[[above]]");
    assertThat(fit.sample().separated()).isEqualTo(ROWS / 5);
  }

  private Fit estimate(String family, String formula) {
    return Estimate.of(Family.named(family), formula, data).fit();
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
