package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Step one of the study: how the outside wage moves staff turnover, within home and within region
 * and month (methods 2.8).
 */
public final class SocialcareFirstStage extends Table {
  public static final SocialcareFirstStage TABLE = new SocialcareFirstStage();

  public final Field instrument = key("instrument", DataTypes.StringType, "excluded instrument");
  public final Field outcome =
      field("outcome", DataTypes.StringType, "the regressor it instruments").required();
  public final Field estimate =
      field("estimate", DataTypes.DoubleType, "turnover a year for one log point of wage")
          .required();
  public final Field stdError =
      field("std_error", DataTypes.DoubleType, "clustered by travel-to-work area").required();
  public final Field ciLow =
      field("ci_low", DataTypes.DoubleType, "lower end of the 95% interval").required();
  public final Field ciHigh =
      field("ci_high", DataTypes.DoubleType, "upper end of the 95% interval").required();
  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument under this variance");
  public final Field effectiveF =
      field("effective_f", DataTypes.DoubleType, "effective F (Montiel Olea and Pflueger 2013)");
  public final Field partialR2 =
      field("partial_r2", DataTypes.DoubleType, "share of turnover it explains, net of effects");
  public final Field observations = field("n_obs", DataTypes.LongType, "home-months").required();
  public final Field clusters =
      field("n_clusters", DataTypes.LongType, "travel-to-work areas").required();
  public final Field formula = field("formula", DataTypes.StringType, "model as fitted").required();
  public final Field variance =
      field("variance", DataTypes.StringType, "kind of variance").required();
  public final Field design =
      field("design", DataTypes.StringType, "causal or association").required();

  private SocialcareFirstStage() {
    super(Layer.GOLD, "socialcare_first_stage", "one row an instrument", Sensitivity.AGGREGATE);
    serves("06.11", "pay in other local jobs and turnover in care homes");
    serves("06.17", "the first of two steps, its strength told");
  }
}
