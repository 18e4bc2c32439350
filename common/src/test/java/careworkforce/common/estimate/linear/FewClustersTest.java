package careworkforce.common.estimate.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class FewClustersTest {
  private static final int ROWS = 60;
  private final double[] x = new double[ROWS];
  private final double[] y = new double[ROWS];
  private final double[] group = new double[ROWS];
  private final double[] time = new double[ROWS];
  private final Frame data = data();

  private Frame data() {
    Random random = new Random(11);
    for (int i = 0; i < ROWS; i++) {
      group[i] = i * i / 620;
      time[i] = i % 4;
      x[i] = random.nextGaussian() + 0.2 * group[i];
      y[i] = x[i] + random.nextGaussian() * (1 + group[i]);
    }
    return Frame.empty().with("y", y).with("x", x).with("group", group).with("time", time);
  }

  @Test
  void shouldMultiplyResidualsByTheInverseRootOfTheHatMatrixForCr2() {
    RealMatrix design = new Array2DRowRealMatrix(ROWS, 2);
    for (int i = 0; i < ROWS; i++) {
      design.setEntry(i, 0, 1);
      design.setEntry(i, 1, x[i]);
    }
    RealMatrix bread = MatrixUtils.inverse(design.transpose().multiply(design));
    double[] b = bread.operate(design.transpose().operate(y));
    double[] fitted = design.operate(b);
    RealMatrix meat = new Array2DRowRealMatrix(2, 2);
    for (int g = 0; g <= (int) group[ROWS - 1]; g++) {
      int from = 0;
      while (group[from] < g) {
        from++;
      }
      int to = from;
      while (to < ROWS && group[to] == g) {
        to++;
      }
      RealMatrix part = design.getSubMatrix(from, to - 1, 0, 1);
      RealMatrix hat = part.multiply(bread).multiply(part.transpose());
      RealMatrix left = MatrixUtils.createRealIdentityMatrix(to - from).subtract(hat);
      RealMatrix even = left.add(left.transpose()).scalarMultiply(0.5);
      RealMatrix root = new EigenDecomposition(even).getSquareRoot();
      double[] e = new double[to - from];
      for (int i = from; i < to; i++) {
        e[i - from] = y[i] - fitted[i];
      }
      double[] score = part.transpose().operate(MatrixUtils.inverse(root).operate(e));
      meat =
          meat.add(
              new Array2DRowRealMatrix(score)
                  .multiply(new Array2DRowRealMatrix(score).transpose()));
    }
    double expected = Math.sqrt(bread.multiply(meat).multiply(bread).getEntry(1, 1));
    double actual =
        Estimate.ols("y ~ x", data).variance("cr2:group").fit().coefficient("x").standardError();
    assertThat(actual).isCloseTo(expected, within(1e-10));
  }

  @Test
  void shouldRefitWithoutEachClusterForCr3() {
    double full = Estimate.ols("y ~ x | time", data).fit().coefficient("x").estimate();
    int groups = (int) group[ROWS - 1] + 1;
    double sum = 0;
    for (int g = 0; g < groups; g++) {
      double[] keep = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        keep[i] = group[i] == g ? 0 : 1;
      }
      double without =
          Estimate.ols("y ~ x | time", data.with("keep", keep))
              .weights("keep")
              .fit()
              .coefficient("x")
              .estimate();
      sum += (without - full) * (without - full);
    }
    double expected = Math.sqrt(sum * (groups - 1) / groups);
    double actual =
        Estimate.ols("y ~ x | time", data)
            .variance("cr3:group")
            .fit()
            .coefficient("x")
            .standardError();
    assertThat(actual).isCloseTo(expected, within(1e-10));
  }

  @Test
  void shouldSayThatCr2NeedsEffectsWithinClusters() {
    assertThatThrownBy(() -> Estimate.ols("y ~ x | time", data).variance("cr2:group").fit())
        .hasMessageContaining("'time'")
        .hasMessageContaining("cr3:group");
  }
}
