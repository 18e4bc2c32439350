package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Staff at work in event month 0 and as long after as the event itself tells. Who is back from
 * leave is at work in that month, and a move is one only if months at work prove it; comparisons
 * who need not last as long would have the time of which nobody with the event can leave counted as
 * an effect of it (immortal time: Suissa, American Journal of Epidemiology 167, 2008).
 */
final class WorkingOn {
  /** Name of the occupation group in event month 0. */
  static final String GROUP = "group_entered";

  /** Name of the order of the band in event month 0. */
  static final String RANK = "rank_entered";

  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final Column FIRST = col("working_first");
  private static final Column LAST = col("working_last");
  private static final Column LATER = col("working_later");
  private static final Column EVENT_AT = col(MatchedUnits.EVENT_AT);

  private final Dataset<Row> spells;
  private final Column proof;

  /**
   * Staff by their spells.
   *
   * @param spells of {@link EsrSpells}
   * @param held months at work after its own that prove a move
   */
  WorkingOn(Dataset<Row> spells, int held) {
    this.spells = spells;
    Object[] proved =
        Arrays.stream(EventStudy.values()).filter(s -> s.proved).map(Enum::name).toArray();
    this.proof = when(col(MatchedUnits.STUDY).isin(proved), lit(held)).otherwise(lit(0));
  }

  /** Those of some staff who work on, with {@link #GROUP} and {@link #RANK}. */
  Dataset<Row> of(Dataset<Row> staff) {
    return staff
        .join(
            atWork().hint("shuffle_hash"),
            col(StaffPanel.PERSON).equalTo(col("working")).and(EVENT_AT.between(FIRST, LAST)),
            "inner")
        .where(LAST.minus(EVENT_AT).plus(LATER).geq(proof))
        .drop("working", "working_first", "working_last", "working_later");
  }

  /** Spells at work with the months at work that come after them. */
  private Dataset<Row> atWork() {
    WindowSpec after =
        Window.partitionBy(SPELLS.personId.col())
            .orderBy(SPELLS.firstMonth.col().desc())
            .rowsBetween(Window.unboundedPreceding(), -1);
    return spells
        .where(SPELLS.state.col().equalTo(lit(PayrollState.ACTIVE)))
        .select(
            SPELLS.personId.col().as("working"),
            Month.number(SPELLS.firstMonth.col()).as("working_first"),
            Month.number(SPELLS.lastMonth.col()).as("working_last"),
            coalesce(sum(SPELLS.months.col()).over(after), lit(0L)).as("working_later"),
            SPELLS.level2.col().as(GROUP),
            SPELLS.bandRank.col().as(RANK));
  }
}
