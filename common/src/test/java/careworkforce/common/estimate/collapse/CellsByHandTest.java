package careworkforce.common.estimate.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.data.Cells;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells, their sums and their points, by hand. */
class CellsByHandTest {
  private static CellSums sums(double[] outcomes, double[] weights) {
    CellSums sums = new CellSums(1);
    for (int i = 0; i < outcomes.length; i++) {
      sums.add(0, outcomes[i], weights[i]);
    }
    return sums;
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void shouldNumberRowsByTheirValues() {
    Frame frame =
        Frame.empty()
            .with("a", 0.5, 0.5, -0.0, 0.0, 0.5, 7)
            .with("b", "u", "v", "u", "u", "u", "u");
    CellIndex index = CellIndex.of(frame, List.of("a", "b"), new int[] {0, 1, 2, 3, 4});
    assertThat(index.cells()).containsExactly(0, 1, 2, 2, 0);
    assertThat(index.first()).containsExactly(0, 1, 2);
    assertThat(CellIndex.of(frame, List.of(), new int[] {3, 4}).cells()).containsExactly(0, 0);
  }

  /** 1, 2, 6: mean 3, squares about it 4 + 1 + 9. With weights 1, 2, 1: sum 11, mean 2.75. */
  @Test
  void shouldSumRowsHoweverTheyCome() {
    CellSums whole = sums(new double[] {1, 2, 6}, ones(3));
    assertThat(whole.mean[0]).isEqualTo(3);
    assertThat(whole.squares[0]).isCloseTo(14, within(1e-14));
    CellSums parts = new CellSums(1);
    parts.add(0, sums(new double[] {6, 2}, ones(2)), 0);
    parts.add(0, sums(new double[] {1}, ones(1)), 0);
    assertThat(parts.rows[0]).isEqualTo(3);
    assertThat(parts.mean[0]).isCloseTo(3, within(1e-15));
    assertThat(parts.squares[0]).isCloseTo(14, within(1e-14));
    CellSums weighted = sums(new double[] {1, 2, 6}, new double[] {1, 2, 1});
    assertThat(weighted.weight[0]).isEqualTo(4);
    assertThat(weighted.mean[0]).isEqualTo(2.75);
    assertThat(weighted.squares[0])
        .isCloseTo(1.75 * 1.75 + 2 * 0.75 * 0.75 + 3.25 * 3.25, within(1e-13));
    assertThat(weighted.logWeights[0]).isCloseTo(Math.log(2), within(1e-15));
  }

  /** 1, 2, 6 less 1: sum 6, squares 26; points 1 and 1 + 26/6 with 3 - 36/26 and 36/26 rows. */
  @Test
  void shouldSplitACellIntoTwoPointsOfTheSameSums() {
    CellPoints points = new CellPoints(sums(new double[] {1, 2, 6}, ones(3)));
    Cells cells = points.cells();
    assertThat(points.outcome[0]).isEqualTo(1);
    assertThat(points.outcome[1]).isCloseTo(1 + 26 / 6.0, within(1e-14));
    assertThat(cells.rows()[1]).isCloseTo(36 / 26.0, within(1e-14));
    assertThat(cells.rows()[0] + cells.rows()[1]).isCloseTo(3, within(1e-14));
    assertThat(cells.total()).isEqualTo(3);
    double sum = 0;
    double squares = 0;
    for (int p = 0; p < 2; p++) {
      sum += cells.rows()[p] * points.outcome[p];
      squares += cells.rows()[p] * points.outcome[p] * points.outcome[p];
    }
    assertThat(sum).isCloseTo(9, within(1e-13));
    assertThat(squares).isCloseTo(1 + 4 + 36, within(1e-13));
  }

  @Test
  void shouldLeaveZerosAndOnesZerosAndOnes() {
    double[] outcomes = new double[1_000];
    for (int i = 0; i < outcomes.length; i += 3) {
      outcomes[i] = 1;
    }
    CellPoints points = new CellPoints(sums(outcomes, ones(outcomes.length)));
    assertThat(points.outcome).containsExactly(0, 1);
    assertThat(points.weight[1]).isCloseTo(334, within(1e-9));
    CellPoints constant = new CellPoints(sums(new double[] {0.1, 0.1, 0.1}, ones(3)));
    assertThat(constant.outcome).containsExactly(0.1);
    assertThat(constant.weight).containsExactly(3);
  }

  /** Counts 0, 2, 3: w y log y sums to 2 log 2 + 3 log 3, log y! to log 2 + log 6. */
  @Test
  void shouldKeepWhatALikelihoodOfCountsAdds() {
    CellSums sums = new CellSums(1);
    for (double y : new double[] {0, 2, 3}) {
      sums.add(0, y, 1);
      sums.addCount(0, y, 1);
    }
    assertThat(sums.entropies[0]).isCloseTo(2 * Math.log(2) + 3 * Math.log(3), within(1e-14));
    assertThat(sums.logFactorials[0]).isCloseTo(Math.log(12), within(1e-14));
  }
}
