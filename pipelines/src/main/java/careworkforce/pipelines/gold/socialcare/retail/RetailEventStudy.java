package careworkforce.pipelines.gold.socialcare.retail;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.did.Equivalence;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Saturation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The stacked event study of openings (methods 2.7): {@code y_hst = a_hs + l_st + sum over k of b_k
 * · Treat · 1[t - T_s = k] + e}, clustered by opening; and the mean effect after, by one
 * coefficient in place of the path. It is not {@code StackedEventStudy}'s: homes near an opening
 * are compared with those of the farther ring of the same opening, not with units untreated through
 * the window. A model with an effect for nearly every row is refused, as {@link Saturation} has it.
 *
 * @param stack rows of {@link RetailStack}
 * @param comparison whom homes near are compared with: all of l_st, or those of one area in it
 */
record RetailEventStudy(Frame stack, Comparison comparison) {
  /** Size of the tests behind an equivalence statement. */
  static final double SIZE = 0.05;

  /** What a site and quarter shows, as bits. */
  private static final int COMPARED = 1;

  private static final int NEAR_BEFORE = 2;
  private static final int NEAR_AFTER = 4;

  /** Coefficients by event time. */
  Fit path(String outcome) {
    return fit(Estimate.ols(outcome + " ~ i(event, ref = -1)" + effects(), stack));
  }

  /** The mean effect after opening, against all quarters before. */
  Fit overall(String outcome) {
    return overall(outcome, Coefficient.LEVEL);
  }

  private Fit overall(String outcome, double level) {
    return fit(Estimate.ols(outcome + " ~ post" + effects(), stack).level(level));
  }

  private static Fit fit(Estimate model) {
    return Saturation.none(FewClusters.fit(model.causal(), RetailStack.SITE));
  }

  private String effects() {
    return " | home^site + " + comparison.effect();
  }

  /**
   * The sites that tell of the effect on an outcome: homes near and homes to compare them with are
   * seen in one quarter before the opening, and in one after. The others change no estimate, but
   * count as clusters of a variance that they have no part in, which is then too small (MacKinnon
   * and Webb 2017).
   */
  RetailEventStudy telling(String outcome) {
    int[] site = stack.column(RetailStack.SITE).codes().values();
    int[] area =
        comparison == Comparison.SAME_AREA
            ? stack.column(RetailStack.AREA).codes().values()
            : new int[site.length];
    double[] quarter = stack.numbers(HomeQuarters.QUARTER);
    double[] near = stack.numbers(RetailStack.TREATED);
    double[] post = stack.numbers(RetailStack.POST);
    double[] value = stack.numbers(outcome);
    Map<List<Integer>, Integer> seen = new HashMap<>();
    for (int i = 0; i < site.length; i++) {
      if (Double.isFinite(value[i]) && area[i] >= 0) {
        int row = near[i] == 0 ? COMPARED : post[i] == 0 ? NEAR_BEFORE : NEAR_AFTER;
        seen.merge(List.of(site[i], area[i], (int) quarter[i]), row, (one, other) -> one | other);
      }
    }
    Map<Integer, Integer> sites = new HashMap<>();
    seen.forEach(
        (at, rows) -> {
          if ((rows & COMPARED) != 0) {
            sites.merge(at.get(0), rows, (one, other) -> one | other);
          }
        });
    return new RetailEventStudy(
        stack.where(
            i ->
                Double.isFinite(value[i])
                    && area[i] >= 0
                    && sites.getOrDefault(site[i], 0) == (COMPARED | NEAR_BEFORE | NEAR_AFTER)),
        comparison);
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
