package careworkforce.pipelines.gold.socialcare.minimumwage;

import careworkforce.pipelines.gold.EstimateTable;

/**
 * How homes change around rises of the minimum wage by how far each rise reaches into their pay
 * (methods 2.8, NLW bite): the change from the year before a rise to the year after, regressed on
 * {@code GAP} of {@link careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite},
 * within region and rise. Beside each stands the same of the change between the two years before
 * the rise, which the rise cannot have brought about: how low payers change anyway.
 */
public final class SocialcareMinimumWage extends EstimateTable {
  public static final SocialcareMinimumWage TABLE = new SocialcareMinimumWage();

  private SocialcareMinimumWage() {
    super("socialcare_minimum_wage", "one row an outcome, sample, estimator and term");
    serves("06.11", "changes of homes where rises of the pay floor bite, before and after");
    serves("06.13", "change in turnover where rises of the pay floor bite");
    serves("06.14", "change in starters where rises of the pay floor bite");
    serves("06.15", "change in staff where rises of the pay floor bite");
  }
}
