package careworkforce.pipelines.gold.socialcare.retail;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.did.Equivalence;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The stacked event study of openings (methods 2.7): {@code y_hst = a_hs + l_st + sum over k of b_k
 * · Treat · 1[t - T_s = k] + e}, clustered by opening; and the mean effect after, by one
 * coefficient in place of the path.
 *
 * @param stack rows of {@link RetailStack}
 */
record RetailEventStudy(Frame stack) {
  /** Size of the tests behind an equivalence statement. */
  static final double SIZE = 0.05;

  private static final double LEVEL = 0.95;
  private static final String EFFECTS = " | home^site + site^quarter";

  /** Coefficients by event time. */
  Fit path(String outcome) {
    return FewClusters.fit(
        Estimate.ols(outcome + " ~ i(event, ref = -1)" + EFFECTS, stack).causal(),
        RetailStack.SITE);
  }

  /** The mean effect after opening, against all quarters before. */
  Fit overall(String outcome) {
    return overall(outcome, LEVEL);
  }

  private Fit overall(String outcome, double level) {
    return FewClusters.fit(
        Estimate.ols(outcome + " ~ post" + EFFECTS, stack).level(level).causal(), RetailStack.SITE);
  }

  /** Event time of a coefficient of the path. */
  static int time(Coefficient of) {
    return Integer.parseInt(of.name().substring(RetailStack.EVENT.length() + 2));
  }

  /**
   * Changes of at least this share are ruled out: of the outcome's mean, or as log points for an
   * outcome in logs. With few clusters it is what the bootstrap's interval at twice the size leaves
   * out; NaN where there is none.
   */
  double ruledOut(String outcome, Fit overall) {
    double bound =
        FewClusters.few(Evidence.clusters(overall)) ? drawnBound(outcome) : bound(overall);
    return outcome.equals(HomeQuarters.LOG_STAFF) ? Math.expm1(bound) : bound / mean(outcome);
  }

  private static double bound(Fit overall) {
    Coefficient effect = overall.coefficient(RetailStack.POST);
    return Equivalence.of(List.of(effect), overall.variance().degrees(), SIZE).bound();
  }

  private double drawnBound(String outcome) {
    Coefficient effect = FewClusters.coefficient(overall(outcome, 1 - 2 * SIZE), RetailStack.POST);
    return Math.max(Math.abs(effect.ciLow()), Math.abs(effect.ciHigh()));
  }

  /** The bound as a sentence. */
  static String statement(double ruledOut) {
    return String.format(
        Locale.ROOT,
        "rules out changes above %.1f%% in either direction, at the %.0f%% level",
        100 * ruledOut,
        100 * SIZE);
  }

  /** Mean of an outcome over the stack. */
  double mean(String outcome) {
    return Arrays.stream(stack.numbers(outcome))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
