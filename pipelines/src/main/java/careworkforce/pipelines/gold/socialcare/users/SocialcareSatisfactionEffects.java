package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.socialcare.CareEffectTable;
import careworkforce.pipelines.silver.outcomes.satisfaction.CouncilSatisfaction;
import org.apache.spark.sql.types.DataTypes;

/**
 * What turnover in a council's care homes does to what people who live in them say of their care:
 * council and financial year, by stratum the lowest level of the Adult Social Care Survey, within
 * council and within region and year, weighted by respondents and by the months in which homes
 * reported. The headline is of the stratum of older people in residential or nursing care; all
 * adults and the other strata stand beside as contrast, as most of them live at home, where the
 * outside wage reaches them by way of other staff. Councils have few homes with staff records, so
 * that their turnover is measured with error, which pulls least squares towards nil.
 */
public final class SocialcareSatisfactionEffects extends CareEffectTable {
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

  /** The stratum that care homes' turnover is asked about. */
  static final String CARE_HOMES = "3";

  /** Who was asked, the headline's first. */
  public static final CodeList STRATUM =
      CodeList.of(
          "stratum",
          "Adult Social Care Survey; methods 2.8",
          CARE_HOMES,
          "65 and over in residential or nursing care",
          CouncilSatisfaction.ALL,
          "all adults who use care",
          "4",
          "65 and over in the community",
          "2",
          "18 to 64 without learning disability",
          "1",
          "all ages with learning disability");

  public static final SocialcareSatisfactionEffects TABLE = new SocialcareSatisfactionEffects();

  public final Field stratum =
      field("stratum", DataTypes.StringType, "stratum of the survey, or all four together")
          .required()
          .codes(STRATUM);

  /** Name of the sample of a stratum, before its last month. */
  static String sampleOf(String stratum) {
    return STRATUM.labels().getOrDefault(stratum, stratum)
        + ", councils and financial years that begin by ";
  }

  /** Name of the sample of those in care homes, before its last month. */
  public static String careHomes() {
    return sampleOf(CARE_HOMES);
  }

  private SocialcareSatisfactionEffects() {
    super(
        "socialcare_satisfaction_effects",
        "one row a measure of the survey, stratum and estimator of the effect of turnover on it");
    estimator.codes(ESTIMATOR);
    serves("06.21", "effect of turnover on satisfaction and quality of life, by council and year");
  }
}
