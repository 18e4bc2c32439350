package careworkforce.pipelines.gold.socialcare.destinations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Cells too small to be shown, made into one. A threshold of 10 is that of trusted research
 * environments (disclosure 4.1).
 */
final class SmallCells {
  private static final SocialcareDestinations OUT = SocialcareDestinations.TABLE;

  private SmallCells() {}

  /**
   * The same cells, small ones under the name of the pool. Where the small are together still fewer
   * than the threshold the next in size joins them: else their sum could be found as the rest.
   */
  static Dataset<Row> pooled(Dataset<Row> cells, int least) {
    WindowSpec smaller =
        Window.partitionBy(OUT.source.col(), OUT.kind.col())
            .orderBy(OUT.respondents.col(), OUT.destination.col())
            .rowsBetween(Window.unboundedPreceding(), -1);
    Column before = coalesce(sum(OUT.respondents.col()).over(smaller), lit(0L));
    Column small =
        OUT.respondents.col().lt(lit(least)).or(before.gt(lit(0L)).and(before.lt(lit(least))));
    return cells
        .withColumn("is_small", small)
        .withColumn(
            OUT.destination.name(),
            when(col("is_small"), lit(SocialcareDestinations.POOLED))
                .otherwise(OUT.destination.col()))
        .drop("is_small");
  }
}
