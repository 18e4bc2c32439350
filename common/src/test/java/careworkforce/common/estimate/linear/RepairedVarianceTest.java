package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/**
 * Variances of two ways of few clusters with negative eigenvalues: these are set to zero in the
 * matrix of the coefficients as they are reported, however a constant was estimated.
 */
class RepairedVarianceTest {
  private static final int ROWS = 60;

  private final Random random = new Random(5);
  private final double[] a = filled(i -> i % 3);
  private final double[] b = filled(i -> i / 3 % 4);
  private final double[] z = filled(i -> 20 + random.nextGaussian());
  private final double[] x = filled(i -> 5 + z[i] + random.nextGaussian());
  private final double[] y = filled(i -> x[i] + random.nextGaussian());
  private final Frame data =
      Frame.empty()
          .with("y", y)
          .with("x", x)
          .with("z", z)
          .with("one", filled(i -> 1))
          .with("a", a)
          .with("b", b);

  @Test
  void shouldRepairTheMatrixThatIsReported() {
    RealMatrix wanted = repaired(x);
    for (String formula : new String[] {"y ~ x", "y ~ 0 + one + x"}) {
      agrees(Estimate.ols(formula, data).variance("cluster:a+b").fit(), wanted);
    }
  }

  @Test
  void shouldRepairTheMatrixOfInstrumentedCoefficients() {
    RealMatrix wanted = repaired(z);
    agrees(Estimate.iv("y ~ 1 | x ~ z", data).variance("cluster:a+b").fit(), wanted);
  }

  /** A regressor in ten-millionths, as a wage bill in pounds is beside a share. */
  @Test
  void shouldRepairWhateverTheUnits() {
    Frame small = data.with("x", filled(i -> 1e7 * x[i]));
    assertThat(Estimate.ols("y ~ x", small).variance("cluster:a+b").fit().variance().repaired())
        .isTrue();
  }

  private static void agrees(Fit fit, RealMatrix wanted) {
    assertThat(fit.variance().repaired()).isTrue();
    for (int k = 0; k < 2; k++) {
      double error = fit.coefficient(fit.coefficients().get(k).name()).standardError();
      assertClose(fit.formula(), error, Math.sqrt(wanted.getEntry(k, k)), 1e-9);
    }
  }

  /** Variance of constant and x, instrumented by a column that may be x itself. */
  private RealMatrix repaired(double[] instrument) {
    RealMatrix own = columns(x);
    RealMatrix by = columns(instrument);
    RealMatrix across = MatrixUtils.inverse(by.transpose().multiply(own));
    double[] coefficients = across.operate(by.transpose().operate(y));
    double[] fitted = own.operate(coefficients);
    double[] e = filled(i -> y[i] - fitted[i]);
    double[] both = filled(i -> 3 * b[i] + a[i]);
    RealMatrix meat = meat(by, e, a).add(meat(by, e, b)).subtract(meat(by, e, both));
    double factor = (ROWS - 1) / (ROWS - 2.0) * 3 / 2;
    RealMatrix raw = across.multiply(meat).multiply(across.transpose()).scalarMultiply(factor);
    EigenDecomposition eigen = new EigenDecomposition(raw.add(raw.transpose()).scalarMultiply(0.5));
    double[] values = eigen.getRealEigenvalues();
    assertThat(Arrays.stream(values).min().orElseThrow()).isNegative();
    double[] kept = Arrays.stream(values).map(value -> Math.max(value, 0)).toArray();
    return eigen
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(kept))
        .multiply(eigen.getVT());
  }

  private static RealMatrix columns(double[] second) {
    return new Array2DRowRealMatrix(new double[][] {filled(i -> 1), second}).transpose();
  }

  private static RealMatrix meat(RealMatrix design, double[] e, double[] cluster) {
    RealMatrix sums = new Array2DRowRealMatrix(12, 2);
    for (int i = 0; i < ROWS; i++) {
      sums.addToEntry((int) cluster[i], 0, e[i] * design.getEntry(i, 0));
      sums.addToEntry((int) cluster[i], 1, e[i] * design.getEntry(i, 1));
    }
    return sums.transpose().multiply(sums);
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
