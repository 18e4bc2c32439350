package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/**
 * A constant beside slopes that vary by level, with no intercept by level that would absorb it,
 * against a regression with every slope written out.
 */
class SlopesWithConstantTest {
  private static final int ROWS = 90;
  private static final int LEVELS = 6;
  private static final int K = 2 + LEVELS;

  private final Random random = new Random(31);
  private final double[] g = filled(i -> i % LEVELS);
  private final double[] h = filled(i -> 1 + random.nextDouble());
  private final double[] z = filled(i -> random.nextGaussian());
  private final double[] x = filled(i -> 2 + h[i] * g[i] / 3 + z[i] + random.nextGaussian());
  private final double[] w = filled(i -> 0.5 + random.nextDouble());
  private final double[] y =
      filled(i -> 2 + 0.5 * x[i] + (g[i] - 2) * h[i] + (1 + h[i]) * random.nextGaussian());
  private final Frame data =
      Frame.empty().with("y", y).with("x", x).with("z", z).with("g", g).with("h", h).with("w", w);

  /** Constant, x (or what stands for it) and the slopes, times the square root of the weights. */
  private RealMatrix design(double[] regressor, double[] weights) {
    RealMatrix columns = new Array2DRowRealMatrix(ROWS, K);
    for (int i = 0; i < ROWS; i++) {
      double root = Math.sqrt(weights[i]);
      columns.setEntry(i, 0, root);
      columns.setEntry(i, 1, root * regressor[i]);
      columns.setEntry(i, 2 + (int) g[i], root * h[i]);
    }
    return columns;
  }

  /** A regression by normal equations, its columns maybe instrumented by others. */
  private final class Dense {
    final double[] b;
    final double[] residuals;
    final RealMatrix bread;
    final RealMatrix scores;

    Dense(double[] instrument, double[] weights) {
      RealMatrix own = design(x, weights);
      RealMatrix by = design(instrument, weights);
      RealMatrix inverse = MatrixUtils.inverse(by.transpose().multiply(by));
      scores = by.multiply(inverse).multiply(by.transpose()).multiply(own);
      bread = MatrixUtils.inverse(scores.transpose().multiply(scores));
      double[] outcome = filled(i -> Math.sqrt(weights[i]) * y[i]);
      b = bread.operate(scores.transpose().operate(outcome));
      double[] fitted = own.operate(b);
      residuals = filled(i -> outcome[i] - fitted[i]);
    }

    double rss() {
      return IntStream.range(0, ROWS).mapToDouble(i -> residuals[i] * residuals[i]).sum();
    }

    /** Standard error when a row's squared residual is divided by a power of 1 - leverage. */
    double robust(int coefficient, int power, double factor) {
      RealMatrix meat = new Array2DRowRealMatrix(K, K);
      for (int i = 0; i < ROWS; i++) {
        RealMatrix row = scores.getRowMatrix(i);
        double leverage = row.multiply(bread).multiply(row.transpose()).getEntry(0, 0);
        double square = residuals[i] * residuals[i] / Math.pow(1 - leverage, power);
        meat = meat.add(row.transpose().multiply(row).scalarMultiply(square));
      }
      RealMatrix variance = bread.multiply(meat).multiply(bread);
      return Math.sqrt(factor * variance.getEntry(coefficient, coefficient));
    }

    double plain(int coefficient) {
      return Math.sqrt(rss() / (ROWS - K) * bread.getEntry(coefficient, coefficient));
    }
  }

  @Test
  void shouldEqualSlopesWrittenOut() {
    Dense dense = new Dense(x, filled(i -> 1));
    Fit fit = Estimate.ols("y ~ x | g[[h]]", data).fit();
    assertCoefficients(fit, dense);
    assertClose("se of constant", error(fit, "(Intercept)"), dense.plain(0), 1e-11);
    assertClose("se of x", error(fit, "x"), dense.plain(1), 1e-11);
    double mean = IntStream.range(0, ROWS).mapToDouble(i -> y[i]).average().orElseThrow();
    double total = IntStream.range(0, ROWS).mapToDouble(i -> Math.pow(y[i] - mean, 2)).sum();
    assertClose("R2", fit.quality().r2(), 1 - dense.rss() / total, 1e-12);
    assertThat(fit.variance().parameters()).isEqualTo(K);
    assertThat(fit.numerics().converged()).isTrue();
    assertThat(fit.numerics().certificate()).isLessThan(1e-12);
  }

