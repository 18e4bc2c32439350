package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.geography.LaCodes;
import careworkforce.pipelines.bronze.geography.TtwaLookup;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Brings codes and the lookup of areas to present districts; the latest edition of each counts. */
@AutoService(Job.class)
public final class DistrictAreasJob implements Transform {
  private static final DistrictAreas AREAS = DistrictAreas.TABLE;
  private static final LaCodes CODES = LaCodes.TABLE;
  private static final TtwaLookup LOOKUP = TtwaLookup.TABLE;

  @Override
  public Table writes() {
    return AREAS;
  }

  @Override
  public List<Table> reads() {
    return List.of(CODES, LOOKUP);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> lookup = inputs.table(LOOKUP);
    Dataset<Row> districts = districts(inputs.table(CODES), lookup);
    return AREAS.select(
        districts.join(
            broadcast(areas(lookup, districts)),
            new String[] {AREAS.present.name()},
            "left_outer"));
  }

  /** A row a code: as the codes have it, else as the present one of another, else as itself. */
  private static Dataset<Row> districts(Dataset<Row> codes, Dataset<Row> lookup) {
    Column latest = max(struct(CODES.period.col(), CODES.ladcdActive.col(), CODES.rgncd.col()));
    Dataset<Row> told =
        codes
            .groupBy(CODES.ladcd.col())
            .agg(latest.as("now"))
            .select(
                CODES.ladcd.col(),
                col("now").getField(CODES.ladcdActive.name()).as(CODES.ladcdActive.name()),
                col("now").getField(CODES.rgncd.name()).as(CODES.rgncd.name()));
    return rows(told, 2, CODES.ladcd.col(), CODES.ladcdActive.col(), CODES.rgncd.col())
        .unionByName(
            rows(told, 1, CODES.ladcdActive.col(), CODES.ladcdActive.col(), CODES.rgncd.col()))
        .unionByName(
            rows(
                lookup,
                0,
                LOOKUP.ladCode.col(),
                LOOKUP.ladCode.col(),
                lit(null).cast(DataTypes.StringType)))
        .groupBy(AREAS.lad.col())
        .agg(max(struct(col("known"), AREAS.present.col(), AREAS.region.col())).as("best"))
        .select(
            AREAS.lad.col(),
            col("best").getField(AREAS.present.name()).as(AREAS.present.name()),
            col("best").getField(AREAS.region.name()).as(AREAS.region.name()));
  }

  private static Dataset<Row> rows(
      Dataset<Row> from, int known, Column district, Column present, Column region) {
    return from.select(
        AREAS.lad.is(district),
        AREAS.present.is(present),
        AREAS.region.is(region),
        lit(known).as("known"));
  }

  /** A row a present district that the lookup tells an area of. */
  private static Dataset<Row> areas(Dataset<Row> lookup, Dataset<Row> districts) {
    Column itself = LOOKUP.ladCode.col().equalTo(AREAS.present.col());
    Column best =
        max(struct(LOOKUP.period.col(), col("itself"), col("of_it"), LOOKUP.ttwaCode.col()));
    return lookup
        .join(
            broadcast(districts.select(AREAS.lad.col().as("told"), AREAS.present.col())),
            LOOKUP.ladCode.col().equalTo(col("told")),
            "inner")
        .groupBy(AREAS.present.col(), LOOKUP.period.col(), LOOKUP.ttwaCode.col())
        .agg(max(itself).as("itself"), count(lit(1)).as("of_it"))
        .groupBy(AREAS.present.col())
        .agg(best.getField(LOOKUP.ttwaCode.name()).as(AREAS.ttwa.name()));
  }
}
