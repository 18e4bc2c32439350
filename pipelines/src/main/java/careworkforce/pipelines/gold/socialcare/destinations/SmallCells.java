package careworkforce.pipelines.gold.socialcare.destinations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.reference.SicDivisions;
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

  private static final String IN_ALL = "in_all";
  private static final String SMALL = "is_small";
  private static final String UNDONE = "is_undone";

  private SmallCells() {}

  /**
   * The same cells, small ones under the name of the pool. Where the small are together still fewer
   * than the threshold the next in size joins them: else their sum could be found as the rest. A
   * kind of destination that has fewer in all is left out; and so are the sectors of a source whose
   * division of health or care is in the pool, as less the sectors little would be left of it.
   */
  static Dataset<Row> pooled(Dataset<Row> cells, int least) {
    WindowSpec kind = Window.partitionBy(OUT.source.col(), OUT.kind.col());
    WindowSpec smaller =
        kind.orderBy(OUT.respondents.col(), OUT.destination.col())
            .rowsBetween(Window.unboundedPreceding(), -1);
    Column before = coalesce(sum(OUT.respondents.col()).over(smaller), lit(0L));
    Column small =
        OUT.respondents.col().lt(lit(least)).or(before.gt(lit(0L)).and(before.lt(lit(least))));
    return cells
        .withColumn(IN_ALL, sum(OUT.respondents.col()).over(kind))
        .withColumn(SMALL, small)
        .withColumn(UNDONE, undone())
        .where(col(IN_ALL).geq(lit(least)).and(not(col(UNDONE))))
        .withColumn(
            OUT.destination.name(),
            when(col(SMALL), lit(SocialcareDestinations.POOLED)).otherwise(OUT.destination.col()))
        .drop(IN_ALL, SMALL, UNDONE);
  }

  /** Sectors that show what a pooled division is. */
  private static Column undone() {
    Column tells =
        OUT.destination
            .col()
            .equalTo(lit(SicDivisions.HEALTH))
            .or(OUT.destination.col().isInCollection(SicDivisions.CARE));
    Column pooled =
        OUT.kind.col().equalTo(lit(CareDestinations.INDUSTRY)).and(tells).and(col(SMALL));
    return OUT.kind
        .col()
        .equalTo(lit(SocialcareDestinations.SECTOR))
        .and(max(pooled).over(Window.partitionBy(OUT.source.col())));
  }
}
