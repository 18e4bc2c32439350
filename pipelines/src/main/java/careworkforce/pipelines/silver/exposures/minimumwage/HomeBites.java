package careworkforce.pipelines.silver.exposures.minimumwage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.EstablishmentHomes;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Bites of the minimum wage under care homes: of all workers whom a home's establishments tell. */
public final class HomeBites {
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;

  private HomeBites() {}

  /** Tables that bites of homes are read from. */
  public static List<Table> tables() {
    return List.of(B, ESTABLISHMENTS, LOCATIONS);
  }

  /**
   * One row a home and month, with the columns of {@link MinimumWageBite} that tell of hours and
   * pay.
   */
  public static Dataset<Row> of(Inputs inputs) {
    return inputs
        .table(B)
        .join(
            broadcast(EstablishmentHomes.of(inputs.table(ESTABLISHMENTS), inputs.table(LOCATIONS))),
            B.establishmentId.col().equalTo(col(EstablishmentHomes.REPORTER)),
            "inner")
        .groupBy(LOCATIONS.homeId.col(), B.month.col(), B.rise.col())
        .agg(all(B.hours), all(B.wageBill), all(B.shortfall))
        .withColumn(B.bite.name(), B.share());
  }

  private static Column all(Field told) {
    return sum(told.col()).cast(told.type()).as(told.name());
  }
}
