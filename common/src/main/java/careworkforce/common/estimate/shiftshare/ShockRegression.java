package careworkforce.common.estimate.shiftshare;

import careworkforce.common.estimate.dense.Inference;
import careworkforce.common.estimate.dense.InstrumentalVariables;
import careworkforce.common.estimate.dense.Sandwich;
import careworkforce.common.estimate.dense.Symmetric;
import careworkforce.common.estimate.variance.SmallSample;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shock-level regression that equals a shift-share regression at location level, weighted by
 * exposure; also, with a covariate or an earlier outcome on the left, the balance and pre-trend
 * test of the shocks (Borusyak, Hull and Jaravel 2022, section 4.3).
 *
 * @param coefficients the treatment (or the shock, where there is no treatment) first, then
 *     controls
 * @param iid variance assuming equal variances, N-K
 * @param robust variance with N/(N-K)
 * @param clustered variance by cluster of shocks with (N-1)/(N-K) G/(G-1), null without clusters
 * @param rows number of shocks used
 * @param clusters number of clusters, 0 without
 */
public record ShockRegression(
    double[] coefficients,
    double[][] iid,
    double[][] robust,
    double @Nullable [][] clustered,
    int rows,
    int clusters) {

  /**
   * Fits the regression on sectors that some location is exposed to ({@link ShockLevel#exposed}).
   *
   * @param outcome shock-level outcome
   * @param treatment shock-level treatment, or null to regress the outcome on the shock itself
   * @param shock the shock, 0 for the missing sector
   * @param controls columns of shock-level controls, the constant among them
   * @param weights exposure weights
   * @param clusters cluster code of each shock, or null
   */
  public static ShockRegression fit(
      double[] outcome,
      double @Nullable [] treatment,
      double[] shock,
      double[][] controls,
      double[] weights,
      int @Nullable [] clusters) {
    boolean reduced = treatment == null;
    double[][] endogenous = reduced ? new double[0][] : new double[][] {treatment};
    double[][] exogenous = reduced ? prepend(shock, controls) : controls;
    double[][] excluded = reduced ? new double[0][] : new double[][] {shock};
    InstrumentalVariables fit =
        InstrumentalVariables.fit(outcome, endogenous, exogenous, excluded, weights);
    requireIndependent(fit.kept());
    int n = outcome.length;
    int k = fit.kept().length;
    double sigma2 = Symmetric.dot(fit.residuals(), weights, fit.residuals()) / (n - k);
    double[][] scores = Sandwich.scores(fit.fitted(), weights, fit.residuals());
    int groups = clusters == null ? 0 : (int) Arrays.stream(clusters).distinct().count();
    double[][] clustered =
        clusters == null
            ? null
            : Sandwich.scaled(
                Sandwich.cluster(fit.bread(), scores, clusters), SmallSample.cluster(n, k, groups));
    return new ShockRegression(
        fit.coefficients(),
        Sandwich.scaled(fit.bread(), sigma2),
        Sandwich.scaled(Sandwich.robust(fit.bread(), scores), SmallSample.robust(n, k)),
        clustered,
        n,
        groups);
  }

  /** The first coefficient by the clustered variance where there is one, else the robust one. */
  public Inference inference() {
    if (clustered != null) {
      return Inference.student(coefficients[0], Math.sqrt(clustered[0][0]), clusters - 1);
    }
    return Inference.student(coefficients[0], Math.sqrt(robust[0][0]), rows - coefficients.length);
  }

  private static double[][] prepend(double[] first, double[][] rest) {
    double[][] all = new double[rest.length + 1][];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private static void requireIndependent(boolean[] kept) {
    for (int j = 0; j < kept.length; j++) {
      if (!kept[j]) {
        throw new IllegalArgumentException(
            "Cannot fit the shock-level regression: because column %d (0 is the treatment or shock, then the controls) depends on the columns before it. Drop it."
                .formatted(j));
      }
    }
  }
}
