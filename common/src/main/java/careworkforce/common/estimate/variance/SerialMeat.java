package careworkforce.common.estimate.variance;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.linear.Small;

/**
 * Meat with Bartlett weights over lags of summed scores: by unit and period (Newey and West), or by
 * period over all units (Driscoll and Kraay).
 */
final class SerialMeat implements Meat {
  private final Levels cells;
  private final int span;
  private final int lag;

  private SerialMeat(Levels cells, int span, int lag) {
    this.cells = cells;
    this.span = span;
    this.lag = lag;
  }

  /**
   * By unit and period.
   *
   * @throws UserError if a unit has several rows in a period
   */
  static SerialMeat neweyWest(Levels units, Periods periods, VarianceSpec.NeweyWest spec, int lag) {
    int[] cell = new int[periods.place.length];
    boolean[] taken = new boolean[units.count() * periods.span];
    for (int i = 0; i < cell.length; i++) {
      cell[i] = units.codes()[i] * periods.span + periods.place[i];
      if (taken[cell[i]]) {
        throw UserError.checks(
            "use variance '" + spec.text() + "'",
            "some '" + spec.unit() + "' has several rows in one period by '" + spec.time() + "'",
            "Name the column of units of which each has one row a period, or use driscoll-kraay:"
                + spec.time());
      }
      taken[cell[i]] = true;
    }
    return new SerialMeat(new Levels(cell, units.count() * periods.span), periods.span, lag);
  }

  static SerialMeat driscollKraay(Periods periods, int lag) {
    return new SerialMeat(periods.levels(), periods.span, lag);
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
    double[][] result = new double[sums.length][];
    for (int c = 0; c < sums.length; c++) {
      result[c] = new double[sums[c].length];
      for (int cell = 0; cell < sums[c].length; cell++) {
        if (cell % span >= periods) {
          result[c][cell] = sums[c][cell - periods];
        }
      }
    }
    return result;
  }
}
