package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The headline: what ten percentage points more staff turnover do to A&amp;E arrivals of residents.
 * Two-stage least squares stands beside least squares and the reduced form on one sample, with home
 * and region-by-month effects, weighted by resident-days, clustered by travel-to-work area.
 */
public final class SocialcareOutcomeEffects extends Table {
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

  public final Field estimator =
      key("estimator", DataTypes.StringType, "iv, ols or reduced_form").codes(ESTIMATOR);
  public final Field outcome = field("outcome", DataTypes.StringType, "outcome").required();
  public final Field per =
      field("per", DataTypes.StringType, "the change that the estimate answers to").required();
  public final Field estimate =
      field("estimate", DataTypes.DoubleType, "change of the outcome")
          .unit("arrivals a resident-month")
          .required();
  public final Field stdError =
      field("std_error", DataTypes.DoubleType, "clustered by travel-to-work area").required();
  public final Field ciLow =
      field("ci_low", DataTypes.DoubleType, "lower end of the 95% interval").required();
  public final Field ciHigh =
      field("ci_high", DataTypes.DoubleType, "upper end of the 95% interval").required();
  public final Field observations = field("n_obs", DataTypes.LongType, "home-months").required();
  public final Field clusters =
      field("n_clusters", DataTypes.LongType, "travel-to-work areas").required();
  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument; null without one");
  public final Field outcomeMean =
      field("outcome_mean", DataTypes.DoubleType, "mean outcome of the sample, weighted")
          .unit("arrivals a resident-month");
  public final Field design =
      field("design", DataTypes.StringType, "causal or association").required();
  public final Field variance =
      field("variance", DataTypes.StringType, "kind of variance").required();
  public final Field formula = field("formula", DataTypes.StringType, "model as fitted").required();
  public final Field outcomesVersion =
      field("home_outcome_months_version", DataTypes.LongType, "version read").required();
  public final Field staffVersion =
      field("home_months_version", DataTypes.LongType, "version read").required();
  public final Field homesVersion =
      field("care_homes_version", DataTypes.LongType, "version read").required();
  public final Field wagesVersion =
      field("outside_wage_months_version", DataTypes.LongType, "version read").required();

  private SocialcareOutcomeEffects() {
    super(
        Layer.GOLD,
        "socialcare_outcome_effects",
        "one row an estimator of the effect of turnover on arrivals",
        Sensitivity.AGGREGATE);
    serves("06.17", "the second step, on the results of the first");
    serves("06.18", "effect of turnover on arrivals at A&E, with its interval");
    serves("03.26", "every row says causal or association");
  }
}
