package careworkforce.common.estimate.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a binary outcome that effects predict perfectly are dropped and counted. */
class BinarySeparationTest {
  /** Levels 1 of g and 1 of h, and levels 2 and 2, with both outcomes. */
  private static final Frame CORE =
      Frame.empty()
          .with("y", 0, 1, 0, 1, 0, 1, 1, 0)
          .with("x", 1, 2, 3, 4, 1, 5, 2, 3)
          .with("g", 1, 1, 1, 1, 2, 2, 2, 2)
          .with("h", 1, 1, 1, 1, 2, 2, 2, 2);

  private static Frame and(double[] y, double[] x, double[] g, double[] h) {
    return Frame.empty()
        .with("y", joined("y", y))
        .with("x", joined("x", x))
        .with("g", joined("g", g))
        .with("h", joined("h", h));
  }

  private static double[] joined(String name, double[] more) {
    double[] first = CORE.numbers(name);
    double[] both = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, both, first.length, more.length);
    return both;
  }

  private static Fit fit(String family, String formula, Frame data) {
    return Estimate.of(Family.named(family), formula, data).fit();
  }

  private static void assertLeaves(Fit fit, Fit core, int separated) {
    assertThat(fit.sample().separated()).isEqualTo(separated);
    assertThat(fit.sample().rows()).isEqualTo(core.sample().rows());
    assertThat(fit.effects()).isEqualTo(core.effects());
    assertThat(fit.variance().parameters()).isEqualTo(core.variance().parameters());
    assertThat(fit.coefficient("x").estimate())
        .isCloseTo(core.coefficient("x").estimate(), within(1e-9));
    assertThat(fit.coefficient("x").standardError())
        .isCloseTo(core.coefficient("x").standardError(), within(1e-9));
    assertThat(fit.quality().logLikelihood())
        .isCloseTo(core.quality().logLikelihood(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog"})
  void shouldDropLevelsWhoseOutcomesAreAllZeroOrAllOne(String family) {
    Frame more =
        and(
            new double[] {0, 0, 1, 1, 1},
            new double[] {1, 4, 2, 3, 9},
            new double[] {3, 3, 4, 4, 4},
            new double[] {1, 2, 1, 2, 1});
    assertLeaves(fit(family, "y ~ x | g", more), fit(family, "y ~ x | g", CORE), 5);
  }

  /** Level 3 of g is all 0; without it level 3 of h is all 1, and then level 4 of g all 0. */
  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog"})
  void shouldDropLevelsThatNoLongerVaryOnceOthersAreGone(String family) {
    Frame more =
        and(
            new double[] {0, 0, 1, 1, 0, 0},
            new double[] {1, 4, 2, 3, 9, 2},
            new double[] {3, 3, 4, 4, 4, 4},
            new double[] {3, 3, 3, 3, 1, 2});
    assertLeaves(fit(family, "y ~ x | g + h", more), fit(family, "y ~ x | g + h", CORE), 6);
  }

  /**
   * Every level has both outcomes, but raising g1 and h2 and lowering g2 and h1 as much changes
   * only the rows of (g1, h2), which are all 1, and of (g2, h1), which are all 0.
   */
  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog"})
  void shouldDropRowsThatTwoEffectsTogetherSetApart(String family) {
    Frame more =
        and(
            new double[] {1, 1, 0},
            new double[] {2, 7, 3},
            new double[] {1, 1, 2},
            new double[] {2, 2, 1});
    assertLeaves(fit(family, "y ~ x | g + h", more), fit(family, "y ~ x | g + h", CORE), 3);
  }

  @Test
  void shouldKeepRowsThatRunOffInNoDirectionTogether() {
    Frame both =
        and(new double[] {1, 1}, new double[] {2, 7}, new double[] {1, 2}, new double[] {2, 1});
    assertThat(fit("logit", "y ~ x | g + h", both).sample().separated()).isZero();
    Frame mixed =
        and(new double[] {1, 0}, new double[] {2, 7}, new double[] {1, 1}, new double[] {2, 2});
    assertThat(fit("logit", "y ~ x | g + h", mixed).sample().separated()).isZero();
  }
}
