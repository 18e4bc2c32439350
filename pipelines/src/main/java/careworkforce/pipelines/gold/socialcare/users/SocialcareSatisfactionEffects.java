package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateTable;
import org.apache.spark.sql.types.DataTypes;

/**
 * What turnover in a council's care homes does to what people who use its care say of it: council
 * and financial year, the lowest level of the Adult Social Care Survey, within council and within
 * region and year, weighted by respondents. Councils have few homes with staff records, so that
 * their turnover is measured with error, which pulls least squares towards nil.
 */
public final class SocialcareSatisfactionEffects extends EstimateTable {
  public static final SocialcareSatisfactionEffects TABLE = new SocialcareSatisfactionEffects();

  /** How an effect was estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator",
          "methods 2.8",
          "iv",
          "two-stage least squares: measure on turnover, instrumented by the outside wage",
          "ols",
          "least squares: measure on turnover",
          "pooled",
          "least squares between councils too, within region and year",
          "reduced_form",
          "least squares: measure on the outside wage");

  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument; null without one");
  public final Field outcomeMean =
      field(
          "outcome_mean",
          DataTypes.DoubleType,
          "mean measure of the councils and years that the estimate rests on, weighted as it is");

  private SocialcareSatisfactionEffects() {
    super(
        "socialcare_satisfaction_effects",
        "one row a measure of the survey and estimator of the effect of turnover on it");
    estimator.codes(ESTIMATOR);
    serves("06.21", "effect of turnover on satisfaction and quality of life, by council and year");
  }
}
