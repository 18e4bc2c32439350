package careworkforce.common.estimate.collapse;

import careworkforce.common.estimate.data.Cells;
import java.util.Arrays;

/**
 * Each cell as the fewest points that have its number of rows, its weight, and its weighted sums of
 * the outcome and of the outcome's square: one where the outcome does not vary, else one at the
 * least outcome m and one at m + q/s, where s and q are the sums of y - m and of its square; the
 * second has weight s²/q. So points of outcomes that are not negative are not negative, and those
 * of zeros and ones are zeros and ones.
 */
final class CellPoints {
  private static final double EDGE = 1e-12;

  private final CellSums sums;
  private final int given;
  private int count;

  /** Cell of each point. */
  int[] cell;

  double[] outcome;
  double[] weight;
  private double[] share;

  CellPoints(CellSums sums) {
    this.sums = sums;
    int most = 2 * sums.size();
    cell = new int[most];
    outcome = new double[most];
    weight = new double[most];
    share = new double[most];
    for (int c = 0; c < sums.size(); c++) {
      split(c);
    }
    cell = Arrays.copyOf(cell, count);
    outcome = Arrays.copyOf(outcome, count);
    weight = Arrays.copyOf(weight, count);
    share = Arrays.copyOf(share, count);
    given = Math.toIntExact(Math.round(Arrays.stream(sums.rows).sum()));
  }

  private void split(int c) {
    double least = sums.low[c];
    double above = sums.mean[c] - least;
    double range = sums.high[c] - least;
    if (range == 0 || !(above > 0)) {
      add(c, sums.high[c] == least ? least : sums.mean[c], 1);
      return;
    }
    double square = sums.squares[c] / sums.weight[c] + above * above;
    double reach = square / above;
    // Between two values only: the second point is the greater of them.
    double up = reach > range * (1 - EDGE) ? range : reach;
    add(c, least, 1 - above / up);
    add(c, up == range ? sums.high[c] : least + up, above / up);
  }

  private void add(int c, double y, double part) {
    if (part > 0) {
      cell[count] = c;
      outcome[count] = y;
      weight[count] = part * sums.weight[c];
      share[count++] = part;
    }
  }

  /** What stands behind the points. */
  Cells cells() {
    return new Cells(
        shared(sums.rows),
        shared(sums.logWeights),
        shared(sums.entropies),
        shared(sums.logFactorials),
        given,
        sums.size());
  }

  private double[] shared(double[] ofCells) {
    double[] shared = new double[count];
    Arrays.setAll(shared, p -> share[p] * ofCells[cell[p]]);
    return shared;
  }
}
