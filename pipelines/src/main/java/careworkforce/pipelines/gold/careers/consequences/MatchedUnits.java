package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Staff with an event and staff to compare them with. Both are described in a base month; a
 * comparison has the same stratum in the same base month and stands for the same event month. Of
 * the staff that could be compared at most {@value #POOL} for each one with the event are taken, by
 * a hash of person and month.
 */
final class MatchedUnits {
  static final int BEFORE = 12;
  static final int AFTER = 24;
  static final String BASE = "base";
  static final String EVENT_AT = "event_at";
  static final String STRATUM = "stratum";
  static final String TREATED = "treated";
  private static final int POOL = 5;

  private MatchedUnits() {}

  /** Events whose person had none in the year before the base month. */
  static Dataset<Row> clean(Dataset<Row> events) {
    Column previous =
        lag(col(EVENT_AT), 1)
            .over(Window.partitionBy(col(StaffPanel.PERSON)).orderBy(col(EVENT_AT)));
    return events
        .withColumn("previous", previous)
        .where(coalesce(col("previous").lt(col(BASE).minus(lit(BEFORE - 1))), lit(true)))
        .drop("previous");
  }

  /**
   * Units: columns of the panel in the base month, with base and event month, stratum and whether
   * the unit has the event.
   *
   * @param treated rows of the panel in their base month, with {@link #BASE}, {@link #EVENT_AT} and
   *     {@link #STRATUM}
   * @param others rows of the panel with {@link #BASE} and {@link #STRATUM}: who may be compared
   * @param events of all staff: none of a comparison's may fall into its window
   */
  static Dataset<Row> of(Dataset<Row> treated, Dataset<Row> others, Dataset<Row> events) {
    Dataset<Row> wanted =
        treated
            .groupBy(col(STRATUM).as("wanted_stratum"), col(BASE).as("wanted_base"), col(EVENT_AT))
            .agg(count(lit(1)).as("wanted"));
    Dataset<Row> excluding =
        events.select(
            col(StaffPanel.PERSON).as("event_person"), col(EVENT_AT).as("other_event_at"));
    Column near =
        col("other_event_at")
            .between(col(EVENT_AT).minus(lit(BEFORE)), col(EVENT_AT).plus(lit(AFTER)));
    Column lot = xxhash64(col(StaffPanel.PERSON), col(BASE));
    Dataset<Row> compared =
        others
            .join(
                broadcast(wanted),
                col(STRATUM)
                    .equalTo(col("wanted_stratum"))
                    .and(col(BASE).equalTo(col("wanted_base"))),
                "inner")
            .join(
                excluding,
                col(StaffPanel.PERSON).equalTo(col("event_person")).and(near),
                "left_anti")
            .withColumn(
                "place",
                row_number()
                    .over(
                        Window.partitionBy(col(STRATUM), col(BASE), col(EVENT_AT))
                            .orderBy(lot, col(StaffPanel.PERSON))))
            .where(col("place").leq(col("wanted").multiply(lit(POOL))))
            .drop("wanted_stratum", "wanted_base", "wanted", "place")
            .withColumn(TREATED, lit(false));
    return treated.withColumn(TREATED, lit(true)).unionByName(compared);
  }
}
