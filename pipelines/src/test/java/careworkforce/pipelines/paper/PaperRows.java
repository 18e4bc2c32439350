package careworkforce.pipelines.paper;

import careworkforce.pipelines.gold.EstimateRow;

/** Rows of estimates for the tests of what papers print. */
final class PaperRows {
  private PaperRows() {}

  static EstimateRow row(
      String sample, String outcome, String estimator, String term, double estimate, double se) {
    boolean causal = !estimator.equals("ols");
    return new EstimateRow(
        outcome,
        sample,
        estimator,
        term,
        "10 percentage points of annual turnover",
        estimate,
        se,
        estimate - 2 * se,
        estimate + 2 * se,
        Math.abs(estimate) > 3 * se ? 0.001 : Math.abs(estimate) > 2 * se ? 0.04 : 0.5,
        1_200,
        81,
        "cluster by ttwa",
        causal ? "causal" : "association",
        causal ? "wages elsewhere" : "who stays is not drawn by lot",
        null);
  }
}
