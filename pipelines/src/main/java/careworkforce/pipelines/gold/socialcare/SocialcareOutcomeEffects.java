package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateTable;
import org.apache.spark.sql.types.DataTypes;

/**
 * The headline: what ten percentage points more staff turnover do to A&amp;E arrivals of residents.
 * Two-stage least squares stands beside least squares and the reduced form on one sample, with home
 * and region-by-month effects, weighted by resident-days, clustered by travel-to-work area.
 */
public final class SocialcareOutcomeEffects extends EstimateTable {
  public static final SocialcareOutcomeEffects TABLE = new SocialcareOutcomeEffects();

  /** How an effect was estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator",
          "methods 2.8",
          "iv",
          "two-stage least squares: arrivals on turnover, instrumented by the outside wage",
          "ols",
          "least squares: arrivals on turnover",
          "reduced_form",
          "least squares: arrivals on the outside wage");

  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument; null without one");
  public final Field outcomeMean =
      field("outcome_mean", DataTypes.DoubleType, "mean outcome of the sample, weighted")
          .unit("arrivals a resident-month");

  private SocialcareOutcomeEffects() {
    super(
        "socialcare_outcome_effects", "one row an estimator of the effect of turnover on arrivals");
    estimator.codes(ESTIMATOR);
    serves("06.17", "the second step, on the results of the first");
    serves("06.18", "effect of turnover on arrivals at A&E, with its interval");
  }
}
