package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.linear.Small;

/**
 * The leading term of the bias that estimated effects bring into a binary model's slopes.
 *
 * <p>With F the mean, F' and F'' its derivatives, h = F' / (F (1 - F)), w = h F' and x the
 * regressors less their w-weighted projection on the effects, the bias is (x'Wx)^-1 times minus one
 * half the sum over levels of (sum of h F'' x) / (sum of w), added up over the effects. Source: J.
 * Hahn and W. Newey (2004), Econometrica 72; I. Fernández-Val and M. Weidner (2016), Journal of
 * Econometrics 192, without the term for regressors that react to past outcomes.
 */
final class AnalyticalCorrection {

  private AnalyticalCorrection() {}

  /** Estimated bias of each coefficient kept. */
  static double[] bias(Response response, Design design, Irls.Result result) {
    double[] bent = bent(response, design, result);
    double[][] x = result.design();
    double[] sum = new double[x.length];
    for (Effect effect : design.effects()) {
      double[] weight = new double[effect.levels()];
      double[][] pull = new double[x.length][effect.levels()];
      for (int i = 0; i < bent.length; i++) {
        int level = effect.codes()[i];
        weight[level] += result.working()[i];
        for (int c = 0; c < x.length; c++) {
          pull[c][level] += bent[i] * x[c][i];
        }
      }
      for (int c = 0; c < x.length; c++) {
        for (int level = 0; level < weight.length; level++) {
          sum[c] -= weight[level] > 0 ? pull[c][level] / weight[level] / 2 : 0;
        }
      }
    }
    return Small.multiply(result.bread(), sum);
  }

  /** h F'' of each row, times its prior weight. */
  private static double[] bent(Response response, Design design, Irls.Result result) {
    double[] weights = design.weights();
    double[] bent = new double[design.size()];
    for (int i = 0; i < bent.length; i++) {
      double eta = response.within(result.predictor()[i]);
      double h = response.slope(eta) / response.variance(response.mean(eta));
      bent[i] = (weights == null ? 1 : weights[i]) * h * response.curvature(eta);
    }
    return bent;
  }
}
