package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.pipelines.bronze.geography.LaCodes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The district that stands for one now, and its region, by the latest edition of the codes. */
public final class PresentDistricts {
  private static final LaCodes CODES = LaCodes.TABLE;

  private PresentDistricts() {}

  /** A row a district code as delivered, with the present one and the region's. */
  public static Dataset<Row> of(
      Dataset<Row> codes, String delivered, String present, String region) {
    return codes
        .groupBy(CODES.ladcd.col().as(delivered))
        .agg(max(struct(CODES.period.col(), CODES.ladcdActive.col(), CODES.rgncd.col())).as("now"))
        .select(
            col(delivered),
            col("now").getField(CODES.ladcdActive.name()).as(present),
            col("now").getField(CODES.rgncd.name()).as(region));
  }
}
