package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.commuting.CommutingFlows;
import careworkforce.pipelines.bronze.geography.LsoaLookup;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.panels.CareHomes;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Makes the three links, each scaled to sum to one. */
@AutoService(Job.class)
public final class AreaLinksJob implements Transform {
  private static final AreaLinks LINKS = AreaLinks.TABLE;
  private static final CommutingFlows FLOWS = CommutingFlows.TABLE;
  private static final LsoaLookup LSOAS = LsoaLookup.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final String PLACE = "place";
  private static final double DECAY_KM = 15;
  private static final double FARTHEST_KM = 60;

  @Override
  public Table writes() {
    return LINKS;
  }

  @Override
  public List<Table> reads() {
    return List.of(FLOWS, LSOAS, DISTRICTS, HOMES);
  }

  /** Flows between districts need no lookup of smaller areas. */
  @Override
  public List<Table> canLack() {
    return List.of(LSOAS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> areas =
        PresentDistricts.areas(inputs.table(DISTRICTS), "district", LINKS.area.name())
            .select(LINKS.area.col())
            .distinct();
    Dataset<Row> itself =
        areas.select(LINKS.area.col(), LINKS.linked.is(LINKS.area.col()), lit(1.0).as("size"));
    return LINKS.select(
        linked(itself, AreaLinks.TTWA)
            .unionByName(
                linked(
                    commuting(
                        inputs.table(FLOWS), places(inputs.table(LSOAS), inputs.table(DISTRICTS))),
                    AreaLinks.COMMUTING))
            .unionByName(linked(near(inputs.table(HOMES)), AreaLinks.DISTANCE)));
  }

  private static Dataset<Row> linked(Dataset<Row> sizes, String link) {
    Column all = ExactTerms.sum(col("size"), Window.partitionBy(LINKS.area.col()));
    return sizes
        .withColumn(LINKS.link.name(), lit(link))
        .withColumn(LINKS.weight.name(), col("size").divide(all))
        .select(LINKS.link.col(), LINKS.area.col(), LINKS.linked.col(), LINKS.weight.col());
  }

  /** The area of each district, and of each middle layer super output area by its district's. */
  private static Dataset<Row> places(Dataset<Row> lsoas, Dataset<Row> districts) {
    Dataset<Row> areas = PresentDistricts.areas(districts, PLACE, LINKS.area.name());
    Dataset<Row> within =
        lsoas
            .groupBy(LSOAS.msoa11Code.col())
            .agg(max(struct(LSOAS.period.col(), LSOAS.ladCode.col())).as("latest"))
            .select(LSOAS.msoa11Code.col(), col("latest.*"))
            .join(broadcast(areas), LSOAS.ladCode.col().equalTo(col(PLACE)), "inner")
            .select(LSOAS.msoa11Code.col().as(PLACE), LINKS.area.col());
    return areas.unionByName(within);
  }

  private static Dataset<Row> commuting(Dataset<Row> flows, Dataset<Row> places) {
    Dataset<Row> last = flows.agg(max(FLOWS.period.col()).as("last_census"));
    Dataset<Row> latest =
        flows
            .join(broadcast(last), FLOWS.period.col().equalTo(col("last_census")), "inner")
            .groupBy(FLOWS.residence.col(), FLOWS.workplace.col())
            .agg(max(FLOWS.workers.col()).as(FLOWS.workers.name()));
    return latest
        .join(
            broadcast(places.withColumnRenamed(PLACE, FLOWS.residence.name())),
            new String[] {FLOWS.residence.name()},
            "inner")
        .join(
            broadcast(
                places.select(
                    col(PLACE).as(FLOWS.workplace.name()), LINKS.linked.is(LINKS.area.col()))),
            new String[] {FLOWS.workplace.name()},
            "inner")
        .groupBy(LINKS.area.col(), LINKS.linked.col())
        .agg(sum(FLOWS.workers.col()).cast("double").as("size"));
  }

  /** Pairs of areas, few enough for each to meet each. */
  private static Dataset<Row> near(Dataset<Row> homes) {
    Dataset<Row> centres =
        homes
            .where(HOMES.ttwa.col().isNotNull().and(HOMES.latitude.col().isNotNull()))
            .groupBy(HOMES.ttwa.col().as(LINKS.area.name()))
            .agg(
                ExactTerms.mean(HOMES.latitude.col()).as("north"),
                ExactTerms.mean(HOMES.longitude.col()).as("east"));
    Dataset<Row> others =
        centres.select(
            LINKS.linked.is(LINKS.area.col()), col("north").as("north2"), col("east").as("east2"));
    return centres
        .crossJoin(broadcast(others))
        .withColumn(
            "km", Distance.kilometres(col("north"), col("east"), col("north2"), col("east2")))
        .where(col("km").leq(lit(FARTHEST_KM)))
        .withColumn("size", exp(col("km").divide(lit(-DECAY_KM))));
  }
}
