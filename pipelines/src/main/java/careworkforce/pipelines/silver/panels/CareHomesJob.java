package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.geography.LaCodes;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.DistrictNames;
import careworkforce.pipelines.silver.reference.FormerDistricts;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Folds each chain of locations into one home and adds its area and establishment. */
@AutoService(Job.class)
public final class CareHomesJob implements Transform {
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final LaCodes AUTHORITIES = LaCodes.TABLE;
  private static final FormerDistricts FORMER = FormerDistricts.TABLE;
  private static final DistrictAreas AREAS = DistrictAreas.TABLE;

  @Override
  public Table writes() {
    return HOMES;
  }

  @Override
  public List<Table> reads() {
    return List.of(LOCATIONS, ESTABLISHMENTS, AUTHORITIES, FORMER, AREAS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> locations = inputs.table(LOCATIONS);
    Dataset<Row> homes = folded(locations);
    return HOMES.select(
        withDistrict(
                homes.join(
                    broadcast(establishments(inputs.table(ESTABLISHMENTS), locations)),
                    HOMES.homeId.col().equalTo(col("staffed_home")),
                    "left_outer"),
                inputs)
            .join(
                broadcast(
                    PresentDistricts.areas(inputs.table(AREAS), "area_lad", HOMES.ttwa.name())),
                HOMES.lad.col().equalTo(col("area_lad")),
                "left_outer"));
  }

  /**
   * Adds the district that the authority is; of a county, which is none, the district that the
   * home's establishment tells.
   */
  private static Dataset<Row> withDistrict(Dataset<Row> homes, Inputs inputs) {
    Dataset<Row> placed = named(homes, HOMES.localAuthority.col(), "of_authority", inputs);
    return named(placed, ESTABLISHMENTS.district.col(), "of_establishment", inputs)
        .withColumn(HOMES.lad.name(), coalesce(col("of_authority"), col("of_establishment")));
  }

  private static Dataset<Row> named(
      Dataset<Row> homes, Column name, String district, Inputs inputs) {
    Dataset<Row> names =
        DistrictNames.of(
            inputs.table(AUTHORITIES), inputs.table(FORMER), district + "_name", district);
    return homes.join(
        broadcast(names), DistrictNames.plain(name).equalTo(col(district + "_name")), "left_outer");
  }

  /** The latest registration that is not the second of two speaks for the home. */
  private static Dataset<Row> folded(Dataset<Row> locations) {
    Column latest =
        struct(
            when(LOCATIONS.link.col().equalTo(lit("dual")), lit(0)).otherwise(lit(1)).as("counts"),
            LOCATIONS.registeredOn.col(),
            LOCATIONS.locationId.col(),
            LOCATIONS.beds.col(),
            LOCATIONS.nursing.col(),
            LOCATIONS.ownership.col(),
            LOCATIONS.providerId.col(),
            LOCATIONS.uprn.col(),
            LOCATIONS.postcode.col(),
            LOCATIONS.latitude.col(),
            LOCATIONS.longitude.col(),
            LOCATIONS.region.col(),
            LOCATIONS.localAuthority.col().as(HOMES.localAuthority.name()));
    Column closed =
        when(
            count_if(LOCATIONS.deregisteredOn.col().isNull()).equalTo(lit(0L)),
            max(LOCATIONS.deregisteredOn.col()));
    return locations
        .groupBy(LOCATIONS.homeId.col())
        .agg(
            max(latest).as("l"),
            count(lit(1)).as(HOMES.locations.name()),
            min(LOCATIONS.registeredOn.col()).as(HOMES.openedOn.name()),
            closed.as(HOMES.closedOn.name()))
        .select(
            HOMES.homeId.col(),
            HOMES.locations.col(),
            HOMES.openedOn.col(),
            HOMES.closedOn.col(),
            col("l.*"));
  }

  private static Dataset<Row> establishments(Dataset<Row> reports, Dataset<Row> locations) {
    return reports
        .as("e")
        .where(ESTABLISHMENTS.droppedBy.col().isNull())
        .join(
            broadcast(locations.as("l")),
            ESTABLISHMENTS.locationId.of("e").equalTo(LOCATIONS.locationId.of("l")),
            "inner")
        .groupBy(LOCATIONS.homeId.of("l").as("staffed_home"))
        .agg(
            max(struct(
                    ESTABLISHMENTS.month.of("e"),
                    ESTABLISHMENTS.establishmentId.of("e"),
                    ESTABLISHMENTS.district.of("e")))
                .as("last"))
        .select(
            col("staffed_home"),
            col("last")
                .getField(ESTABLISHMENTS.establishmentId.name())
                .as(HOMES.establishmentId.name()),
            col("last")
                .getField(ESTABLISHMENTS.district.name())
                .as(ESTABLISHMENTS.district.name()));
  }
}
