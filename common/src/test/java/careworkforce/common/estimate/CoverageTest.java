package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.dense.Inference;
import careworkforce.common.estimate.glm.ConditionalLogit;
import careworkforce.common.estimate.linear.AndersonRubin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often intervals at 95 per cent hold the planted coefficient, for each estimator and variance
 * on data of the kind that it is meant for; seeded, so the same each run. Writes
 * target/coverage.txt. Bounds beside 95 are what is known of a method, such as clustered errors
 * with few clusters.
 */
@Tag("slow")
class CoverageTest {
  private static final List<String> TABLE = new ArrayList<>();

  /** What one draw gives: whether the interval holds the truth, the estimate less it. */
  record Draw(boolean holds, double error) {
    static Draw of(Coefficient c, double truth) {
      return new Draw(c.ciLow() <= truth && truth <= c.ciHigh(), c.estimate() - truth);
    }
  }

  record Method(String name, int draws, double least, double most, LongFunction<Draw> draw) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Method method(
      String name, int draws, double least, double most, LongFunction<Draw> draw) {
    return new Method(name, draws, least, most, draw);
  }

  /** A linear variance on a world of 40 units in 10 periods. */
  private static Method linear(String variance, CoverageWorlds.Errors errors, double least) {
    return method(
        "OLS with effects, " + variance + ", " + errors.name().toLowerCase(Locale.ROOT),
        1000,
        least,
        0.975,
        seed ->
            Draw.of(
                Estimate.ols("y ~ x | unit", CoverageWorlds.panel(seed, 40, 10, errors))
                    .variance(variance)
                    .fit()
                    .coefficient("x"),
                1));
  }

  /** Eight clusters of unlike size, which plain clustered errors do not survive. */
  private static Method few(String variance, double least, double most) {
    return method(
        "OLS of 8 clusters, " + variance,
        1000,
        least,
        most,
        seed ->
            Draw.of(
                Estimate.ols("y ~ x", CoverageWorlds.fewClusters(seed))
                    .variance(variance)
                    .fit()
                    .coefficient("x"),
                1));
  }

  private static Method likelihood(String family, String right, double least, String... more) {
    return method(
        family + ", " + right + " " + String.join(" ", more),
        400,
        least,
        0.985,
        seed -> {
          Estimate estimate =
              Estimate.of(
                  Family.named(family), right, CoverageWorlds.outcomes(seed, family, 100, 8));
          for (String option : more) {
            if (option.equals("analytical") || option.equals("jackknife")) {
              estimate.panel("unit", "time").biasCorrection(BiasCorrection.named(option));
            } else {
              estimate.variance(option);
            }
          }
          return Draw.of(estimate.fit().coefficient("x"), 0.5);
        });
  }

  static Stream<Method> methods() {
    return Stream.of(
        linear("iid", CoverageWorlds.Errors.EVEN, 0.93),
        linear("hc0", CoverageWorlds.Errors.UNEVEN, 0.92),
        linear("hc1", CoverageWorlds.Errors.UNEVEN, 0.93),
        linear("hc2", CoverageWorlds.Errors.UNEVEN, 0.93),
        linear("hc3", CoverageWorlds.Errors.UNEVEN, 0.93),
        linear("cluster:unit", CoverageWorlds.Errors.SERIAL, 0.925),
        linear("newey-west:unit,time,3", CoverageWorlds.Errors.SERIAL, 0.85),
        method(
            "OLS two ways, cluster:unit+time",
            1000,
            0.92,
            0.975,
            seed ->
                Draw.of(
                    Estimate.ols("y ~ x", CoverageWorlds.twoWays(seed, 40, true))
                        .cluster("unit", "time")
                        .fit()
                        .coefficient("x"),
                    1)),
        method(
            "OLS of periods, driscoll-kraay:time,2",
            1000,
            0.88,
            0.975,
            seed ->
                Draw.of(
                    Estimate.ols("y ~ x", CoverageWorlds.twoWays(seed, 40, false))
                        .variance("driscoll-kraay:time,2")
                        .fit()
                        .coefficient("x"),
                    1)),
        method(
            "OLS on a map, conley:lat,lon,120",
            600,
            0.85,
            0.975,
            seed ->
                Draw.of(
                    Estimate.ols("y ~ x", CoverageWorlds.map(seed, 400))
                        .variance("conley:lat,lon,120")
                        .fit()
                        .coefficient("x"),
                    1)),
        few("cluster:g", 0.8, 0.95),
        few("cr2:g", 0.88, 0.975),
        few("cr3:g", 0.91, 0.995),
        method(
            "OLS of 8 clusters, wild bootstrap",
            400,
            0.92,
            0.985,
            seed -> {
              Fit fit =
                  Estimate.ols("y ~ x", CoverageWorlds.fewClusters(seed))
                      .cluster("g")
                      .wildBootstrap(256, 1)
                      .bootstrapNull(1)
                      .fit();
              return new Draw(
                  fit.bootstraps().get(0).pValue() > 0.05, fit.coefficient("x").estimate() - 1);
            }),
        method("2SLS, strong, hetero", 400, 0.92, 0.98, seed -> instrumented(seed, 0.5, false)),
        method("LIML, strong, hetero", 400, 0.92, 0.98, seed -> instrumented(seed, 0.5, true)),
        method("2SLS, weak, hetero", 400, 0.5, 0.99, seed -> instrumented(seed, 0.08, false)),
        method("Anderson-Rubin, strong", 400, 0.92, 0.98, seed -> andersonRubin(seed, 0.5)),
        method("Anderson-Rubin, weak", 400, 0.92, 0.98, seed -> andersonRubin(seed, 0.08)),
        method("tF, one weak instrument", 400, 0.94, 1, CoverageTest::adjusted),
        likelihood("poisson", "y ~ x | unit", 0.93, "hetero"),
        likelihood("poisson", "y ~ x | unit", 0.92, "cluster:unit"),
        likelihood("logit", "y ~ x + a", 0.93, "hetero"),
        likelihood("probit", "y ~ x + a", 0.93, "hetero"),
        likelihood("cloglog", "y ~ x + a", 0.93, "iid"),
        likelihood("logit", "y ~ x | unit", 0.5, "hetero"),
        likelihood("logit", "y ~ x | unit", 0.9, "hetero", "analytical"),
        likelihood("logit", "y ~ x | unit", 0.88, "hetero", "jackknife"),
        method(
            "conditional logit, by stratum",
            600,
            0.93,
            0.975,
            seed ->
                Draw.of(
                    Estimate.of(
                            new ConditionalLogit(),
                            "y ~ x | unit",
                            CoverageWorlds.outcomes(seed, "logit", 100, 8))
                        .hetero()
                        .fit()
                        .coefficient("x"),
                    0.5)),
        shifted("shift-share, robust, deaf to shared shocks", 0.5, 0.93, d -> d.robust()),
        shifted("shift-share, AKM", 0.88, 0.975, d -> d.akm()),
        shifted("shift-share, AKM0", 0.92, 0.98, d -> d.akmNull()),
        method("shift-share, shock level HC1", 400, 0.88, 0.975, CoverageTest::shockLevel));
  }

