package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateTable;
import org.apache.spark.sql.types.DataTypes;

/**
 * Elasticities of separation to pay, and from them that of the sector's employment by the dynamic
 * monopsony formula {@code -2 (e_S - th e_in) / (1 - th)} (methods 2.6). Published: one percent
 * more pay goes with about 2 percent more employment in care homes and about 5 in home care, whose
 * hourly pay is unreliable (ascru.nihr.ac.uk). Elasticities are effects within establishment, and
 * within travel-to-work area and cut (region and cut in home care, whose areas are not known), over
 * mean rates. Moves to other care employers are those found at one within {@code
 * socialcare.workers.found-within} months of the cut, and all elasticities are of the cuts that
 * extracts follow for so long. They are seen where both report, so that they are counted once for
 * each {@code socialcare.elasticities.coverage} of the sector; separations out of the sector are
 * all others, and no exit is observed. Where nobody is found, or chance or a coverage set too low
 * makes more go to other care employers than separate, that of separation alone is told.
 */
public final class SocialcareElasticities extends EstimateTable {
  /** What answers to pay. */
  public static final CodeList OUTCOME =
      CodeList.of(
          "elasticity",
          "methods 2.6",
          "separation",
          "e_S, of all separations",
          "to_care",
          "e_in, of separations to other care employers, where found within"
              + " socialcare.workers.found-within months of the cut",
          "out_of_care",
          "e_out, of separations out of the sector, derived",
          "employment",
          "of the sector's employment, derived: -2 e_out");

  public static final SocialcareElasticities TABLE = new SocialcareElasticities();

  public final Field shareToCare =
      field(
              "share_to_care",
              DataTypes.DoubleType,
              "th, share of separations found with other care employers within"
                  + " socialcare.workers.found-within months of the cut, by coverage; all rows are"
                  + " of cuts followed for so long")
          .required();

  private SocialcareElasticities() {
    super("socialcare_elasticities", "one row an elasticity and kind of service");
    outcome.codes(OUTCOME);
    serves("06.13", "elasticity of separation to own wage, by care homes and home care");
    limits(
        "06.13",
        "a home alone in its travel-to-work area at a cut tells nothing of what pay does within it,"
            + " yet counts in n_obs and n_clusters: where few homes report, few tell");
    limits(
        "06.13",
        "who takes longer than socialcare.workers.found-within months to be found with another care"
            + " employer counts as out of the sector");
    limits("06.13", "months of COVID are in: staff are those of all extracts");
    serves("06.15", "elasticity of employment to the wage, by dynamic monopsony");
  }
}
