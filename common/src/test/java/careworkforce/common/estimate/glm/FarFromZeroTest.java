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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Regressors far from 0, such as times in seconds: a number added to a column moves the constant
 * and nothing else. Columns are rounded to 2^-20, so that adding 2^20 is exact.
 */
class FarFromZeroTest {
  private static final int ROWS = 160;
  private static final double FAR = 1 << 20;

  private final Random random = new Random(3);
  private final double[] x = filled(i -> Math.rint(random.nextGaussian() * FAR) / FAR);
  private final double[] t = filled(i -> Math.rint(random.nextGaussian() * FAR) / FAR);
  private final double[] p = filled(i -> random.nextDouble());
  private final Frame near =
      Frame.empty()
          .with("count", filled(i -> Math.floor(4 * p[i] * Math.exp(0.4 * x[i] - 0.2 * t[i]))))
          .with("binary", filled(i -> x[i] + 2 * p[i] > 1 ? 1 : 0))
          .with("g", filled(i -> i % 8))
          .with("w", filled(i -> 1 + i % 3))
          .with("x", x)
          .with("t", t);
  private final Frame far =
      near.with("x", filled(i -> x[i] + FAR)).with("t", filled(i -> t[i] - 3 * FAR));

  @ParameterizedTest
  @CsvSource({
    "poisson, count, iid", "poisson, count, hetero", "poisson, count, cluster:g",
    "logit, binary, iid", "logit, binary, cluster:g", "logit, binary, hc3",
    "probit, binary, hetero", "cloglog, binary, cluster:g"
  })
  void shouldMoveTheConstantAlone(String family, String outcome, String variance) {
    Fit wanted = fit(family, outcome + " ~ x + t", near, variance);
    Fit found = fit(family, outcome + " ~ x + t", far, variance);
    same(found, wanted, "x");
    same(found, wanted, "t");
    double moved =
        found.coefficient("(Intercept)").estimate()
            + FAR * found.coefficient("x").estimate()
            - 3 * FAR * found.coefficient("t").estimate();
    assertThat(moved - wanted.coefficient("(Intercept)").estimate()).isBetween(-1e-6, 1e-6);
    double likelihood = wanted.quality().logLikelihood();
    assertClose("likelihood", found.quality().logLikelihood(), likelihood, 1e-10);
  }

  @ParameterizedTest
  @CsvSource({"poisson, count", "logit, binary", "probit, binary", "cloglog, binary"})
  void shouldNotMoveSlopesWithinEffects(String family, String outcome) {
    Fit wanted = fit(family, outcome + " ~ x + t | g", near, "hetero");
    Fit found = fit(family, outcome + " ~ x + t | g", far, "hetero");
    same(found, wanted, "x");
    same(found, wanted, "t");
  }

  @Test
  void shouldNotMoveSlopesWithinStrata() {
    Fit wanted = Estimate.of(Family.named("clogit"), "binary ~ x + t | g", near).fit();
    Fit found = Estimate.of(Family.named("clogit"), "binary ~ x + t | g", far).fit();
    same(found, wanted, "x");
    same(found, wanted, "t");
  }

  /**
   * Variance of the constant 2^20 below the sample, by that of the constant and slope within it.
   */
  @Test
  void shouldTellTheErrorOfAConstantFarFromTheRows() {
    Fit wanted = fit("poisson", "count ~ x", near, "iid");
    Fit found = fit("poisson", "count ~ x", far, "iid");
    double[][] v = wanted.variance().matrix();
    double square = v[0][0] - 2 * FAR * v[0][1] + FAR * FAR * v[1][1];
    assertClose("se", found.coefficient("(Intercept)").standardError(), Math.sqrt(square), 1e-7);
  }

  /** One value, however large, is no regressor beside a constant. */
  @Test
  void shouldStillDropWhatDoesNotVary() {
    Frame rows = near.with("flat", filled(i -> 1e6 + 0.1));
    for (String effects : new String[] {"", " | g"}) {
      Fit fit = fit("poisson", "count ~ x + flat" + effects, rows, "iid");
      assertThat(fit.sample().collinear()).extracting("name").containsExactly("flat");
    }
  }

  private static Fit fit(String family, String formula, Frame data, String variance) {
    return Estimate.of(Family.named(family), formula, data).weights("w").variance(variance).fit();
  }

  private static void same(Fit found, Fit wanted, String name) {
    Coefficient own = found.coefficient(name);
    Coefficient other = wanted.coefficient(name);
    assertClose(name, own.estimate(), other.estimate(), 1e-8);
    assertClose("se of " + name, own.standardError(), other.standardError(), 1e-7);
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
