package careworkforce.pipelines.gold.socialcare.minimumwage;

import careworkforce.pipelines.gold.EstimateTable;

/**
 * How homes change around rises of the minimum wage by how far each rise reaches into their pay
 * (methods 2.8, NLW bite): the change from the year before a rise to the year after, regressed on
 * {@code GAP} of {@link careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite},
 * within region and rise. Beside each stands the same of the change between the two years before
 * the rise, which the rise cannot have brought about: how low payers change anyway. That is no test
 * for pay, whose level before the rise the bite is made of. Rises whose year ends after {@code
 * socialcare.sample.last-month}, the last before COVID (methods 2.8), are left out.
 */
public final class SocialcareMinimumWage extends EstimateTable {
  public static final SocialcareMinimumWage TABLE = new SocialcareMinimumWage();

  private SocialcareMinimumWage() {
    super("socialcare_minimum_wage", "one row an outcome, sample, estimator and term");
    serves("06.11", "changes of homes where rises of the pay floor bite, before and after");
    limits(
        "06.11",
        "a rise is left out that another follows within twelve months, as October 2015 by April"
            + " 2016, whose year before has the former in it");
    limits(
        "06.11",
        "bite and the pay before a rise are of the same cut: what it tells amiss raises the change"
            + " of log pay after the rise and lowers the one before");
    serves("06.13", "change in turnover where rises of the pay floor bite");
    serves("06.14", "change in starters where rises of the pay floor bite");
    serves("06.15", "change in staff where rises of the pay floor bite");
  }
}
