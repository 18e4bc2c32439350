package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Where the workers of a cut are at the next, or found at the cuts after, and how their
 * establishments grew.
 */
final class NextCut {
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final String SLOT = WorkerRecords.SLOT;

  /** Care staff of the establishment at the cut. */
  static final String CARE_STAFF = "care_staff_told";

  /** Those of them without a person key. */
  static final String KEYLESS = "care_staff_without_key";

  private static final String LAST = "last_slot";
  private static final String SAME_WORKER = "same_worker";
  private static final String PLACES_NOW = "places_now";
  private static final String PLACES = "places";
  private static final String LATER_PLACES = "later_places";

  private NextCut() {}

  /**
   * Adds next month, months, whether followed, staff, care staff with and without key, growth,
   * state and hired.
   *
   * @param records one row a worker, establishment and cut, as {@link #followed}
   * @param cuts each cut with the number of its stretch
   * @param later stretches in which those who separate are looked for
   */
  static Dataset<Row> matched(Dataset<Row> records, Dataset<Row> cuts, int later) {
    Dataset<Row> placed =
        withStaff(withCuts(records, cuts, later))
            .withColumn(PLACES_NOW, places(0, 0))
            .withColumn(PLACES, places(1, 1))
            .withColumn(LATER_PLACES, places(1, later));
    return hired(state(placed));
  }

  /** Adds whether the worker is there at the next cut; rows stay as they are sorted. */
  static Dataset<Row> followed(Dataset<Row> records) {
    return records.withColumn(SAME_WORKER, sameWorker());
  }

  private static Dataset<Row> withCuts(Dataset<Row> records, Dataset<Row> cuts, int later) {
    Dataset<Row> next =
        cuts.select(col(SLOT).minus(lit(1)).as(SLOT), CUTS.nextMonth.is(CUTS.month.col()));
    Dataset<Row> before =
        cuts.select(col(SLOT).plus(lit(1)).as(SLOT), CUTS.month.col().as("month_before"));
    Dataset<Row> last = cuts.agg(max(col(SLOT)).as(LAST));
    return records
        .join(broadcast(next), new String[] {SLOT}, "left_outer")
        .join(broadcast(before), new String[] {SLOT}, "left_outer")
        .crossJoin(broadcast(last))
        .withColumn(CUTS.followed.name(), col(SLOT).plus(lit(later)).leq(col(LAST)))
        .withColumn(
            CUTS.months.name(),
            Month.number(CUTS.nextMonth.col()).minus(Month.number(CUTS.month.col())));
  }

  /** Staff of the establishment at this cut, the next and the one before; care staff at this. */
  private static Dataset<Row> withStaff(Dataset<Row> records) {
    Column sum = CUTS.staffNext.col().plus(CUTS.staff.col());
    Column more = CUTS.staffNext.col().minus(CUTS.staff.col());
    Column keyless = CUTS.careStaff.col().and(CUTS.personId.col().isNull());
    WindowSpec together = Window.partitionBy(CUTS.establishmentId.col(), col(SLOT));
    return records
        .withColumn(CUTS.staff.name(), staffAt(0))
        .withColumn(CUTS.staffNext.name(), when(staffAt(1).gt(lit(0L)), staffAt(1)))
        .withColumn("staff_before", staffAt(-1))
        .withColumn(CARE_STAFF, count_if(CUTS.careStaff.col()).over(together))
        .withColumn(KEYLESS, count_if(keyless).over(together))
        .withColumn(CUTS.growth.name(), more.cast("double").multiply(lit(2)).divide(sum));
  }

  private static Column staffAt(int slotsLater) {
    return count(lit(1))
        .over(
            Window.partitionBy(CUTS.establishmentId.col())
                .orderBy(col(SLOT))
                .rangeBetween(slotsLater, slotsLater));
  }

  /**
   * Establishments where a person works at the cuts of some stretches, counted from this cut's;
   * null without a person key. Workers without a key are kept apart, lest all of them come
   * together.
   */
  private static Column places(int first, int last) {
    Column keyed = CUTS.personId.col().isNotNull();
    WindowSpec stretches =
        Window.partitionBy(
                CUTS.personId.col(), when(keyed, lit(null)).otherwise(CUTS.workerId.col()))
            .orderBy(col(SLOT))
            .rangeBetween(first, last);
    return when(keyed, collect_set(CUTS.establishmentId.col()).over(stretches));
  }

  private static Column sameWorker() {
    WindowSpec ofWorker =
        Window.partitionBy(CUTS.establishmentId.col(), CUTS.workerId.col()).orderBy(col(SLOT));
    return lead(col(SLOT), 1).over(ofWorker).equalTo(col(SLOT).plus(lit(1)));
  }

  private static Dataset<Row> state(Dataset<Row> records) {
    Column samePerson = array_contains(col(PLACES), CUTS.establishmentId.col());
    Column stayed = coalesce(col(SAME_WORKER), lit(false)).or(coalesce(samePerson, lit(false)));
    Column others = array_except(col(LATER_PLACES), col(PLACES_NOW));
    return records.withColumn(
        CUTS.state.name(),
        when(CUTS.nextMonth.col().isNull(), lit("no_later_cut"))
            .when(CUTS.staffNext.col().isNull(), lit("stopped_reporting"))
            .when(stayed, lit("stayed"))
            .when(size(others).gt(lit(0)), lit("found_elsewhere"))
            .when(CUTS.personId.col().isNull(), lit("no_key"))
            .otherwise(lit("not_found")));
  }

  private static Dataset<Row> hired(Dataset<Row> records) {
    return records.withColumn(
        CUTS.hired.name(),
        when(
            col("staff_before").gt(lit(0L)),
            CUTS.startedOn.col().gt(last_day(col("month_before")))));
  }
}
