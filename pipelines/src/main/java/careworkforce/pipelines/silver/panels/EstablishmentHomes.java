package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.time.Month;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The home of each establishment, for all of its time: that of the care home location which it told
 * last, so that a location told since that CQC does not list as one leaves it its home. A home has
 * had several where its establishment changed number, as by a sale.
 */
public final class EstablishmentHomes {
  /** The column of the establishment. */
  public static final String REPORTER = "reporter";

  /** The column of the number of the first month of whose staff an establishment tells. */
  public static final String FROM = "tells_from";

  /** The column of the number of the last month of whose staff an establishment tells. */
  public static final String TO = "tells_to";

  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;

  private EstablishmentHomes() {}

  /**
   * One row an establishment that has a home, with {@link #REPORTER} and the home's id.
   *
   * @param establishments rows of {@link AscEstablishments}, of which those that a rule drops count
   *     for nothing
   * @param locations of {@link CareHomeLocations}
   */
  public static Dataset<Row> of(Dataset<Row> establishments, Dataset<Row> locations) {
    return establishments
        .where(
            ESTABLISHMENTS
                .droppedBy
                .col()
                .isNull()
                .and(ESTABLISHMENTS.locationId.col().isNotNull()))
        .join(
            broadcast(locations.select(LOCATIONS.locationId.col(), LOCATIONS.homeId.col())),
            new String[] {LOCATIONS.locationId.name()},
            "inner")
        .groupBy(ESTABLISHMENTS.establishmentId.col().as(REPORTER))
        .agg(
            max(struct(
                    ESTABLISHMENTS.month.col(), LOCATIONS.locationId.col(), LOCATIONS.homeId.col()))
                .getField(LOCATIONS.homeId.name())
                .as(LOCATIONS.homeId.name()));
  }

  /** Rows of establishments that no rule drops, each with {@link #REPORTER} and its home's id. */
  public static Dataset<Row> extracts(Dataset<Row> establishments, Dataset<Row> locations) {
    Dataset<Row> kept = establishments.where(ESTABLISHMENTS.droppedBy.col().isNull());
    return kept.join(
        broadcast(of(kept, locations)),
        ESTABLISHMENTS.establishmentId.col().equalTo(col(REPORTER)),
        "inner");
  }

  /**
   * Establishments with their home, and {@link #FROM} and {@link #TO}.
   *
   * @param extracts of {@link #extracts}
   */
  public static Dataset<Row> reporters(Dataset<Row> extracts) {
    return extracts
        .groupBy(col(REPORTER), LOCATIONS.homeId.col())
        .agg(
            Month.number(min(ESTABLISHMENTS.month.col())).as(FROM),
            Month.number(max(ESTABLISHMENTS.tellsTo())).as(TO))
        .where(col(FROM).leq(col(TO)));
  }
}