  @Test
  void shouldEqualWeightedSlopesWrittenOut() {
    Dense dense = new Dense(x, w);
    double factor = ROWS / (double) (ROWS - K);
    Estimate weighted = Estimate.ols("y ~ x | g[[h]]", data).weights("w");
    Fit robust = weighted.hetero().fit();
    assertCoefficients(robust, dense);
    assertClose("HC1 of constant", error(robust, "(Intercept)"), dense.robust(0, 0, factor), 1e-11);
    assertClose("HC1 of x", error(robust, "x"), dense.robust(1, 0, factor), 1e-11);
    Fit third = Estimate.ols("y ~ x | g[[h]]", data).weights("w").variance("hc3").fit();
    assertClose("HC3 of constant", error(third, "(Intercept)"), dense.robust(0, 2, 1), 1e-11);
    assertClose("HC3 of x", error(third, "x"), dense.robust(1, 2, 1), 1e-11);
  }

  @Test
  void shouldEqualInstrumentedSlopesWrittenOut() {
    Dense dense = new Dense(z, filled(i -> 1));
    Fit fit = Estimate.iv("y ~ 1 | g[[h]] | x ~ z", data).fit();
    assertCoefficients(fit, dense);
    assertClose("se of constant", error(fit, "(Intercept)"), dense.plain(0), 1e-10);
    assertClose("se of x", error(fit, "x"), dense.plain(1), 1e-10);
    Fit liml = Estimate.iv("y ~ 1 | g[[h]] | x ~ z", data).liml().fit();
    assertCoefficients(liml, dense);
  }

  /** A second effect of slopes: the reduced system is solved for the constant, too. */
  @Test
  void shouldSettleWithTwoEffectsOfSlopes() {
    Frame rows = data.with("t", filled(i -> i / 30));
    Fit absorbed = Estimate.ols("y ~ x | g[[h]] + t[[z]]", rows).fit();
    Fit written = Estimate.ols("y ~ x + i(g, h) + i(t, z)", rows).fit();
    for (String name : new String[] {"(Intercept)", "x"}) {
      double wanted = written.coefficient(name).estimate();
      assertClose(name, absorbed.coefficient(name).estimate(), wanted, 1e-10);
    }
    assertThat(absorbed.numerics().converged()).isTrue();
  }

  @Test
  void shouldEqualTheRowsWhenCollapsed() {
    double[] coarse = filled(i -> Math.rint(h[i] * 4));
    double[] few = filled(i -> Math.rint(x[i]));
    Frame rows = data.with("h", coarse).with("x", few);
    Fit each = Estimate.ols("y ~ x | g[[h]]", rows).collapsing(Collapsing.NEVER).fit();
    Fit cells = Estimate.ols("y ~ x | g[[h]]", rows).collapsing(Collapsing.ALWAYS).fit();
    for (String name : new String[] {"(Intercept)", "x"}) {
      double wanted = each.coefficient(name).estimate();
      assertClose(name, cells.coefficient(name).estimate(), wanted, 1e-11);
    }
  }

  /** Slopes on a column of ones are intercepts by level, beside which no constant is left. */
  @Test
  void shouldDropTheConstantThatSlopesExplain() {
    Frame rows = data.with("one", filled(i -> 1));
    Fit slopes = Estimate.ols("y ~ x | g[[one]]", rows).fit();
    Fit levels = Estimate.ols("y ~ x | g", rows).fit();
    double wanted = levels.coefficient("x").estimate();
    assertClose("x", slopes.coefficient("x").estimate(), wanted, 1e-12);
    assertThat(slopes.coefficients()).hasSize(1);
    assertThat(slopes.sample().collinear().get(0).name()).isEqualTo("(Intercept)");
  }

  /** Without the formula's constant a column of ones is a regressor like any other. */
  @Test
  void shouldKeepAConstantColumnThatNoEffectAbsorbs() {
    Dense dense = new Dense(x, filled(i -> 1));
    Fit fit = Estimate.ols("y ~ 0 + one + x | g[[h]]", data.with("one", filled(i -> 1))).fit();
    assertClose("one", fit.coefficient("one").estimate(), dense.b[0], 1e-11);
    assertClose("x", fit.coefficient("x").estimate(), dense.b[1], 1e-11);
  }

  private static void assertCoefficients(Fit fit, Dense dense) {
    assertClose("constant", fit.coefficient("(Intercept)").estimate(), dense.b[0], 1e-10);
    assertClose("x", fit.coefficient("x").estimate(), dense.b[1], 1e-10);
  }

  private static double error(Fit fit, String name) {
    return fit.coefficient(name).standardError();
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
