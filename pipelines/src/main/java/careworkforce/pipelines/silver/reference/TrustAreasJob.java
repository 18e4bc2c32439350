package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.geography.TrustDistricts;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Looks up the area of each trust's district; the latest edition of each list counts. */
@AutoService(Job.class)
public final class TrustAreasJob implements Transform {
  private static final TrustAreas AREAS = TrustAreas.TABLE;
  private static final TrustDistricts DISTRICTS = TrustDistricts.TABLE;

  @Override
  public Table writes() {
    return AREAS;
  }

  @Override
  public List<Table> reads() {
    return List.of(DISTRICTS, DistrictAreas.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> known = inputs.table(DistrictAreas.TABLE);
    String[] lad = {AREAS.lad.name()};
    return AREAS.select(
        districts(inputs.table(DISTRICTS))
            .join(
                broadcast(PresentDistricts.of(known, lad[0], AREAS.present.name())),
                lad,
                "left_outer")
            .join(
                broadcast(PresentDistricts.areas(known, lad[0], AREAS.ttwa.name())),
                lad,
                "left_outer"));
  }

  private static Dataset<Row> districts(Dataset<Row> delivered) {
    return delivered
        .groupBy(DISTRICTS.organisationCode.col().as(AREAS.organisation.name()))
        .agg(
            max(struct(DISTRICTS.period.col(), DISTRICTS.ladCode.col()))
                .getField(DISTRICTS.ladCode.name())
                .as(AREAS.lad.name()));
  }
}
