package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The terms that an outside wage index is the sum of. */
public final class OutsideWageTerms {
  private static final OutsideWageIndex INDEX = OutsideWageIndex.TABLE;
  private static final OutsideWageShares SHARES = OutsideWageShares.TABLE;
  private static final OutsideWageShocks SHOCKS = OutsideWageShocks.TABLE;
  private static final Object[] APART = {"47", "86"};

  private OutsideWageTerms() {}

  /**
   * A row an area, year, set of industries and industry: shares beside shocks, of industries whose
   * pay is published in every year both in the region and elsewhere.
   */
  public static Dataset<Row> of(Dataset<Row> shares, Dataset<Row> shocks) {
    String[] industry = {SHOCKS.region.name(), SHOCKS.division.name()};
    Dataset<Row> published =
        shocks.where(
            SHOCKS.logWageElsewhere.col().isNotNull().and(SHOCKS.logWageHere.col().isNotNull()));
    Dataset<Row> years = shocks.agg(countDistinct(SHOCKS.year.col()).as("years"));
    Dataset<Row> complete =
        published
            .groupBy(SHOCKS.region.col(), SHOCKS.division.col())
            .agg(countDistinct(SHOCKS.year.col()).as("published"))
            .crossJoin(broadcast(years))
            .where(col("published").equalTo(col("years")))
            .select(SHOCKS.region.col(), SHOCKS.division.col());
    Column apart = when(SHARES.division.col().isin(APART).equalTo(lit(false)), others());
    return shares
        .join(broadcast(published.join(complete, industry, "inner")), industry, "inner")
        .withColumn(INDEX.destinations.name(), explode(array(lit(OutsideWageIndex.ALL), apart)))
        .where(INDEX.destinations.col().isNotNull());
  }

  private static Column others() {
    return lit(OutsideWageIndex.OTHERS);
  }
}
