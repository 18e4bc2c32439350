package careworkforce.common.estimate.shiftshare;

import careworkforce.common.estimate.dense.LeastSquares;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Location-level variables brought to the level of shocks, so that an ordinary weighted regression
 * on shocks gives the location-level coefficient with valid standard errors.
 *
 * <p>Source: K. Borusyak, P. Hull and X. Jaravel (2022), Quasi-experimental shift-share research
 * designs, Review of Economic Studies 89(1), proposition 1: {@code v_n = sum_l w_l s_ln v_l / sum_l
 * w_l s_ln}, v residualised on the location controls, weight {@code s_n = sum_l w_l s_ln}.
 *
 * @param values for each variable one value a sector, NaN for a sector without exposure
 * @param weights exposure weights of sectors, summing to one
 */
public record ShockLevel(double[][] values, double[] weights) {

  /**
   * Residualises variables on controls and averages them by sector.
   *
   * @param variables columns of location values
   * @param controls columns of location controls, the constant among them
   * @param weights location weights
   * @param shares exposure shares; complete them first ({@link Shares#completed}) if they do not
   *     sum to one, or else control for their sum
   */
  public static ShockLevel of(
      double[][] variables, double[][] controls, double[] weights, Shares shares) {
    double[] exposure = shares.toSectors(weights);
    double[][] values = new double[variables.length][];
    for (int v = 0; v < variables.length; v++) {
      double[] residual = LeastSquares.fit(variables[v], controls, weights).residuals();
      for (int i = 0; i < residual.length; i++) {
        residual[i] *= weights[i];
      }
      values[v] = shares.toSectors(residual);
      for (int s = 0; s < exposure.length; s++) {
        values[v][s] /= exposure[s];
      }
    }
    double total = Arrays.stream(exposure).sum();
    return new ShockLevel(values, Arrays.stream(exposure).map(e -> e / total).toArray());
  }

  /** The sectors that some location is exposed to, ascending; the others have no value. */
  public int[] exposed() {
    return IntStream.range(0, weights.length).filter(s -> weights[s] > 0).toArray();
  }

  /**
   * The effective number of shocks: the inverse Herfindahl index of exposure weights, summed within
   * clusters first. A handful means that a few shocks drive the estimate.
   *
   * @param weights exposure weights of sectors, the missing sector left out
   * @param clusters cluster code of each sector
   */
  public static double effectiveShocks(double[] weights, int[] clusters) {
    double[] sums = new double[Arrays.stream(clusters).max().orElse(-1) + 1];
    double total = 0;
    for (int s = 0; s < weights.length; s++) {
      sums[clusters[s]] += weights[s];
      total += weights[s];
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum / total * (sum / total);
    }
    return 1 / squares;
  }

  /** The effective number of shocks where each is its own cluster. */
  public static double effectiveShocks(double[] weights) {
    int[] own = new int[weights.length];
    Arrays.setAll(own, i -> i);
    return effectiveShocks(weights, own);
  }
}
