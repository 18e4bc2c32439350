package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;

import careworkforce.pipelines.bronze.geography.LaCodes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Districts by name. Directories write names of authorities in ways of their own: {@code Bristol}
 * or {@code City of Bristol} for the {@code Bristol, City of} of the codes, {@code &} for {@code
 * and}. A county of several districts is none of them.
 */
public final class DistrictNames {
  private static final LaCodes CODES = LaCodes.TABLE;
  private static final FormerDistricts FORMER = FormerDistricts.TABLE;

  private DistrictNames() {}

  /** A name as it is compared: without case, points, hyphens, and what kind of place it is. */
  public static Column plain(Column name) {
    Column and = regexp_replace(lower(name), "&", " and ");
    Column unpointed = regexp_replace(and, "[.'`’]", "");
    Column words = trim(regexp_replace(unpointed, "[^a-z0-9]+", " "));
    return regexp_replace(words, "^(city of|county of|county) | (city|county) of$", "");
  }

  /**
   * A row a name, plain, with the district that stands for it now, by the latest edition of the
   * codes. A name that the codes do not tell is looked up among former districts.
   */
  public static Dataset<Row> of(
      Dataset<Row> codes, Dataset<Row> former, String name, String district) {
    Dataset<Row> told = named(codes, name).withColumn("by_codes", lit(true));
    Dataset<Row> successors =
        former
            .select(plain(FORMER.former.col()).as("ended"), plain(FORMER.present.col()).as(name))
            .join(named(codes, name), new String[] {name}, "inner")
            .drop(name)
            .withColumnRenamed("ended", name)
            .withColumn("by_codes", lit(false));
    Column best =
        max(struct(col("by_codes"), CODES.period.col(), CODES.ladcdActive.col()))
            .getField(CODES.ladcdActive.name());
    return told.unionByName(successors).groupBy(col(name)).agg(best.as(district));
  }

  private static Dataset<Row> named(Dataset<Row> codes, String name) {
    return codes.select(
        plain(CODES.ladnm.col()).as(name), CODES.period.col(), CODES.ladcdActive.col());
  }
}
