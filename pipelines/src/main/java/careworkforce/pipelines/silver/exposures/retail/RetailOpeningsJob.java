package careworkforce.pipelines.silver.exposures.retail;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.storeopenings.StoreOpenings;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.reference.Distance;
import com.google.auto.service.AutoService;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Pairs homes and sites by cells of a grid; a later delivery of a site corrects an earlier one. */
@AutoService(Job.class)
public final class RetailOpeningsJob implements Transform {
  private static final RetailOpenings OPENINGS = RetailOpenings.TABLE;
  private static final StoreOpenings STORES = StoreOpenings.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;

  public static final Setting<Integer> NEAR = radius("near-km", "main");
  static final Setting<Integer> WIDE = radius("wide-km", "wider");

  private static Setting<Integer> radius(String name, String which) {
    return Setting.integer(
        "socialcare.retail." + name, "km", "the " + which + " radius of openings nearby", 1, 50);
  }

  /** The settings of the radii. */
  public static List<Setting<?>> radii() {
    return List.of(NEAR, WIDE);
  }

  /** The radii in kilometres, each once. */
  public static List<Integer> radii(Inputs inputs) {
    return Stream.of(NEAR, WIDE).map(inputs::value).distinct().sorted().toList();
  }

  @Override
  public Table writes() {
    return OPENINGS;
  }

  @Override
  public List<Table> reads() {
    return List.of(STORES, HOMES);
  }

  @Override
  public List<Setting<?>> settings() {
    return radii();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    List<Integer> wanted = radii(inputs);
    double width = (double) RetailOpenings.OUTER * Collections.max(wanted);
    Column radii = array(wanted.stream().map(km -> lit(km)).toArray(Column[]::new));
    Column radius = OPENINGS.radius.col();
    return OPENINGS.select(
        located(inputs.table(HOMES), width)
            .join(
                broadcast(around(latest(inputs.table(STORES)), width)),
                new String[] {"row", "column"},
                "inner")
            .withColumn(
                OPENINGS.distance.name(),
                Distance.kilometres(
                    HOMES.latitude.col(), HOMES.longitude.col(), col("north"), col("east")))
            .withColumn(OPENINGS.radius.name(), explode(radii))
            .where(OPENINGS.distance.col().leq(radius.multiply(lit(RetailOpenings.OUTER))))
            .withColumn(
                OPENINGS.ring.name(),
                when(OPENINGS.distance.col().leq(radius), lit("treated"))
                    .otherwise(lit("control"))));
  }

  private static Dataset<Row> latest(Dataset<Row> stores) {
    Column told =
        struct(
            STORES.period.col(),
            STORES.sourceLine.col(),
            STORES.openedOn.col(),
            STORES.kind.col(),
            STORES.jobs.col(),
            STORES.latitude.col().as("north"),
            STORES.longitude.col().as("east"));
    return stores
        .groupBy(STORES.siteId.col())
        .agg(max(told).as("told"))
        .select(STORES.siteId.col(), col("told.*"));
  }

  private static Dataset<Row> located(Dataset<Row> homes, double width) {
    return homes
        .where(HOMES.located())
        .select(
            HOMES.homeId.col(),
            HOMES.ttwa.col(),
            HOMES.latitude.col(),
            HOMES.longitude.col(),
            Distance.row(HOMES.latitude.col(), width).as("row"),
            Distance.column(HOMES.longitude.col(), width).as("column"));
  }

  /** Sites, once for their cell and each of the eight about it. */
  private static Dataset<Row> around(Dataset<Row> sites, double width) {
    return sites
        .withColumn("row", Distance.around(Distance.row(col("north"), width)))
        .withColumn("column", Distance.around(Distance.column(col("east"), width)));
  }
}
