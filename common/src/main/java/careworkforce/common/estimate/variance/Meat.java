package careworkforce.common.estimate.variance;

/**
 * The middle of a sandwich: an estimate of the variance of the summed scores.
 *
 * <p>The score of a row is its design row times its residual.
 */
@FunctionalInterface
public interface Meat {
  /**
   * The meat for some columns and a residual.
   *
   * @param design columns, square-root weights in them
   * @param residual one a row, square-root weights in it
   * @return columns by columns
   */
  double[][] of(double[][] design, double[] residual);
}
