package careworkforce.common.estimate.glm;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.variance.SmallSample;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Likelihoods against dummy variables, against their score, and against tables by hand. */
class LikelihoodsByHandTest {
  private static final int ROWS = 240;
  private final Random random = new Random(12);
  private final double[] g = filled(i -> i % 6);
  private final double[] h = filled(i -> i / 60);
  private final double[] x = filled(i -> random.nextGaussian());
  private final double[] o = filled(i -> 0.3 * random.nextGaussian());
  private final double[] w = filled(i -> 1 + i % 3);
  private final double[] binary =
      filled(i -> 0.5 * x[i] + 0.2 * g[i] - 0.9 + o[i] + random.nextGaussian() > 0 ? 1 : 0);
  private final double[] count =
      filled(i -> Math.floor(Math.exp(0.4 * x[i] + 0.1 * g[i] + o[i]) * 2 * random.nextDouble()));
  private final Frame data =
      Frame.empty()
          .with("binary", binary)
          .with("count", count)
          .with("x", x)
          .with("o", o)
          .with("w", w)
          .with("g", g)
          .with("h", h)
          .with("c", filled(i -> i % 24));

  private Estimate estimate(String family, String right) {
    String outcome = family.equals("poisson") ? "count" : "binary";
    return Estimate.of(Family.named(family), outcome + " ~ " + right, data);
  }

  @ParameterizedTest
  @CsvSource({"poisson", "logit", "probit", "cloglog"})
  void shouldEqualDummiesWithWeightsAndOffset(String family) {
    String dummies = "x + i(g, ref = 0) + i(h, ref = 0)";
    for (String variance : new String[] {"iid", "hetero", "cluster:g", "cluster:c"}) {
      SmallSample all = SmallSample.FIXEST.counting(SmallSample.Counted.ALL);
      Fit absorbed =
          estimate(family, "x | g + h")
              .weights("w")
              .offset("o")
              .variance(variance)
              .smallSample(all)
              .fit();
      Fit written =
          estimate(family, dummies)
              .weights("w")
              .offset("o")
              .variance(variance)
              .smallSample(all)
              .fit();
      String what = family + " " + variance;
      assertClose(
          what, absorbed.coefficient("x").estimate(), written.coefficient("x").estimate(), 1e-8);
      assertClose(
          "se " + what,
          absorbed.coefficient("x").standardError(),
          written.coefficient("x").standardError(),
          1e-6);
      assertClose(
          "likelihood " + what,
          absorbed.quality().logLikelihood(),
          written.quality().logLikelihood(),
          1e-10);
    }
  }

  /** At the maximum x is orthogonal to outcome less mean, weighted by slope over variance. */
  @ParameterizedTest
  @CsvSource({"poisson", "logit", "probit", "cloglog"})
  void shouldLeaveNoScore(String family) {
    Fit fit = estimate(family, "x").offset("o").fit();
    double a = fit.coefficient("(Intercept)").estimate();
    double b = fit.coefficient("x").estimate();
    Response response = Response.valueOf(family.toUpperCase(java.util.Locale.ROOT));
    double[] outcome = family.equals("poisson") ? count : binary;
    double score = 0;
    double information = 0;
    for (int i = 0; i < ROWS; i++) {
      double eta = a + b * x[i] + o[i];
      double mean = response.mean(eta);
      double weight = response.slope(eta) / response.variance(mean);
      score += x[i] * weight * (outcome[i] - mean);
      information += x[i] * x[i] * weight * response.slope(eta);
    }
    assertThat(score / information).isBetween(-1e-9, 1e-9);
  }

  /** Weight 2 is the row twice; variances by the sum of weights differ, which none leaves out. */
  @ParameterizedTest
  @CsvSource({"poisson", "logit", "probit", "cloglog"})
  void shouldTakeAWeightForRepeatedRows(String family) {
    int[] repeated =
        IntStream.range(0, ROWS)
            .flatMap(i -> IntStream.generate(() -> i).limit((int) w[i]))
            .toArray();
    Fit weighted = estimate(family, "x | g").weights("w").smallSample(SmallSample.NONE).fit();
    Fit written =
        Estimate.of(
                Family.named(family),
                (family.equals("poisson") ? "count" : "binary") + " ~ x | g",
                data.take(repeated))
            .smallSample(SmallSample.NONE)
            .fit();
    assertClose(
        "x", weighted.coefficient("x").estimate(), written.coefficient("x").estimate(), 1e-9);
    assertClose(
        "se",
        weighted.coefficient("x").standardError(),
        written.coefficient("x").standardError(),
        1e-8);
  }

  /** Rates 3/2 and 4: a Poisson with one dummy gives back their logs, errors 1/3 and 1/12. */
  @Test
  void shouldGiveBackRatesFromATable() {
    Frame table =
        Frame.empty().with("y", 1, 2, 5, 3, 4).with("x", 0, 0, 1, 1, 1).with("size", 1, 1, 1, 1, 1);
    Fit fit = Estimate.of(new Poisson(), "y ~ x", table).smallSample(SmallSample.NONE).fit();
    assertClose("x", fit.coefficient("x").estimate(), Math.log(4 / 1.5), 1e-10);
    double error = Math.sqrt(1 / 3.0 + 1 / 12.0);
    assertClose("se", fit.coefficient("x").standardError(), error, 1e-9);
  }

  /**
   * A regressor that is positive only where nothing happens: its coefficient runs off, so these
   * rows are dropped, and it with them; the rest is the mean of the others.
   */
  @Test
  void shouldDropRowsThatARegressorSeparates() {
    Frame rows =
        Frame.empty().with("y", 0, 0, 1, 2, 3).with("x", 1, 2, 0, 0, 0).with("z", 0, 1, 0, 1, 2);
    Fit fit = Estimate.of(new Poisson(), "y ~ x + z", rows).fit();
    assertThat(fit.sample().separated()).isEqualTo(2);
    assertThat(fit.sample().collinear()).extracting(Dropped::name).containsExactly("x");
    Fit rest = Estimate.of(new Poisson(), "y ~ z", rows.take(new int[] {2, 3, 4})).fit();
    assertClose("z", fit.coefficient("z").estimate(), rest.coefficient("z").estimate(), 1e-9);
    // With outcomes on both sides nothing is separated.
    Frame mixed = rows.with("x", 1, -2, 0, 1, 0);
    assertThat(Estimate.of(new Poisson(), "y ~ x + z", mixed).fit().sample().separated()).isZero();
  }

  /** A level whose counts are all 0 has an effect of minus infinity: its rows are dropped. */
  @Test
  void shouldDropLevelsWithoutEvents() {
    Frame rows =
        Frame.empty()
            .with("y", 0, 0, 1, 2, 3, 1)
            .with("x", 1, 2, 0, 1, 2, 3)
            .with("g", 1, 1, 2, 2, 3, 3);
    Fit fit = Estimate.of(new Poisson(), "y ~ x | g", rows).fit();
    assertThat(fit.sample().separated()).isEqualTo(2);
    assertThat(fit.sample().rows()).isEqualTo(4);
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
