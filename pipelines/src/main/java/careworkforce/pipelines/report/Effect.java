package careworkforce.pipelines.report;

import careworkforce.common.report.Interval;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import org.apache.spark.sql.Row;

/**
 * One estimate of what a change does to A&amp;E arrivals.
 *
 * @param estimator {@code iv}, {@code ols} or {@code reduced_form}
 * @param per the change, in words
 * @param estimate arrivals a resident-month
 * @param stdError clustered
 * @param low lower end of the 95% interval
 * @param high upper end
 * @param observations home-months
 * @param clusters travel-to-work areas
 * @param firstStageF of the excluded instrument; NaN where there is none
 * @param outcomeMean arrivals a resident-month in the sample
 * @param design {@code causal} or {@code association}
 */
record Effect(
    String estimator,
    String per,
    double estimate,
    double stdError,
    double low,
    double high,
    long observations,
    long clusters,
    double firstStageF,
    double outcomeMean,
    String design) {
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;

  static Effect of(Row row) {
    return new Effect(
        row.getAs(EFFECTS.estimator.name()),
        row.getAs(EFFECTS.per.name()),
        row.<Double>getAs(EFFECTS.estimate.name()),
        row.<Double>getAs(EFFECTS.stdError.name()),
        row.<Double>getAs(EFFECTS.ciLow.name()),
        row.<Double>getAs(EFFECTS.ciHigh.name()),
        row.<Long>getAs(EFFECTS.observations.name()),
        row.<Long>getAs(EFFECTS.clusters.name()),
        Cells.number(row, EFFECTS.firstStageF),
        Cells.number(row, EFFECTS.outcomeMean),
        row.getAs(EFFECTS.design.name()));
  }

  Interval interval(String name) {
    return new Interval(name, estimate, low, high);
  }
}
