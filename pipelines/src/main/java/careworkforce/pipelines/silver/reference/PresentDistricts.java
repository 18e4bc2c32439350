package careworkforce.pipelines.silver.reference;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What {@link DistrictAreas} tells of a district, by the code that a source has for it. */
public final class PresentDistricts {
  private static final DistrictAreas AREAS = DistrictAreas.TABLE;

  private PresentDistricts() {}

  /** A row a code as delivered, with the present district's, under the names given. */
  public static Dataset<Row> of(Dataset<Row> districts, String delivered, String present) {
    return districts.select(AREAS.lad.col().as(delivered), AREAS.present.col().as(present));
  }

  /** A row a code as delivered of a district with an area, with that, under the names given. */
  public static Dataset<Row> areas(Dataset<Row> districts, String delivered, String area) {
    return districts
        .where(AREAS.ttwa.col().isNotNull())
        .select(AREAS.lad.col().as(delivered), AREAS.ttwa.col().as(area));
  }
}
