package careworkforce.common.estimate.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterScoresTest {
  private static final int DRAWS = 1_999;

  /** Of a mean scores are what the bootstrap of a regression on a constant draws. */
  @ParameterizedTest
  @CsvSource({"8, webb", "8, rademacher", "20, rademacher"})
  void shouldBootstrapAMeanAsARegressionDoes(int clusters, String weights) {
    Frame data = data(clusters);
    WildBootstrap regression =
        Estimate.ols("y ~ 0 + one", data)
            .cluster("g")
            .wildBootstrap(DRAWS, 1)
            .bootstrapWeights(weights)
            .fit()
            .bootstraps()
            .get(0);
    WildBootstrap mean = bootstrap(data, clusters, weights);
    assertThat(mean.pValueTies()).isEqualTo(regression.pValueTies());
    assertThat(mean.pValue()).isEqualTo(regression.pValue()).isBetween(0.001, 0.999);
    assertThat(mean.ciLow()).isCloseTo(regression.ciLow(), within(1e-9));
    assertThat(mean.ciHigh()).isCloseTo(regression.ciHigh(), within(1e-9));
    assertThat(mean.draws()).isEqualTo(regression.draws());
  }

  /** Eight clusters of a number each, of which t of seven degrees would reject too. */
  @Test
  void shouldRejectWhatLiesFarFromEverySign() {
    double[] numbers = {1.0, 1.1, 0.9, 1.2, 0.8, 1.05, 0.95, 1.0};
    Frame data =
        Frame.empty().with("y", numbers).with("one", ones(8)).with("g", 0, 1, 2, 3, 4, 5, 6, 7);
    WildBootstrap mean = bootstrap(data, 8, "rademacher");
    assertThat(mean.exhaustive()).isTrue();
    // Only the signs as they are, and all of them turned, are as far from nought.
    assertThat(mean.pValueTies()).isEqualTo(2 / 256.0);
    assertThat(mean.ciLow()).isBetween(0.8, 0.95);
    assertThat(mean.ciHigh()).isBetween(1.05, 1.2);
  }

  private static WildBootstrap bootstrap(Frame data, int clusters, String weights) {
    double[] y = data.numbers("y");
    double[] g = data.numbers("g");
    double mean = Arrays.stream(y).average().orElse(0);
    double[] influences = new double[clusters];
    double[] shares = new double[clusters];
    for (int i = 0; i < y.length; i++) {
      influences[(int) g[i]] += (y[i] - mean) / y.length;
      shares[(int) g[i]] += 1.0 / y.length;
    }
    double error = Math.sqrt(Small.dot(influences, influences) * clusters / (clusters - 1.0));
    Coefficient of = Coefficient.of("mean", mean, error, clusters - 1.0, 0.95);
    return new ClusterScores(influences, shares).bootstrap(of, DRAWS, weights, 1, 0.95);
  }

  /** Rows of clusters of unequal size around a half, each with a shift of its own. */
  private static Frame data(int clusters) {
    Random random = new Random(5);
    double[] shift = new double[clusters];
    Arrays.setAll(shift, c -> random.nextGaussian());
    int rows = 5 * clusters;
    double[] y = new double[rows];
    double[] g = new double[rows];
    for (int i = 0; i < rows; i++) {
      g[i] = i < clusters ? i : random.nextInt(clusters);
      y[i] = 0.5 + shift[(int) g[i]] + random.nextGaussian();
    }
    return Frame.empty().with("y", y).with("one", ones(rows)).with("g", g);
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }
}
