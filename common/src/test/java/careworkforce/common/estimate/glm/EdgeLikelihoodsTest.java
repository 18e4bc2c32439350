package careworkforce.common.estimate.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.Dropped;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that break likelihoods, for each family: the right number or a clear error. */
class EdgeLikelihoodsTest {
  private static final int ROWS = 200;
  private final Random random = new Random(3);
  private final double[] x = filled(i -> random.nextGaussian());
  private final double[] z = filled(i -> random.nextGaussian());
  private final double[] group = filled(i -> i % 10);
  private final Frame data =
      Frame.empty()
          .with("x", x)
          .with("z", z)
          .with("g", group)
          .with("y", filled(i -> x[i] - z[i] + random.nextGaussian() > 0 ? 1 : 0));

  private static Estimate estimate(String family, String formula, Frame data) {
    return Estimate.of(Family.named(family), formula, data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldDropACollinearColumn(String family) {
    Frame more = data.with("twin", filled(i -> 3 * x[i] - z[i]));
    Fit fit = estimate(family, "y ~ x + z + twin | g", more).fit();
    assertThat(fit.sample().collinear()).extracting(Dropped::name).containsExactly("twin");
    assertThat(fit.coefficient("x").estimate())
        .isCloseTo(
            estimate(family, "y ~ x + z | g", data).fit().coefficient("x").estimate(),
            Percentage.withPercentage(1e-8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldCallAColumnCollinearAtConditionTenBillion(String family) {
    Frame more = data.with("near", filled(i -> x[i] + 1e-10 * z[i]));
    assertThat(estimate(family, "y ~ x + near", more).fit().sample().collinear())
        .extracting(Dropped::name)
        .containsExactly("near");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldKeepItsDigitsNearCollinearity(String family) {
    Frame more = data.with("near", filled(i -> x[i] + 1e-4 * z[i]));
    double along = estimate(family, "y ~ x + near", more).fit().coefficient("near").estimate();
    double plain = estimate(family, "y ~ x + z", data).fit().coefficient("z").estimate();
    assertThat(along * 1e-4).isCloseTo(plain, Percentage.withPercentage(1e-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldNotMindScalesABillionApart(String family) {
    Frame scaled =
        data.with("big", filled(i -> 1e9 * x[i] + 1e9)).with("small", filled(i -> 1e-9 * z[i]));
    Fit plain = estimate(family, "y ~ x + z", data).hetero().fit();
    Fit fit = estimate(family, "y ~ big + small", scaled).hetero().fit();
    assertThat(fit.sample().collinear()).isEmpty();
    assertThat(fit.coefficient("big").estimate() * 1e9)
        .isCloseTo(plain.coefficient("x").estimate(), Percentage.withPercentage(1e-7));
    assertThat(fit.coefficient("small").standardError() * 1e-9)
        .isCloseTo(plain.coefficient("z").standardError(), Percentage.withPercentage(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldDropWhatIsConstantWithinAnEffect(String family) {
    Frame more = data.with("size", filled(i -> group[i] * group[i]));
    Fit fit = estimate(family, "y ~ x + size | g", more).fit();
    assertThat(fit.sample().collinear()).extracting(Dropped::name).containsExactly("size");
    assertThat(fit.sample().collinear().get(0).with()).containsExactly("g");
    assertThatThrownBy(() -> estimate(family, "y ~ size | g", more).fit())
        .hasMessageStartingWith("Cannot estimate 'y ~ size | g' as " + family)
        .hasMessageContaining("no regressor varies beyond [g]")
        .hasMessageContaining("Absorb fewer effects");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldRefuseAnOutcomeThatDoesNotVary(String family) {
    assertThatThrownBy(() -> estimate(family, "c ~ x", data.with("c", filled(i -> 1))).fit())
        .hasMessageContaining("'c' is constant")
        .hasMessageContaining("Use an outcome that varies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldRefuseWhenEveryRowIsASingleton(String family) {
    assertThatThrownBy(() -> estimate(family, "y ~ x | id", data.with("id", filled(i -> i))).fit())
        .hasMessageContaining("all 200 rows are alone in a level of [id]")
        .hasMessageContaining("keep singletons");
  }

  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog"})
  void shouldRefuseWhenNoLevelHasBothOutcomes(String family) {
    double[] y = data.numbers("y");
    Frame more = data.with("same", filled(i -> 2 * (i / 20) + y[i]));
    assertThatThrownBy(() -> estimate(family, "y ~ x | same", more).fit())
        .hasMessageContaining("all 200 rows are separated")
        .hasMessageContaining("Absorb fewer effects");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldRefuseOneCluster(String family) {
    assertThatThrownBy(
            () -> estimate(family, "y ~ x", data.with("one", filled(i -> 1))).cluster("one").fit())
        .hasMessageContaining("Cannot cluster by 'one'")
        .hasMessageContaining("lie in 1 cluster");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldLeaveOutRowsOfNoWeight(String family) {
    Frame weighted = data.with("w", filled(i -> i < 50 ? 0 : 1));
    Fit fit = estimate(family, "y ~ x | g", weighted).weights("w").fit();
    assertThat(fit.sample().rows()).isEqualTo(150);
    assertThat(fit.sample().dropped()).containsEntry("zero weight w", 50);
    Fit rest = estimate(family, "y ~ x | g", data.take(IntStream.range(50, ROWS).toArray())).fit();
    assertThat(fit.coefficient("x").estimate())
        .isCloseTo(rest.coefficient("x").estimate(), Percentage.withPercentage(1e-8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldCountMissingAndInfiniteRowsByReason(String family) {
    double[] holes = x.clone();
    holes[0] = Double.NaN;
    double[] endless = z.clone();
    endless[1] = Double.POSITIVE_INFINITY;
    double[] outcome = data.numbers("y").clone();
    outcome[2] = Double.NaN;
    Fit fit =
        estimate(family, "y ~ x + z", data.with("x", holes).with("z", endless).with("y", outcome))
            .fit();
    assertThat(fit.sample().rows()).isEqualTo(197);
    assertThat(fit.sample().dropped())
        .containsEntry("missing in x", 1)
        .containsEntry("infinite in z", 1)
        .containsEntry("missing in y", 1);
  }

  /** Every event has x above 0 and no other row has. */
  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog"})
  void shouldRefuseARegressorThatSeparates(String family) {
    Frame perfect = data.with("y", filled(i -> x[i] > 0 ? 1 : 0));
    assertThatThrownBy(() -> estimate(family, "y ~ x", perfect).fit())
        .hasMessageStartingWith("Cannot estimate 'y ~ x' as " + family)
        .hasMessageContaining("perfectly");
    assertThatThrownBy(() -> estimate(family, "y ~ x | g", perfect).fit())
        .hasMessageContaining("perfectly");
  }

  /** Some rows only: whoever has the dummy has the event, others may. */
  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog"})
  void shouldRefuseADummyThatSeparatesSomeRows(String family) {
    double[] y = data.numbers("y");
    Frame some = data.with("always", filled(i -> y[i] == 1 && i % 4 == 0 ? 1 : 0));
    assertThatThrownBy(() -> estimate(family, "y ~ x + always", some).fit())
        .hasMessageStartingWith("Cannot estimate 'y ~ x + always' as " + family)
        .hasMessageContaining("'always'")
        .hasMessageContaining("perfectly");
    Frame never = data.with("never", filled(i -> y[i] == 0 && i % 4 == 0 ? 1 : 0));
    assertThatThrownBy(() -> estimate(family, "y ~ x + never | g", never).fit())
        .hasMessageContaining("'never'")
        .hasMessageContaining("perfectly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "logit", "probit", "cloglog"})
  void shouldRefuseMoreParametersThanRows(String family) {
    Frame few = data.take(new int[] {0, 1, 2, 3, 4, 5});
    double[] y = {1, 0, 1, 0, 0, 1};
    double[] own = {1, 0, 0, 1, 0, 1};
    assertThatThrownBy(
            () ->
                estimate(
                        family,
                        "y ~ x + z + own + I(x*z) + I(x*x)",
                        few.with("y", y).with("own", own))
                    .fit())
        .hasMessageStartingWith("Cannot ");
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
