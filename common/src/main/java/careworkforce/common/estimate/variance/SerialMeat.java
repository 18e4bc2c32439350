package careworkforce.common.estimate.variance;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;

/**
 * Meat with Bartlett weights over lags of summed scores: by unit and period (Newey and West), or by
 * period over all units (Driscoll and Kraay). Only the units' periods that hold rows take room.
 */
final class SerialMeat implements Meat {
  /** Where each cell with rows lies: its unit times the span of periods, plus the period. */
  private final long[] keys;

  private final Levels cells;
  private final int span;
  private final int lag;

  private SerialMeat(long[] keys, int[] cell, int span, int lag) {
    this.keys = keys;
    this.cells = new Levels(cell, keys.length);
    this.span = span;
    this.lag = lag;
  }

  /**
   * By unit and period.
   *
   * @throws UserError if a unit has several rows in a period
   */
  static SerialMeat neweyWest(Levels units, Periods periods, VarianceSpec.NeweyWest spec, int lag) {
    long[] place = new long[periods.place.length];
    Arrays.setAll(place, i -> (long) units.codes()[i] * periods.span + periods.place[i]);
    long[] keys = Arrays.stream(place).sorted().distinct().toArray();
    if (keys.length < place.length) {
      throw UserError.checks(
          "use variance '" + spec.text() + "'",
          "some '" + spec.unit() + "' has several rows in one period by '" + spec.time() + "'",
          "Name the column of units of which each has one row a period, or use driscoll-kraay:"
              + spec.time());
    }
    int[] cell = new int[place.length];
    Arrays.setAll(cell, i -> Arrays.binarySearch(keys, place[i]));
    return new SerialMeat(keys, cell, periods.span, lag);
  }

  static SerialMeat driscollKraay(Periods periods, int lag) {
    long[] keys = new long[periods.span];
    Arrays.setAll(keys, period -> period);
    return new SerialMeat(keys, periods.place, periods.span, lag);
  }

  @Override
  public double[][] of(double[][] design, double[] residual) {
    double[][] sums = ClusterSums.of(design, residual, cells);
    double[][] total = CrossProducts.gram(sums);
    for (int l = 1; l <= lag; l++) {
      double[][] along = CrossProducts.of(shifted(sums, l), sums);
      double weight = 1 - l / (lag + 1.0);
      total = Small.add(total, Small.add(along, Small.transpose(along), 1, 1), 1, weight);
    }
    return total;
  }

  /** The sums some periods earlier in the same unit, 0 where there are none. */
  private double[][] shifted(double[][] sums, int periods) {
    int[] earlier = earlier(periods);
    double[][] result = new double[sums.length][keys.length];
    for (int c = 0; c < sums.length; c++) {
      for (int cell = 0; cell < keys.length; cell++) {
        result[c][cell] = earlier[cell] < 0 ? 0 : sums[c][earlier[cell]];
      }
    }
    return result;
  }

  /** The cell some periods earlier in the same unit, negative where it holds no rows. */
  private int[] earlier(int periods) {
    int[] earlier = new int[keys.length];
    Arrays.setAll(
        earlier,
        cell -> keys[cell] % span < periods ? -1 : Arrays.binarySearch(keys, keys[cell] - periods));
    return earlier;
  }
}
