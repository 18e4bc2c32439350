package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.InstrumentStrength;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * What pay in other industries does to turnover, starters and numbers of staff of care homes
 * (methods 2.7 and 2.8, aim 1b): home-years with effects of home and of region by year, the sum of
 * exposures times year held fixed, weighted by staff-months, clustered by travel-to-work area. The
 * index of pay in the own region is instrumented by that of pay elsewhere. Beside the errors by
 * area stand those that allow areas of like exposure to move together: Adão, Kolesár and Morales
 * (2019), shocks clustered by industry, and the regression at the level of shocks of Borusyak, Hull
 * and Jaravel (2022), whose shocks are pay by industry, year and region left out, so that its
 * estimate is that of the instrument. Where the instrument is weak, the interval of AKM0 alone
 * stands, which holds without its strength. Where industries are few in effect, the variance of
 * errors by area says so. No row counts home-years that are alone in their home. A sample named
 * "pay by occupation" has pay of the occupations that care staff go to in place of their
 * industries'. An estimate that the sample cannot carry is not there.
 */
public final class SocialcareOutsideOptions extends EstimateTable {
  static final String OLS = "ols";
  static final String REDUCED_FORM = "reduced_form";
  static final String NO_SHARE_CONTROL = "reduced_form_without_share_control";
  static final String IV = "iv";
  static final String IV_AKM = "iv_akm";
  public static final String IV_AKM0 = "iv_akm0";
  static final String IV_SHOCKS = "iv_shock_level";
  static final String JOINT = "joint";
  public static final String JOINT_IV = "joint_iv";
  static final String PRE_TREND = "pre_trend";
  static final String BALANCE = "balance";

  /** Name of the main sample, with which those of its variants begin. */
  public static final String ALL_HOMES = "all homes";

  /** Name of the sample of which every outside option is known. */
  public static final String EVERY_OPTION = ALL_HOMES + ", every option";

  /** How an effect was estimated, or what was tested. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator of outside options",
          "methods 2.7",
          OLS,
          "least squares on pay in the own region",
          REDUCED_FORM,
          "least squares on pay elsewhere, times base-period shares",
          NO_SHARE_CONTROL,
          "the same, the sum of exposures times year not held fixed",
          IV,
          "two-stage least squares: pay in the own region instrumented by pay elsewhere",
          IV_AKM,
          "the same estimate, errors of Adão, Kolesár and Morales",
          IV_AKM0,
          "the same estimate, their interval with the null imposed",
          IV_SHOCKS,
          "the same estimate at the level of industries, years and regions (Borusyak, Hull and Jaravel)",
          JOINT,
          "least squares on pay elsewhere, adverts, predicted NHS openings and stores together",
          JOINT_IV,
          "the same, pay in the own region and NHS openings instrumented by the first and third",
          PRE_TREND,
          "pay elsewhere of the next year beside that of the year: nil if nothing foretells it",
          BALANCE,
          "what homes were before, on pay elsewhere: nil if exposed homes are like others");

  public static final SocialcareOutsideOptions TABLE = new SocialcareOutsideOptions();

  public final Field firstStageF =
      field(
          "first_stage_f",
          DataTypes.DoubleType,
          "F of the instrument, clustered by area; null without one");
  public final Field effectiveF =
      field("effective_f", DataTypes.DoubleType, "effective F (Montiel Olea and Pflueger 2013)");
  public final Field effectiveShocks =
      field(
          "effective_shocks",
          DataTypes.DoubleType,
          "effective number of the industries of the index: 1 / sum s_n², s their exposure weights"
              + " over years; null where the term is no index of industries' pay elsewhere");
  public final Field industries =
      field(
          "n_shocks",
          DataTypes.LongType,
          "industries times years, by region at their level; null by area alone");

  private SocialcareOutsideOptions() {
    super(
        "socialcare_outside_options",
        "one row an outcome, sample, estimator and term of the effect of pay elsewhere");
    estimator.codes(ESTIMATOR);
    serves("06.11", "pay and vacancies in other local jobs on turnover, starters and staff");
    serves("06.10", "stores nearby beside the other outside options");
    serves("06.12", "NHS openings beside the other outside options");
    serves("06.7", "what outside wages do");
    serves("06.13", "effects on leaving");
    serves("06.14", "effects on starters");
    serves("06.15", "effects on worker numbers");
    serves("06.26", "effects by type of provider and of local authority");
    limits(
        "06.10",
        "retail jobs: growth since the first two years of one series of BRES, errors by area alone");
    limits("06.26", "none by single authority: its homes share one area's instrument, one cluster");
  }

  @Override
  protected @Nullable InstrumentStrength strength(Row row) {
    double f = EstimateRow.number(row, effectiveF);
    return Double.isNaN(f) ? null : new InstrumentStrength(f, Double.NaN, Double.NaN, null);
  }
}
