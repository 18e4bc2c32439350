package careworkforce.pipelines.silver.exposures.minimumwage;

import static org.apache.spark.sql.functions.broadcast;

import careworkforce.common.job.Inputs;
import careworkforce.pipelines.silver.panels.CareHomes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Bites of the minimum wage under the care homes that their establishments run. */
public final class HomeBites {
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private static final CareHomes H = CareHomes.TABLE;

  private HomeBites() {}

  /** Rows of {@link MinimumWageBite}, one a home and month, with the home beside. */
  public static Dataset<Row> of(Inputs inputs) {
    return inputs
        .table(B)
        .join(
            broadcast(inputs.table(H).select(H.homeId.col(), H.establishmentId.col())),
            new String[] {B.establishmentId.name()},
            "inner");
  }
}
