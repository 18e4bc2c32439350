package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.cqc.CqcDeactivated;
import careworkforce.pipelines.bronze.cqc.CqcLocations;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes each location as last listed, or as de-activated, and walks the links back to the first of
 * its chain.
 */
@AutoService(Job.class)
public final class CareHomeLocationsJob implements Transform {
  private static final CareHomeLocations HOMES = CareHomeLocations.TABLE;
  private static final CqcLocations CQC = CqcLocations.TABLE;
  private static final CqcDeactivated CLOSED = CqcDeactivated.TABLE;

  static final Setting<Integer> HANDOVER =
      Setting.integer(
          "socialcare.homes.handover",
          "days",
          "most days between the end of one registration and the start of the next at one address",
          0,
          366);

  /** Links followed back; a chain of more registrations than this is cut. */
  private static final int LONGEST_CHAIN = 6;

  private static final String EARLIER = "earlier_of_each";
  private static final String LISTING = "listing";

  @Override
  public Table writes() {
    return HOMES;
  }

  @Override
  public List<Table> reads() {
    return List.of(CQC, CLOSED);
  }

  /** Without the list of de-activated locations, one ends when it is no longer in the directory. */
  @Override
  public List<Table> canLack() {
    return List.of(CLOSED);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(HANDOVER);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> listed = lastListed(inputs.table(CQC), inputs.table(CLOSED));
    Dataset<Row> linked = linked(listed, inputs.value(HANDOVER));
    return HOMES.select(walked(linked));
  }

  /**
   * Each location as the directory had it last, or else as the list of de-activated ones has it.
   */
  private static Dataset<Row> lastListed(Dataset<Row> snapshots, Dataset<Row> deactivated) {
    Dataset<Row> end = snapshots.agg(max(CQC.period.col()).as("last_snapshot"));
    return listings(snapshots)
        .unionByName(closures(deactivated))
        .groupBy(CQC.locationId.col())
        .agg(
            max(col(LISTING)).as("l"),
            min(CQC.locationHscaStartDate.col()).as(HOMES.registeredOn.name()),
            max(CQC.locationHscaEndDate.col()).as("ended"))
        .crossJoin(broadcast(end))
        .select(
            CQC.locationId.col(),
            col("l.*"),
            HOMES.registeredOn.col(),
            coalesce(
                    col("ended"),
                    when(col("l.period").lt(col("last_snapshot")), add_months(col("l.period"), 1)))
                .as(HOMES.deregisteredOn.name()));
  }

  /** The number of an address without noughts before it, so that it is one in every snapshot. */
  private static Column addressNumber(Column delivered) {
    Column number = delivered.try_cast("long");
    return when(number.gt(lit(0L)), number.cast("string"));
  }

  private static Dataset<Row> listings(Dataset<Row> snapshots) {
    Column beds =
        when(CQC.careHomesBeds.col().gt(lit(0)), CQC.careHomesBeds.col())
            .otherwise(CQC.careHomesBedsAtPointLocationDeActivated.col());
    Column listing =
        struct(
            lit(true).as("of_directory"),
            CQC.period.col(),
            CQC.sourceLine.col(),
            beds.as("beds"),
            CQC.serviceTypeCareHomeServiceWithNursing.col().as("nursing"),
            CQC.providerId.col(),
            coalesce(CQC.providerOwnershipType.col(), CQC.providerTypeSector.col()).as("ownership"),
            addressNumber(CQC.locationUprnId.col()).as("uprn"),
            postcode(CQC.locationPostalCode.col()),
            CQC.locationLatitude.col().as("latitude"),
            CQC.locationLongitude.col().as("longitude"),
            CQC.locationRegion.col().as("region"),
            CQC.locationLocalAuthority.col().as("local_authority"),
            CQC.primaryIdDualRegistrationLocations.col().as("primary"),
            CQC.predecessorLocationId.col().as("predecessor"),
            CQC.successorLocationId.col().as("successor"));
    return snapshots
        .where(CQC.careHome.col())
        .select(
            CQC.locationId.col(),
            CQC.locationHscaStartDate.col(),
            CQC.locationHscaEndDate.col(),
            listing.as(LISTING));
  }

  /** Of the newest list, which holds all: one that is no longer on it has been taken back. */
  private static Dataset<Row> closures(Dataset<Row> deactivated) {
    Dataset<Row> newest = deactivated.agg(max(CLOSED.period.col()).as("newest"));
    Column none = lit(null).cast("string");
    Column listing =
        struct(
            lit(false).as("of_directory"),
            CLOSED.period.col(),
            CLOSED.sourceLine.col(),
            CLOSED.beds.col().as("beds"),
            coalesce(CLOSED.nursing.col(), lit(false)).as("nursing"),
            CLOSED.providerId.col(),
            coalesce(CLOSED.providerOwnership.col(), CLOSED.providerSector.col()).as("ownership"),
            addressNumber(CLOSED.uprn.col()).as("uprn"),
            postcode(CLOSED.postcode.col()),
            CLOSED.latitude.col().as("latitude"),
            CLOSED.longitude.col().as("longitude"),
            CLOSED.region.col().as("region"),
            CLOSED.localAuthority.col().as("local_authority"),
            none.as("primary"),
            none.as("predecessor"),
            none.as("successor"));
    return deactivated
        .join(broadcast(newest), CLOSED.period.col().equalTo(col("newest")), "inner")
        .where(CLOSED.careHome.col())
        .select(
            CLOSED.locationId.col(),
            CLOSED.startDate.col(),
            CLOSED.endDate.col(),
            listing.as(LISTING));
  }

