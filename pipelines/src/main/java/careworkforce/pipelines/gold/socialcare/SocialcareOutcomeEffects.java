package careworkforce.pipelines.gold.socialcare;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * What staffing of care homes does to their residents, outcome by estimator, sample and measure of
 * labour supply, of which an equation has one. The headline is what ten percentage points more
 * staff turnover do to A&amp;E arrivals ({@link #headline}). Two-stage least squares stands beside
 * least squares and the reduced form on one sample, with home and region-by-month effects, rates
 * weighted by resident-days, clustered by travel-to-work area; with fewer than 30 areas tests and
 * intervals of least squares and two-stage least squares are the wild cluster bootstrap's, and
 * other estimators have none. Whether a home is inspected and how it is rated then stand apart, as
 * inspections answer to risk; homes then count alike, and ratings, of which a home has few, are
 * compared within region and year. What leaves fewer than 20 degrees of freedom, or nothing of the
 * outcome, is not estimated.
 */
public final class SocialcareOutcomeEffects extends EstimateTable {
  public static final SocialcareOutcomeEffects TABLE = new SocialcareOutcomeEffects();

  /** How an effect was estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator",
          "methods 2.8",
          "iv",
          "two-stage least squares: outcome on labour supply, instrumented",
          "ols",
          "least squares: outcome on labour supply",
          "reduced_form",
          "least squares: outcome on the instrument",
          "two_step",
          "the outcome's response to the instrument over that of labour supply in all homes with"
              + " staff, errors of both steps by a bootstrap over areas",
          "ppml",
          "Poisson pseudo-maximum likelihood of the count, offset log resident-months",
          "iv_poisson",
          "the same with a control function of the first stage");

  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument; null without one");
  public final Field outcomeMean =
      field(
          "outcome_mean",
          DataTypes.DoubleType,
          "mean outcome of the observations that the estimate rests on, weighted as it is; of"
              + " Poisson models the rate by resident-days");
  public final Field instrument =
      field("instrument", DataTypes.StringType, "instrument; null without one");
  public final Field effectiveF =
      field("effective_f", DataTypes.DoubleType, "effective F (Montiel Olea and Pflueger 2013)");
  public final Field arP =
      field(
          "ar_p_value",
          DataTypes.DoubleType,
          "Anderson and Rubin's test that the effect is nil, valid however weak the instrument");
  public final Field arLow =
      field("ar_low", DataTypes.DoubleType, "lower end of their 95% set, if an interval");
  public final Field arHigh = field("ar_high", DataTypes.DoubleType, "upper end of it");
  public final Field arShape =
      field(
          "ar_shape",
          DataTypes.StringType,
          "shape of the set: interval, rays, line, empty; with fewer than 30 areas by the wild"
              + " bootstrap, interval or open, or that none is made");

  private SocialcareOutcomeEffects() {
    super(
        "socialcare_outcome_effects",
        "one row an outcome, sample, estimator and measure of labour supply or instrument");
    estimator.codes(ESTIMATOR);
    serves("06.17", "the second step, on the results of the first");
    serves("06.18", "effect of turnover and vacancies on residents, outcome by outcome");
    serves("06.19", "nursing homes apart, residential homes as contrast");
    serves("06.23", "probability of inspection, and rating where inspected");
  }

  /**
   * The three estimates of the headline: arrivals on turnover, and on the outside wage, of the
   * residents of all homes.
   */
  public Column headline() {
    return outcome
        .col()
        .equalTo(lit("arrivals_per_resident_month"))
        .and(sample.col().startsWith("home-months to "))
        .and(sample.col().contains(" by ").equalTo(lit(false)))
        .and(estimator.col().isin("iv", "ols", "reduced_form"))
        .and(term.col().isin("turnover", "log_outside_wage"));
  }
}
