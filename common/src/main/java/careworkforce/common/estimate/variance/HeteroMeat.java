package careworkforce.common.estimate.variance;

import careworkforce.common.estimate.linear.CrossProducts;
import java.util.function.Supplier;

/**
 * Eicker, Huber and White's meat; kinds 2 and 3 divide by one less the leverage, once and twice.
 */
final class HeteroMeat implements Meat {
  private final int kind;
  private final Supplier<double[]> leverage;

  HeteroMeat(int kind, Supplier<double[]> leverage) {
    this.kind = kind;
    this.leverage = leverage;
  }

  @Override
  public double[][] of(double[][] design, double[] residual) {
    if (kind < 2) {
      return CrossProducts.gram(design, residual);
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
}
