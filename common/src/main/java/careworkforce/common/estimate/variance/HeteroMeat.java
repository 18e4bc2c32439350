package careworkforce.common.estimate.variance;

import careworkforce.common.estimate.data.Cells;
import careworkforce.common.estimate.dense.CrossProducts;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Eicker, Huber and White's meat; kinds 2 and 3 divide by one less the leverage, once and twice.
 */
final class HeteroMeat implements Meat {
  private final int kind;
  private final Supplier<double[]> leverage;
  private final @Nullable Cells cells;

  HeteroMeat(int kind, Supplier<double[]> leverage, @Nullable Cells cells) {
    this.kind = kind;
    this.leverage = leverage;
    this.cells = cells;
  }

  @Override
  public double[][] of(double[][] design, double[] residual) {
    if (kind < 2) {
      return CrossProducts.gram(design, cells == null ? residual : each(residual, cells.rows()));
    }
    double[] h = leverage.get();
    double[] adjusted = new double[residual.length];
    for (int i = 0; i < adjusted.length; i++) {
      double left = Math.max(1 - h[i], 0);
      double divisor = kind == 2 ? Math.sqrt(left) : left;
      adjusted[i] = left < 1e-10 ? 0 : residual[i] / divisor;
    }
    return CrossProducts.gram(design, adjusted);
  }

  /** A point's score is that of all rows behind it; squared, each row's counts once. */
  private static double[] each(double[] residual, double[] rows) {
    double[] each = new double[residual.length];
    Arrays.setAll(each, i -> residual[i] / Math.sqrt(rows[i]));
    return each;
  }
}
