package careworkforce.pipelines.silver.careworkers;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.max;

import careworkforce.pipelines.silver.panels.AscEstablishments;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What establishments tell of themselves at the cuts. A record that is not amended is repeated from
 * extract to extract, with whoever has left since.
 */
final class EstablishmentCuts {
  /** Whether the record is not amended in the months before the cut; null where it is not told. */
  static final String OLD = "old_at_cut";

  /** The same of the next cut; null where the establishment is not in its extract. */
  static final String OLD_NEXT = "old_at_next_cut";

  /** The rule that drops the establishment; null for none. */
  static final String RULE = "establishment_rule";

  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;

  private EstablishmentCuts() {}

  /**
   * One row an establishment and cut.
   *
   * @param cuts each cut with the number of its stretch
   * @param within months before the end of a cut's, in which a record must be amended
   */
  static Dataset<Row> of(Dataset<Row> establishments, Dataset<Row> cuts, int within) {
    Column oldest = add_months(last_day(CUTS.month.col()), -within);
    WindowSpec next =
        Window.partitionBy(CUTS.establishmentId.col())
            .orderBy(col(WorkerRecords.SLOT))
            .rangeBetween(1, 1);
    return establishments
        .join(broadcast(cuts), new String[] {CUTS.month.name()}, "inner")
        .select(
            CUTS.establishmentId.is(ESTABLISHMENTS.establishmentId.col()),
            CUTS.month.col(),
            col(WorkerRecords.SLOT),
            ESTABLISHMENTS.droppedBy.col().as(RULE),
            ESTABLISHMENTS.amendedOn.col().lt(oldest).as(OLD))
        .withColumn(OLD_NEXT, max(col(OLD)).over(next))
        .drop(WorkerRecords.SLOT);
  }
}
