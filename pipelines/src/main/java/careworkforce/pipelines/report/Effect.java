package careworkforce.pipelines.report;

import careworkforce.common.report.Interval;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import org.apache.spark.sql.Row;

/**
 * One estimate of what a change does to A&amp;E arrivals.
 *
 * @param found the estimate, in arrivals a resident-month
 * @param firstStageF of the excluded instrument; NaN where there is none
 * @param outcomeMean arrivals a resident-month in the sample
 */
record Effect(EstimateRow found, double firstStageF, double outcomeMean) {
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;

  static Effect of(Row row) {
    return new Effect(
        EstimateRow.of(EFFECTS, row),
        EstimateRow.number(row, EFFECTS.firstStageF),
        EstimateRow.number(row, EFFECTS.outcomeMean));
  }

  Interval interval(String name) {
    return new Interval(name, found.estimate(), found.low(), found.high());
  }
}
