package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;

/**
 * How separations of care staff answer to what their own home pays. Published: ten percent more pay
 * goes with three points less separation where unobserved differences are held fixed, and with 1 to
 * 1.5 points if they are ignored (Vadean and Saloniki 2023). The first two estimators put these two
 * figures side by side, the pooled one being what is found if unobserved differences are ignored.
 */
public final class SocialcareOwnWage extends EstimateTable {
  /** How it is estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator of own wage",
          "methods 2.6",
          "home_effects",
          "linear, within establishment and within travel-to-work area and cut",
          "pooled",
          "linear, within travel-to-work area and cut: unobserved differences between homes are"
              + " ignored",
          "cre_probit",
          "correlated random effects probit with mean pay of the establishment: average effect",
          "cre_hazard",
          "discrete-time hazard, complementary log-log, tenure in pieces, with mean pay of the"
              + " establishment: average effect",
          "cre_hazard_ratio",
          "the same: log hazard ratio");

  /** What answers to pay. */
  public static final CodeList OUTCOME =
      CodeList.of(
          "outcome of own wage",
          "methods 2.6",
          "separated",
          "not with the employer at the next cut",
          "found_elsewhere",
          "separated, and found at another establishment of ASC-WDS within"
              + " socialcare.workers.found-within months of the cut; of the cuts that extracts"
              + " follow for so long");

  /** Name of the sample. */
  public static final String STAFF = "care staff of care homes, aged 16 to 59, by Kent's rules";

  public static final SocialcareOwnWage TABLE = new SocialcareOwnWage();

  private SocialcareOwnWage() {
    super("socialcare_own_wage", "one row an outcome, sample and estimator");
    outcome.codes(OUTCOME);
    estimator.codes(ESTIMATOR);
    serves("06.13", "separations by own wage, with and without unobserved differences of homes");
    limits(
        "06.13",
        "what a share gone by the next cut says of leavers a year takes the monthly chance to leave"
            + " as the same for all and between cuts; published figures are often the share gone"
            + " after a year, which is less: of 30 leavers a year for each 100 staff, 26");
    limits(
        "06.13",
        "cuts of the COVID months are in, but for the linear models of the sample that names its"
            + " last month");
    limits(
        "06.13",
        "a home alone in its travel-to-work area at a cut tells nothing of what pay does within it,"
            + " yet counts in n_obs and n_clusters: where few homes report, few tell");
  }
}
