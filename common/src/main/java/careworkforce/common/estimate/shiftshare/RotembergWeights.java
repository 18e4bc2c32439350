package careworkforce.common.estimate.shiftshare;

import careworkforce.common.estimate.dense.LeastSquares;
import careworkforce.common.estimate.dense.Symmetric;

/**
 * How much each sector's just-identified estimate weighs in the shift-share estimate. Weights sum
 * to one, may be negative, and {@code sum_k weight_k estimate_k} is the shift-share 2SLS estimate.
 *
 * <p>Source: P. Goldsmith-Pinkham, I. Sorkin and H. Swift (2020), Bartik instruments: what, when,
 * why and how, American Economic Review 110(8), proposition 3.
 *
 * @param weights one a sector
 * @param estimates what instrumenting with this sector's share alone gives, NaN where the share
 *     does not move the treatment, and weighs nothing
 */
public record RotembergWeights(double[] weights, double[] estimates) {

  /**
   * Decomposes the 2SLS estimate of outcome on treatment with the shift-share of these shocks.
   *
   * @param controls columns of location controls, the constant among them
   * @param locationWeights regression weights
   */
  public static RotembergWeights of(
      double[] outcome,
      double[] treatment,
      double[] shocks,
      double[][] controls,
      double[] locationWeights,
      Shares shares) {
    double[] y = weighted(outcome, controls, locationWeights);
    double[] d = weighted(treatment, controls, locationWeights);
    double[] shareOutcome = shares.toSectors(y);
    double[] shareTreatment = shares.toSectors(d);
    double total = Symmetric.dot(shocks, shareTreatment);
    double[] weights = new double[shocks.length];
    double[] estimates = new double[shocks.length];
    for (int k = 0; k < shocks.length; k++) {
      weights[k] = shocks[k] * shareTreatment[k] / total;
      estimates[k] = shareTreatment[k] == 0 ? Double.NaN : shareOutcome[k] / shareTreatment[k];
    }
    return new RotembergWeights(weights, estimates);
  }

  private static double[] weighted(double[] v, double[][] controls, double[] w) {
    double[] residual = LeastSquares.fit(v, controls, w).residuals();
    for (int i = 0; i < residual.length; i++) {
      residual[i] *= w[i];
    }
    return residual;
  }
}
