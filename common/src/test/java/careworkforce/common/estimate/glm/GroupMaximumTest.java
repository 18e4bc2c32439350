package careworkforce.common.estimate.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.absorb.BlockRows;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The effect of a group against the root of its rows' scores, found by halving. */
class GroupMaximumTest {
  private static final int ROWS = 200;
  private static final int FIRST = 50;

  /**
   * Predictors from about -3 to 3, and as wide apart as bounds on some of them: those above 3.4 and
   * below -32 count as being there.
   */
  @ParameterizedTest
  @CsvSource({
    "CLOGLOG, 1, 0",
    "CLOGLOG, 1, -500",
    "CLOGLOG, 1, 500",
    "CLOGLOG, 4, 0",
    "CLOGLOG, 9, 0",
    "LOGIT, 1, 0",
    "LOGIT, 15, 0",
    "PROBIT, 1, 0"
  })
  void shouldBeWhereTheScoresOfAGroupAddUpToNothing(
      Response response, double spread, double shift) {
    BlockRows rows = rows();
    Random drawn = new Random(7);
    double[] eta = new double[ROWS];
    Arrays.setAll(eta, i -> shift + spread * drawn.nextGaussian());
    double effect = new GroupMaximum(response, rows, eta).effect(FIRST, ROWS);
    double low = -shift - 200;
    double high = -shift + 200;
    for (int halving = 0; halving < 100; halving++) {
      double middle = low + (high - low) / 2;
      boolean below = score(response, rows, eta, middle) > 0;
      low = below ? middle : low;
      high = below ? high : middle;
    }
    assertThat(effect).isCloseTo(low, within(1e-12 * (1 + Math.abs(low))));
  }

  private static double score(Response response, BlockRows rows, double[] eta, double at) {
    double score = 0;
    for (int i = FIRST; i < ROWS; i++) {
      double there = response.within(eta[i] + at);
      score += rows.weight(i) * response.score(rows.outcome()[i], there);
    }
    return score;
  }

  /** Two groups with one in ten happening; only the second is asked for. */
  private static BlockRows rows() {
    Random drawn = new Random(3);
    double[] outcome = new double[ROWS];
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      outcome[i] = i % 10 == 0 ? 1 : 0;
      weights[i] = 1 + drawn.nextInt(3);
    }
    int[] starts = {0, FIRST, ROWS};
    return new BlockRows(starts, new int[0][], outcome, new double[0][], weights, null);
  }
}
