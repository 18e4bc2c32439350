package careworkforce.pipelines.gold.socialcare.retail;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import careworkforce.pipelines.silver.exposures.retail.RetailOpenings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Openings stacked: for each one the quarters of homes about it, from {@link #BEFORE} before to
 * {@link #AFTER} after. A home that another site opened near within the window is in neither ring,
 * and an opening whose window the data do not cover is left out.
 */
final class RetailStack {
  /** Quarters before and after the opening (methods 2.7). */
  static final int BEFORE = 8;

  static final int AFTER = 8;

  /**
   * Quarters by which placebo dates come before the real ones: their window ends as those begin.
   */
  static final int PLACEBO = AFTER + 1;

  static final String EVENT = "event";
  static final String POST = "post";
  static final String TREATED = "treated";
  static final String SITE = "site";
  static final String HOME = "home";
  static final String AREA = "area";

  private static final RetailOpenings OPENINGS = RetailOpenings.TABLE;
  private static final String OPENED = "opened_quarter";

  private RetailStack() {}

  /**
   * The stack.
   *
   * @param openings pairs of one radius
   * @param quarters rows of homes by quarter
   * @param earlier quarters by which openings are taken to have come earlier; 0 for the real dates
   * @return the columns of the quarters, with home, its travel-to-work area, site, event time (that
   *     of controls is -1, the reference), whether treated, and whether treated and after
   */
  static Dataset<Row> of(Dataset<Row> openings, Dataset<Row> quarters, int earlier) {
    Column event = col(HomeQuarters.QUARTER).minus(col(OPENED));
    Column text = when(col(TREATED), event).otherwise(lit(-1)).cast("string");
    Column post = when(col(TREATED).and(event.geq(lit(0))), lit(1.0)).otherwise(lit(0.0));
    return undisturbed(covered(openings, quarters, earlier), openings)
        .join(quarters, new String[] {OPENINGS.homeId.name()}, "inner")
        .where(event.between(-BEFORE, AFTER))
        .withColumn(EVENT, text)
        .withColumn(POST, post)
        .withColumn(TREATED, col(TREATED).cast("double"))
        .withColumnRenamed(OPENINGS.homeId.name(), HOME);
  }

  /**
   * One row: pairs of a home near and an opening whose window the data cover, of homes whose staff
   * are seen in some quarter of it, and how many of them the stack leaves out, as another site
   * opened near in it.
   */
  static Dataset<Row> near(
      Dataset<Row> openings, Dataset<Row> quarters, int earlier, String pairs, String leftOut) {
    Dataset<Row> seen =
        quarters.select(
            OPENINGS.homeId.col().as("seen_home"), col(HomeQuarters.QUARTER).as("seen_quarter"));
    Dataset<Row> near =
        covered(openings, quarters, earlier)
            .where(col(TREATED))
            .join(
                seen,
                OPENINGS.homeId.col().equalTo(col("seen_home")).and(inWindow(col("seen_quarter"))),
                "left_semi");
    return near.agg(count(lit(1)).as(pairs))
        .crossJoin(undisturbed(near, openings).agg(count(lit(1)).as("kept")))
        .select(col(pairs), col(pairs).minus(col("kept")).as(leftOut));
  }

  private static Dataset<Row> covered(Dataset<Row> openings, Dataset<Row> quarters, int earlier) {
    Dataset<Row> span =
        quarters.agg(
            min(col(HomeQuarters.QUARTER)).as("first"), max(col(HomeQuarters.QUARTER)).as("last"));
    Column opened = HomeQuarters.quarter(OPENINGS.openedOn.col()).minus(lit(earlier));
    return openings
        .select(
            OPENINGS.homeId.col(),
            OPENINGS.siteId.col().as(SITE),
            OPENINGS.ttwa.col().as(AREA),
            OPENINGS.ring.col().equalTo(lit("treated")).as(TREATED),
            opened.as(OPENED))
        .crossJoin(broadcast(span))
        .where(
            col(OPENED)
                .minus(lit(BEFORE))
                .geq(col("first"))
                .and(col(OPENED).plus(lit(AFTER)).leq(col("last"))));
  }

  private static Dataset<Row> undisturbed(Dataset<Row> pairs, Dataset<Row> openings) {
    Dataset<Row> near =
        openings
            .where(OPENINGS.ring.col().equalTo(lit("treated")))
            .select(
                OPENINGS.homeId.col().as("near_home"),
                OPENINGS.siteId.col().as("near_site"),
                HomeQuarters.quarter(OPENINGS.openedOn.col()).as("near_opened"));
    return pairs.join(
        broadcast(near),
        OPENINGS
            .homeId
            .col()
            .equalTo(col("near_home"))
            .and(col(SITE).notEqual(col("near_site")))
            .and(inWindow(col("near_opened"))),
        "left_anti");
  }

  /** Whether a quarter is in the window of an opening. */
  private static Column inWindow(Column quarter) {
    return quarter.between(col(OPENED).minus(lit(BEFORE)), col(OPENED).plus(lit(AFTER)));
  }
}
