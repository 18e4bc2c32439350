package careworkforce.pipelines.gold.socialcare;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.CodeList;
import org.apache.spark.sql.Column;

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
public final class SocialcareOutcomeEffects extends CareEffectTable {
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
          "the same with a control function of the first stage, on the rows that Poisson keeps");

  public static final SocialcareOutcomeEffects TABLE = new SocialcareOutcomeEffects();

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
        .and(SocialcareSample.isHeadline(sample.col()))
        .and(estimator.col().isin("iv", "ols", "reduced_form"))
        .and(term.col().isin("turnover", "log_outside_wage"));
  }
}
