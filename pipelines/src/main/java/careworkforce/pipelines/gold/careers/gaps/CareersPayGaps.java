package careworkforce.pipelines.gold.careers.gaps;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.silver.person.EsrPersonMonths;

/**
 * Gaps in log hourly pay between women and men and between ethnic minorities and white staff, in
 * one month: unadjusted first, then split into what goes with traits and what does not
 * (Kitagawa-Oaxaca-Blinder), without and with occupation group and band; and the gap had the two
 * groups moved between occupation groups at equal rates in the last year (methods 2.5). Trusts hold
 * both groups: the variance of a gap and its parts is of influences summed by trust over both, with
 * the factor G/(G-1), and t has G - 1 degrees. Under 30 trusts t promises too much: test and
 * interval are then by a wild cluster bootstrap of what each trust adds.
 */
public final class CareersPayGaps extends EstimateTable {
  /** How a gap was estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator of gaps",
          "methods 2.5",
          "unadjusted",
          "difference of means",
          "without occupation",
          "twofold decomposition by age, tenure and region, at the other group's coefficients;"
              + " staff at a level of one of them at which either group has under five are left"
              + " out, of its gap too",
          "with occupation",
          "the same, by occupation group and band as well: staff of a group and band in"
              + " which either has under five are left out, of its gap too",
          "equal move rates",
          "what the gap, or the first group's share of an occupation group, would change by had"
              + " both moved at the rates of the two together in the last year: of staff at work in"
              + " both of its Septembers; a move brings either group the mean gain of both groups'"
              + " movers");

  public static final CareersPayGaps TABLE = new CareersPayGaps();

  private CareersPayGaps() {
    super("careers_pay_gaps", "one row a pair of groups, estimator and part of the gap");
    estimator.codes(ESTIMATOR);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.21", "gaps of hourly pay by sex and ethnicity, and their change by equal moving");
    limits(
        "03.21",
        "with occupation, those in jobs with under five of either group are left out; equal moving"
            + " is of the last year alone, so that what moves of earlier years brought stays in the"
            + " gap, and movers' gains are the same for both groups");
    serves(
        "03.20",
        "change of the share of women and minorities in each occupation group by equal moving");
  }
}
