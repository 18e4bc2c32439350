package careworkforce.pipelines.gold.socialcare;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Step one of the study: how instruments such as the outside wage move turnover, vacancies and
 * staff, within home and within region and month (methods 2.8). The outcome is the measure of
 * labour supply, the term the instrument.
 */
public final class SocialcareFirstStage extends CareEffectTable {
  /** How the first stage is estimated. */
  public static final String FIRST_STAGE = "first_stage";

  public static final SocialcareFirstStage TABLE = new SocialcareFirstStage();

  public final Field partialR2 =
      field("partial_r2", DataTypes.DoubleType, "share of the measure it explains, net of effects");

  private SocialcareFirstStage() {
    super("socialcare_first_stage", "one row a measure of labour supply, sample and instrument");
    estimator.codes(
        CodeList.of(
            "estimator of the first stage",
            "methods 2.8",
            FIRST_STAGE,
            "least squares: measure of labour supply on the instrument"));
    serves("06.11", "pay in other local jobs and turnover in care homes");
    serves("06.17", "the first of two steps, its strength told");
  }

  /** The first stage of the headline. */
  public Column headline() {
    return outcome
        .col()
        .equalTo(lit("turnover"))
        .and(term.col().equalTo(lit("log_outside_wage")))
        .and(SocialcareSample.isHeadline(sample.col()));
  }
}
