package careworkforce.pipelines.silver.exposures.vacancies;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import careworkforce.common.job.Inputs;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageSharesJob;
import careworkforce.pipelines.silver.reference.SocOccupations;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Shares of care leavers by the unit group of SOC2010 that they go to, of the panel that counts.
 * Care work itself, which some leave for outside care homes and home care (for a hospital or an
 * agency), is no outside occupation.
 */
public final class OccupationWeights {
  /** Column of the share. */
  public static final String PI = "pi";

  /** Retail, and nurses and their auxiliaries, have measures of their own. */
  private static final Set<String> MEASURED_APART = Set.of("7111", "7112", "2231", "6141");

  private static final CareDestinations FLOWS = CareDestinations.TABLE;
  private static final SocOccupations SOC = SocOccupations.TABLE;

  private OccupationWeights() {}

  /** A row an occupation, named as asked. */
  public static Dataset<Row> of(Inputs inputs, String occupation) {
    Dataset<Row> care =
        inputs.table(SOC).where(SOC.care.col()).select(SOC.occupation.col().as("of_care"));
    return inputs
        .table(FLOWS)
        .where(FLOWS.panel.col().equalTo(lit(inputs.value(OutsideWageSharesJob.PANEL))))
        .where(FLOWS.kind.col().equalTo(lit(CareDestinations.OCCUPATION)))
        .where(FLOWS.destination.col().notEqual(lit(CareDestinations.OTHER)))
        .join(broadcast(care), FLOWS.destination.col().equalTo(col("of_care")), "left_anti")
        .select(FLOWS.destination.col().as(occupation), FLOWS.pi.col().as(PI));
  }

  /** Whether an occupation counts beside measures of retail and NHS jobs. */
  static Column other(String occupation) {
    return not(col(occupation).isin(MEASURED_APART.toArray()));
  }
}
