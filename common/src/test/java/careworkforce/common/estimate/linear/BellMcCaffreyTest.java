package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Distributions;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * CR2 and Satterthwaite's degrees of freedom against clubSandwich 0.5.8 under R 4.2.2: {@code
 * coef_test(m, vcovCR(m, cluster = g, type = "CR2"), test = "Satterthwaite")} of {@code lm}. With
 * weights the rows of outcome and design, constant and dummies included, are multiplied by {@code
 * sqrt(w)} first.
 */
class BellMcCaffreyTest {
  private static final double[] G = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5
  };

  private final Frame data =
      Frame.empty()
          .with("y", filled(i -> (7 * i * i + 3 * i) % 11))
          .with("x", filled(i -> (5 * i * i + i) % 7 + i / 10.0))
          .with("t", filled(i -> G[i] == 0 || G[i] == 4 ? 1 : 0))
          .with("w", filled(i -> 1 + i % 3))
          .with("g", G)
          .with("f", filled(i -> 2 * G[i] + i % 2));

  private Fit fit(String formula) {
    return Estimate.ols(formula, data).variance("cr2:g").fit();
  }

  private Fit weighted(String formula) {
    return Estimate.ols(formula, data).weights("w").variance("cr2:g").fit();
  }

  /** lm(y ~ x + t). */
  @Test
  void shouldAgreeWithoutWeights() {
    Fit fit = fit("y ~ x + t");
    agrees(fit, 0, 1.94501610496978, 3.18516393648409, 0.363218010861679);
    agrees(fit, 1, 0.427365559585889, 3.62261645435844, 0.450493811782663);
    agrees(fit, 2, 0.885194350093934, 2.34524743545667, 0.424619571695206);
  }

  /** lm(r * y ~ 0 + r + r * x + r * t) with r = sqrt(w). */
  @Test
  void shouldAgreeOnRowsMultipliedByRootsOfWeights() {
    Fit fit = weighted("y ~ x + t");
    agrees(fit, 0, 2.15881743935103, 2.61304463879234, 0.417006684430966);
    agrees(fit, 1, 0.472648651867193, 3.24085557340868, 0.475364664975709);
    agrees(fit, 2, 0.670002275334009, 2.30466548804851, 0.235368643645099);
  }

  /** lm(y ~ x + factor(f)), f within clusters. */
  @Test
  void shouldAgreeOnEffectsWithinClusters() {
    agrees(fit("y ~ x | f"), 0, 0.587715297138558, 1.26112606103305, 0.36668510664734);
    agrees(weighted("y ~ x | f"), 0, 0.633616288474859, 1.25841339108512, 0.399655648746447);
  }

  /** Counted in billionths of its unit, a regressor has a billionth of its standard error. */
  @Test
  void shouldNotDependOnTheUnitsOfRegressors() {
    double[] x = data.numbers("x");
    Frame small = data.with("x", filled(i -> 1e9 * x[i]));
    Fit plain = fit("y ~ x + t");
    Fit other = Estimate.ols("y ~ x + t", small).variance("cr2:g").fit();
    double[] units = {1, 1e-9, 1};
    for (int c = 0; c < 3; c++) {
      double error = units[c] * plain.coefficients().get(c).standardError();
      assertClose("se", other.coefficients().get(c).standardError(), error, 1e-9);
      assertClose("df", other.variance().degrees(c), plain.variance().degrees(c), 1e-9);
    }
  }

  private static void agrees(Fit fit, int at, double error, double degrees, double p) {
    Coefficient own = fit.coefficients().get(at);
    assertClose("se of " + own.name(), own.standardError(), error, 1e-11);
    assertClose("df of " + own.name(), fit.variance().degrees(at), degrees, 1e-9);
    assertClose("p of " + own.name(), own.pValue(), p, 1e-9);
    double half = Distributions.tQuantile(0.975, degrees) * error;
    assertClose("end of " + own.name(), own.ciHigh(), own.estimate() + half, 1e-8);
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, G.length).mapToDouble(value).toArray();
  }
}
