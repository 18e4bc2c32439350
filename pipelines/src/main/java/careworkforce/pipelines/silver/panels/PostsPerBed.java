package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Winsorises filled posts of care homes: posts beyond the 2.5th or 97.5th percentile of {@code
 * (posts - expected) / sqrt(expected)} among the homes of an extract are put on it, but never
 * tighter than 0.75 to 5 posts a bed (Skills for Care, methods 2.6). Expected posts are beds times
 * the posts a bed of homes of like size; the bands of size are this project's [P].
 */
final class PostsPerBed {
  static final double FEWEST = 0.75;
  static final double MOST = 5;
  private static final double TAIL = 0.025;
  private static final int[] BANDS = {10, 20, 30, 50};
  private static final AscEstablishments OURS = AscEstablishments.TABLE;

  private PostsPerBed() {}

  /** The rows with {@link AscEstablishments#filledPostsKept}. */
  static Dataset<Row> winsorised(Dataset<Row> rows) {
    Column ofBand = sum(col("home_posts")).over(Window.partitionBy(OURS.month.col(), col("band")));
    Column bedsOfBand =
        sum(col("home_beds")).over(Window.partitionBy(OURS.month.col(), col("band")));
    Column posts = OURS.filledPosts.col().cast("double");
    Dataset<Row> homes =
        rows.withColumn("home_posts", when(home(), OURS.filledPosts.col()))
            .withColumn("home_beds", when(home(), OURS.beds.col()))
            .withColumn("band", band())
            .withColumn(
                "expected",
                col("home_beds").multiply(ofBand.cast("double")).divide(bedsOfBand.cast("double")))
            .withColumn(
                "deviation",
                when(
                    col("expected").gt(lit(0.0)),
                    posts.minus(col("expected")).divide(sqrt(col("expected")))))
            .withColumn("lower", cut(TAIL))
            .withColumn("upper", cut(1 - TAIL));
    Column fewest = least(bound("lower"), col("home_beds").multiply(lit(FEWEST)));
    Column most = greatest(bound("upper"), col("home_beds").multiply(lit(MOST)));
    return homes.withColumn(
        OURS.filledPostsKept.name(),
        when(col("deviation").lt(col("lower")), greatest(posts, fewest))
            .when(col("deviation").gt(col("upper")), least(posts, most))
            .otherwise(posts));
  }

  private static Column home() {
    return OURS.beds
        .col()
        .gt(lit(0))
        .and(OURS.filledPosts.col().isNotNull())
        .and(OURS.droppedBy.col().isNull());
  }

  private static Column band() {
    Column band = lit(0);
    for (int from : BANDS) {
      band = band.plus(when(OURS.beds.col().geq(lit(from)), lit(1)).otherwise(lit(0)));
    }
    return band;
  }

  private static Column cut(double share) {
    return percentile(col("deviation"), lit(share)).over(Window.partitionBy(OURS.month.col()));
  }

  /** Posts at a cut of the deviation. */
  private static Column bound(String cut) {
    return col("expected").plus(col(cut).multiply(sqrt(col("expected"))));
  }
}
