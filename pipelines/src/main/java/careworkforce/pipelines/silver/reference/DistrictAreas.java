package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.pipelines.bronze.geography.TtwaLookup;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The travel-to-work area that most of a district lies in, by the latest edition of the lookup. */
public final class DistrictAreas {
  private static final TtwaLookup LOOKUP = TtwaLookup.TABLE;

  private DistrictAreas() {}

  /** A row a district, its code and its area's under the names given. */
  public static Dataset<Row> of(Dataset<Row> lookup, String district, String area) {
    return lookup
        .groupBy(LOOKUP.ladCode.col().as(district))
        .agg(
            max(struct(LOOKUP.period.col(), LOOKUP.ttwaCode.col()))
                .getField(LOOKUP.ttwaCode.name())
                .as(area));
  }
}
