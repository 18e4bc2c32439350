package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.absorb.Absorber;

/** Diagonal of the hat matrix: regressors and absorbed effects together. */
public final class Leverage {
  private Leverage() {}

  /** The diagonal, one value a row. */
  public static double[] of(double[][] design, double[][] bread, Absorber absorber) {
    double[] leverage = absorber.leverage();
    double[][] half = LeastSquares.combine(design, bread);
    for (int c = 0; c < design.length; c++) {
      for (int i = 0; i < leverage.length; i++) {
        leverage[i] += half[c][i] * design[c][i];
      }
    }
    return leverage;
  }
}
