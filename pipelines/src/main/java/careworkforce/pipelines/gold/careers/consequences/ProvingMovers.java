package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.table.Lookup;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Months in active service in which movers prove their move: from that of the move on, to as many
 * months at work as it takes. A move is one only if its maker is at work after them, so that nobody
 * can leave in them, nor in long sickness between them (immortal time: Suissa, American Journal of
 * Epidemiology 167, 2008).
 */
final class ProvingMovers {
  /** Name of the number of person-months. */
  static final String PROVING = "proving";

  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;

  private ProvingMovers() {}

  /**
   * Person-months by trust, occupation group and year.
   *
   * @param moves that are told
   * @param months of the panel
   * @param counted months, each once, that count
   * @param held months at work after its own that prove a move
   * @param keys names of trust, occupation group and year
   */
  static Dataset<Row> by(
      Dataset<Row> moves, Dataset<Row> months, Dataset<Row> counted, int held, String... keys) {
    WindowSpec sinceMove =
        Window.partitionBy(MOVES.personId.of("v"), MOVES.month.of("v"))
            .orderBy(MONTHS.month.of("m"))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column atWork = MONTHS.state.of("m").equalTo(lit(PayrollState.ACTIVE)).cast("int");
    return Lookup.in(moves.as("v"), MOVES.personId.of("v"))
        .from(months.as("m"), "inner", MONTHS.personId.of("m"))
        .where(
            MONTHS
                .month
                .of("m")
                .geq(MOVES.month.of("v"))
                .and(PayrollState.inActiveService(MONTHS.state.of("m"))))
        .withColumn("at_work_so_far", sum(atWork).over(sinceMove))
        .where(col("at_work_so_far").leq(lit(held)))
        .select(
            MONTHS.personId.of("m"),
            MONTHS.month.of("m"),
            MONTHS.organisation.of("m").as(keys[0]),
            MONTHS.level2.of("m").as(keys[1]))
        .join(broadcast(counted), new String[] {MONTHS.month.name()}, "left_semi")
        .groupBy(col(keys[0]), col(keys[1]), year(MONTHS.month.col()).as(keys[2]))
        .agg(countDistinct(MONTHS.personId.col(), MONTHS.month.col()).as(PROVING));
  }
}
