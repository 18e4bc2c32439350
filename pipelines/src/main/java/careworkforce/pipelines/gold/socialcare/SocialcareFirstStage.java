package careworkforce.pipelines.gold.socialcare;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Step one of the study: how instruments such as the outside wage move turnover, vacancies and
 * staff, within home and within region and month (methods 2.8).
 */
public final class SocialcareFirstStage extends Table {
  public static final SocialcareFirstStage TABLE = new SocialcareFirstStage();

  public final Field instrument = key("instrument", DataTypes.StringType, "excluded instrument");
  public final Field outcome =
      key("outcome", DataTypes.StringType, "the measure of labour supply it instruments");
  public final Field sample =
      key("sample", DataTypes.StringType, "whom and which months it is estimated on");
  public final Field estimate =
      field("estimate", DataTypes.DoubleType, "the measure for one unit of the instrument")
          .required();
  public final Field stdError =
      field("std_error", DataTypes.DoubleType, "clustered by travel-to-work area").required();
  public final Field ciLow =
      field(
          "ci_low",
          DataTypes.DoubleType,
          "lower end of the 95% interval; null if areas are too few to tell one, as the variance"
              + " says");
  public final Field ciHigh =
      field("ci_high", DataTypes.DoubleType, "upper end of the 95% interval; likewise");
  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument under this variance");
  public final Field effectiveF =
      field("effective_f", DataTypes.DoubleType, "effective F (Montiel Olea and Pflueger 2013)");
  public final Field partialR2 =
      field("partial_r2", DataTypes.DoubleType, "share of the measure it explains, net of effects");
  public final Field observations = field("n_obs", DataTypes.LongType, "home-months").required();
  public final Field clusters =
      field("n_clusters", DataTypes.LongType, "travel-to-work areas").required();
  public final Field formula = field("formula", DataTypes.StringType, "model as fitted").required();
  public final Field variance =
      field(
              "variance",
              DataTypes.StringType,
              "kind of variance; with fewer than 30 areas what the interval stands on")
          .required();
  public final Field design =
      field("design", DataTypes.StringType, "causal or association").required();

  private SocialcareFirstStage() {
    super(
        Layer.GOLD,
        "socialcare_first_stage",
        "one row an instrument, measure of labour supply and sample",
        Sensitivity.AGGREGATE);
    serves("06.11", "pay in other local jobs and turnover in care homes");
    serves("06.17", "the first of two steps, its strength told");
  }

  /** The first stage of the headline. */
  public Column headline() {
    return outcome
        .col()
        .equalTo(lit("turnover"))
        .and(instrument.col().equalTo(lit("log_outside_wage")))
        .and(SocialcareSample.isHeadline(sample.col()));
  }
}
