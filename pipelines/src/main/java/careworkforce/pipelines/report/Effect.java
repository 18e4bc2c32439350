package careworkforce.pipelines.report;

import careworkforce.common.report.Interval;

/**
 * One estimate of what ten percentage points more turnover do to A&E arrivals.
 *
 * @param estimator {@code iv}, {@code ols} or {@code reduced_form}
 * @param estimate arrivals a resident-month
 * @param stdError clustered
 * @param low lower end of the 95% interval
 * @param high upper end
 * @param observations home-months
 * @param clusters travel-to-work areas
 * @param firstStageF of the excluded instrument; NaN where there is none
 * @param design {@code causal} or {@code association}
 */
record Effect(
    String estimator,
    double estimate,
    double stdError,
    double low,
    double high,
    long observations,
    long clusters,
    double firstStageF,
    String design) {

  Interval interval(String name) {
    return new Interval(name, estimate, low, high);
  }
}
