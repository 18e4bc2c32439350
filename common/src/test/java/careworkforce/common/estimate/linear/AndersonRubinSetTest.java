package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Distributions;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets of instruments that say next to nothing of the regressor, and much of the outcome. */
class AndersonRubinSetTest {
  private static final int ROWS = 120;
  private static final int GROUPS = 20;

  private final Random random = new Random(17);
  private final double[] g = filled(i -> i % GROUPS);
  private final double[][] z = {normal(), normal(), normal()};
  private final double[] d = normal();
  private final double[] y =
      filled(i -> 0.5 * z[0][i] + 0.2 * z[1][i] + (1 + Math.abs(z[0][i])) * random.nextGaussian());
  private final Frame data =
      Frame.empty()
          .with("y", y)
          .with("d", d)
          .with("z1", z[0])
          .with("z2", z[1])
          .with("z3", z[2])
          .with("g", g);

  /**
   * Eight rows, z of plus and minus 1, y = 3 z + u, d = c z + v, u and v orthogonal to z, to one
   * another and of squares 6: F(b) = 8 (3 - b c)^2 / (1 + b^2), however near to 0 c is and so
   * however far off the estimate 3 / c.
   */
  @ParameterizedTest
  @CsvSource({"0.1", "0.01", "0.001", "1e-6"})
  void shouldFindTheHoleFarFromTheEstimate(double c) {
    double k = Math.sqrt(0.75);
    double[] instrument = {1, 1, 1, 1, -1, -1, -1, -1};
    double[] u = {k, -k, k, -k, k, -k, k, -k};
    double[] v = {k, k, -k, -k, k, k, -k, -k};
    Frame rows =
        Frame.empty()
            .with("y", IntStream.range(0, 8).mapToDouble(i -> 3 * instrument[i] + u[i]).toArray())
            .with("d", IntStream.range(0, 8).mapToDouble(i -> c * instrument[i] + v[i]).toArray())
            .with("z", instrument);
    AndersonRubin test = Estimate.iv("y ~ 1 | d ~ z", rows).fit().instruments().andersonRubin();
    double f = Distributions.fQuantile(0.95, 1, 6);
    double square = f - 8 * c * c;
    double half = 24 * c;
    double root = Math.sqrt(half * half + square * (72 - f));
    assertThat(test.shape()).isEqualTo("two rays");
    assertClose("end", test.set().get(0).high(), (-half - root) / square, 1e-9);
    assertClose("begin", test.set().get(1).low(), (-half + root) / square, 1e-9);
  }

  /** On a grid of the whole line the set is where a regression of y - b d does not reject. */
  @ParameterizedTest
  @CsvSource({
    "z1, iid", "z1, hetero", "z1, cluster:g",
    "z1 + z2, iid", "z1 + z2, hetero", "z1 + z2, cluster:g",
    "z1 + z2 + z3, iid", "z1 + z2 + z3, hetero", "z1 + z2 + z3, cluster:g"
  })
  void shouldHoldWhatARegressionDoesNotReject(String instruments, String variance) {
    AndersonRubin test =
        Estimate.iv("y ~ 1 | d ~ " + instruments, data)
            .variance(variance)
            .fit()
            .instruments()
            .andersonRubin();
    int count = instruments.split(" \\+ ").length;
    for (int step = 1; step < 400; step++) {
      double b = Math.tan(Math.PI * (step / 400.0 - 0.5));
      boolean held = held(test.set(), b);
      assertThat(held).as("%s", b).isEqualTo(f(b, count, variance) <= test.critical());
    }
    for (AndersonRubin.Interval part : test.set()) {
      for (double end : new double[] {part.low(), part.high()}) {
        if (Double.isFinite(end)) {
          assertClose("F at " + end, f(end, count, variance), test.critical(), 1e-8);
        }
      }
    }
  }

  private static boolean held(List<AndersonRubin.Interval> set, double b) {
    return set.stream().anyMatch(part -> part.low() <= b && b <= part.high());
  }

  /** F of the instruments in a regression of y - b d on them and a constant. */
  private double f(double b, int instruments, String variance) {
    int k = instruments + 1;
    RealMatrix x = new Array2DRowRealMatrix(ROWS, k);
    for (int i = 0; i < ROWS; i++) {
      x.setEntry(i, 0, 1);
      for (int l = 1; l < k; l++) {
        x.setEntry(i, l, z[l - 1][i]);
      }
    }
    RealMatrix bread = MatrixUtils.inverse(x.transpose().multiply(x));
    double[] left = filled(i -> y[i] - b * d[i]);
    double[] slopes = bread.operate(x.transpose().operate(left));
    double[] fitted = x.operate(slopes);
    double[] e = filled(i -> left[i] - fitted[i]);
    RealMatrix v = bread.multiply(meat(x, e, variance)).multiply(bread);
    RealMatrix part = v.getSubMatrix(1, instruments, 1, instruments);
    RealMatrix slope = new Array2DRowRealMatrix(slopes).getSubMatrix(1, instruments, 0, 0);
    return slope.transpose().multiply(MatrixUtils.inverse(part)).multiply(slope).getEntry(0, 0)
        / instruments;
  }

  private static RealMatrix meat(RealMatrix x, double[] e, String variance) {
    int k = x.getColumnDimension();
    int groups = variance.equals("hetero") ? ROWS : GROUPS;
    RealMatrix scores = new Array2DRowRealMatrix(groups, k);
    double squares = 0;
    for (int i = 0; i < ROWS; i++) {
      squares += e[i] * e[i];
      for (int a = 0; a < k; a++) {
        scores.addToEntry(i % groups, a, e[i] * x.getEntry(i, a));
      }
    }
    double left = ROWS - k;
    RealMatrix products = scores.transpose().multiply(scores);
    return switch (variance) {
      case "iid" -> x.transpose().multiply(x).scalarMultiply(squares / left);
      case "hetero" -> products.scalarMultiply(ROWS / left);
      default -> products.scalarMultiply((ROWS - 1) / left * groups / (groups - 1));
    };
  }

  private double[] normal() {
    return filled(i -> random.nextGaussian());
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
