package careworkforce.common.estimate.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of small whole numbers, which are exact in any order. */
class CrossProductsTest {

  /** Fewer columns and rows than are taken together, as many, and more of both. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "4, 4", "4, 4096", "5, 4097", "9, 70001", "2, 0", "0, 0"})
  void shouldSumProductsOfEveryPairOfColumns(int columns, int rows) {
    double[][] left = wholes(columns, rows, 1);
    double[][] right = wholes(columns + 2, rows, 2);
    double[] weights = wholes(1, rows, 3)[0];
    double[] squares = Arrays.stream(weights).map(w -> w * w).toArray();
    assertThat(CrossProducts.of(left, right)).isDeepEqualTo(byHand(left, null, right));
    assertThat(CrossProducts.gram(left)).isDeepEqualTo(byHand(left, null, left));
    assertThat(CrossProducts.gram(left, weights)).isDeepEqualTo(byHand(left, squares, left));
    double[][] sums = byHand(left, null, left);
    CrossProducts.addGram(sums, left, weights);
    CrossProducts.addGram(sums, left, null);
    double[] twice = Arrays.stream(weights).map(w -> 2 + w).toArray();
    assertThat(sums).isDeepEqualTo(byHand(left, twice, left));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 0", "2, 0, 3", "1, 2, 4", "3, 5, 11"})
  void shouldSumSomeRowsOfAColumn(int fromA, int fromB, int size) {
    double[] a = wholes(1, 20, 1)[0];
    double[] b = wholes(1, 20, 2)[0];
    double sum = 0;
    double product = 0;
    for (int i = 0; i < size; i++) {
      sum += a[fromA + i];
      product += a[fromA + i] * b[fromB + i];
    }
    assertThat(CrossProducts.sum(a, fromA, size)).isEqualTo(sum);
    assertThat(CrossProducts.dot(a, fromA, b, fromB, size)).isEqualTo(product);
  }

  private static double[][] byHand(double[][] left, double @Nullable [] weights, double[][] right) {
    double[][] products = new double[left.length][right.length];
    for (int a = 0; a < left.length; a++) {
      for (int b = 0; b < right.length; b++) {
        for (int i = 0; i < left[a].length; i++) {
          products[a][b] += left[a][i] * (weights == null ? 1 : weights[i]) * right[b][i];
        }
      }
    }
    return products;
  }

  private static double[][] wholes(int columns, int rows, long seed) {
    Random drawn = new Random(seed);
    double[][] wholes = new double[columns][rows];
    for (double[] column : wholes) {
      Arrays.setAll(column, i -> drawn.nextInt(19) - 9);
    }
    return wholes;
  }
}
