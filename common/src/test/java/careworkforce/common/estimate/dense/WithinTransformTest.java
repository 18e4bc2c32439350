package careworkforce.common.estimate.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WithinTransformTest {

  @Test
  void shouldLeaveWhatARegressionOnAllDummiesLeaves() {
    SplittableRandom random = new SplittableRandom(5);
    int n = 200;
    int[][] effects = new int[3][n];
    double[] v = new double[n];
    double[] weights = new double[n];
    int[] levels = {40, 7, 5};
    for (int i = 0; i < n; i++) {
      for (int f = 0; f < 3; f++) {
        effects[f][i] = random.nextInt(levels[f]);
      }
      v[i] = random.nextGaussian() * 1e3;
      weights[i] = i % 17 == 0 ? 0 : random.nextDouble(0.5, 2);
    }
    WithinTransform within = WithinTransform.of(effects, weights);
    LeastSquares dummies = LeastSquares.fit(v, dummies(effects, levels), weights);
    double[] residuals = within.residuals(v);
    for (int i = 0; i < n; i++) {
      if (weights[i] > 0) {
        assertThat(residuals[i]).isCloseTo(dummies.residuals()[i], within(1e-9));
      }
    }
    assertThat(within.rank()).isEqualTo(dummies.rank());
  }

  @Test
  void shouldCountTheRankOfTwoSeparateBlocksOfWorkersAndFirms() {
    // Workers 0, 1 only meet firms 0, 1; workers 2, 3 only firms 2, 3: two components, 4 + 4 - 2.
    int[][] effects = {{0, 0, 1, 1, 2, 2, 3, 3}, {0, 1, 0, 1, 2, 3, 2, 3}};
    double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
    assertThat(WithinTransform.of(effects, ones).rank()).isEqualTo(6);
  }

  @Test
  void shouldTakeOutTheMeanWithOneLevel() {
    WithinTransform within = WithinTransform.of(new int[][] {{0, 0}}, new double[] {1, 3});
    assertThat(within.residuals(new double[] {0, 4})).containsExactly(-3, 1);
    assertThat(within.rank()).isEqualTo(1);
  }

  private static double[][] dummies(int[][] effects, int[] levels) {
    List<double[]> columns = new ArrayList<>();
    for (int f = 0; f < effects.length; f++) {
      for (int level = 0; level < levels[f]; level++) {
        double[] column = new double[effects[f].length];
        for (int i = 0; i < column.length; i++) {
          column[i] = effects[f][i] == level ? 1 : 0;
        }
        columns.add(column);
      }
    }
    return columns.toArray(double[][]::new);
  }
}