  private static Column postcode(Column delivered) {
    return upper(regexp_replace(delivered, " ", "")).as("postcode");
  }

  /** Adds to each location the one before it, by the strongest link there is. */
  private static Dataset<Row> linked(Dataset<Row> locations, int handover) {
    Dataset<Row> successors =
        locations
            .where(col("successor").isNotNull())
            .groupBy(col("successor").as("followed"))
            .agg(min(HOMES.locationId.col()).as("told_by_predecessor"));
    Dataset<Row> same = sameAddress(locations, handover);
    Dataset<Row> beside = besideAnother(locations, handover);
    Column self = HOMES.locationId.col();
    Column dual = coalesce(when(col("primary").notEqual(self), col("primary")), col("beside"));
    Column declared = coalesce(col("predecessor"), col("told_by_predecessor"));
    return locations
        .join(broadcast(successors), self.equalTo(col("followed")), "left_outer")
        .join(broadcast(same), self.equalTo(col("moved_in")), "left_outer")
        .join(broadcast(beside), self.equalTo(col("ended_beside")), "left_outer")
        .withColumn(HOMES.linkedTo.name(), coalesce(dual, declared, col("moved_out")))
        .withColumn(
            HOMES.link.name(),
            when(dual.isNotNull(), lit("dual"))
                .when(declared.isNotNull(), lit("declared"))
                .when(col("moved_out").isNotNull(), lit("same_address"))
                .otherwise(lit("first")));
  }

  /**
   * Locations that the list of de-activated ones alone has, which tells no dual registration, and
   * that stood beside one location of the directory at their address for longer than a handover.
   */
  private static Dataset<Row> besideAnother(Dataset<Row> locations, int handover) {
    Column until = least(ended("closed"), ended("other"));
    Column from = greatest(HOMES.registeredOn.of("closed"), HOMES.registeredOn.of("other"));
    return locations
        .where(not(col("of_directory")))
        .as("closed")
        .join(
            locations.where(col("of_directory")).as("other"),
            HOMES
                .uprn
                .of("closed")
                .equalTo(HOMES.uprn.of("other"))
                .and(datediff(until, from).gt(lit(handover))),
            "inner")
        .groupBy(HOMES.locationId.of("closed").as("ended_beside"))
        .agg(min(HOMES.locationId.of("other")).as("beside"), count(lit(1)).as("others"))
        .where(col("others").equalTo(lit(1L)))
        .drop("others");
  }

  private static Column ended(String location) {
    return coalesce(HOMES.deregisteredOn.of(location), lit(java.sql.Date.valueOf("9999-12-31")));
  }

  private static Dataset<Row> sameAddress(Dataset<Row> locations, int handover) {
    Column days = abs(datediff(HOMES.registeredOn.of("next"), HOMES.deregisteredOn.of("previous")));
    return locations
        .as("next")
        .join(
            locations.as("previous"),
            HOMES
                .uprn
                .of("next")
                .equalTo(HOMES.uprn.of("previous"))
                .and(HOMES.registeredOn.of("previous").lt(HOMES.registeredOn.of("next")))
                .and(days.leq(lit(handover))),
            "inner")
        .groupBy(HOMES.locationId.of("next").as("moved_in"))
        .agg(min(struct(days.as("days"), HOMES.locationId.of("previous").as("id"))).as("nearest"))
        .select(col("moved_in"), col("nearest.id").as("moved_out"));
  }

  /** Follows links back by one map of them all: they are few, and a join a step is dear to plan. */
  private static Dataset<Row> walked(Dataset<Row> locations) {
    Dataset<Row> links =
        locations
            .where(HOMES.linkedTo.col().isNotNull())
            .agg(
                map_from_entries(collect_list(struct(HOMES.locationId.col(), HOMES.linkedTo.col())))
                    .as(EARLIER));
    Column earlier = try_element_at(col(EARLIER), HOMES.homeId.col());
    Dataset<Row> at =
        locations
            .crossJoin(broadcast(links))
            .withColumn(HOMES.homeId.name(), HOMES.locationId.col());
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      at = at.withColumn(HOMES.homeId.name(), coalesce(earlier, HOMES.homeId.col()));
    }
    return at;
  }
}