  private static Method shifted(
      String name,
      double least,
      double most,
      java.util.function.Function<careworkforce.common.estimate.shiftshare.ShiftShareFit, Inference>
          of) {
    return method(
        name,
        400,
        least,
        most,
        seed -> {
          Inference own = of.apply(CoverageWorlds.shiftShare(seed).fit());
          return new Draw(own.low() <= 1 && 1 <= own.high(), own.estimate() - 1);
        });
  }

  private static Draw shockLevel(long seed) {
    return Draw.of(CoverageWorlds.shiftShare(seed).shockLevel(), 1);
  }

  private static Draw instrumented(long seed, double strength, boolean liml) {
    Estimate estimate =
        Estimate.iv("y ~ 1 | d ~ z1 + z2", CoverageWorlds.instruments(seed, strength)).hetero();
    return Draw.of((liml ? estimate.liml() : estimate).fit().coefficient("d"), 1);
  }

  private static Draw andersonRubin(long seed, double strength) {
    Fit fit =
        Estimate.iv("y ~ 1 | d ~ z1 + z2", CoverageWorlds.instruments(seed, strength))
            .hetero()
            .fit();
    AndersonRubin test = java.util.Objects.requireNonNull(fit.instruments()).andersonRubin();
    boolean holds = test.set().stream().anyMatch(i -> i.low() <= 1 && 1 <= i.high());
    return new Draw(holds, fit.coefficient("d").estimate() - 1);
  }

  private static Draw adjusted(long seed) {
    Fit fit = Estimate.iv("y ~ 1 | d ~ z1", CoverageWorlds.instruments(seed, 0.15)).hetero().fit();
    var tf =
        java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(fit.instruments()).tf());
    boolean holds = Double.isInfinite(tf.critical()) || tf.low() <= 1 && 1 <= tf.high();
    return new Draw(holds, fit.coefficient("d").estimate() - 1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void shouldHoldThePlantedCoefficient(Method method) {
    int held = 0;
    double[] errors = new double[method.draws];
    for (int seed = 0; seed < method.draws; seed++) {
      Draw draw = method.draw.apply(seed);
      held += draw.holds ? 1 : 0;
      errors[seed] = draw.error;
    }
    java.util.Arrays.sort(errors);
    double share = held / (double) method.draws;
    TABLE.add(
        String.format(
            Locale.ROOT,
            "%-58s %5d draws  %5.1f %%  median error %+.3f",
            method.name,
            method.draws,
            100 * share,
            errors[method.draws / 2]));
    assertThat(share).as(method.name).isBetween(method.least, method.most);
  }

  @AfterAll
  static void writeTheTable() throws IOException {
    Path target = Path.of("target", "coverage.txt");
    Files.createDirectories(target.getParent());
    Files.write(target, TABLE);
  }
}
