package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.trustsuccessors.TrustSuccessors;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts the delivered successors before the known ones, and leads every chain of up to eight mergers
 * to its end.
 */
@AutoService(Job.class)
public final class OrganisationSuccessorsJob implements Transform {
  private static final OrganisationSuccessors SUCCESSORS = OrganisationSuccessors.TABLE;
  private static final KnownSuccessors KNOWN = KnownSuccessors.TABLE;
  private static final TrustSuccessors DELIVERED = TrustSuccessors.TABLE;

  /** Each turn doubles the mergers in a row that are followed: eight. */
  private static final int TURNS = 3;

  private static final Column NEXT = col("next");

  @Override
  public Table writes() {
    return SUCCESSORS;
  }

  @Override
  public List<Table> reads() {
    return List.of(KNOWN, DELIVERED);
  }

  /** Who has no record beyond the known mergers delivers none. */
  @Override
  public List<Table> canLack() {
    return List.of(DELIVERED);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> delivered = latest(inputs.table(DELIVERED));
    Dataset<Row> known =
        inputs
            .table(KNOWN)
            .join(broadcast(delivered), new String[] {KNOWN.organisation.name()}, "left_anti");
    Dataset<Row> list = SUCCESSORS.select(known).unionByName(SUCCESSORS.select(delivered));
    for (int turn = 0; turn < TURNS; turn++) {
      list = further(list);
    }
    return SUCCESSORS.select(withoutEnd(list));
  }

  /** Of each code, the row of the latest delivery. */
  private static Dataset<Row> latest(Dataset<Row> delivered) {
    Column latest =
        max(
            struct(
                DELIVERED.period.col(),
                DELIVERED.effective.col(),
                DELIVERED.successor.col(),
                DELIVERED.organisationName.col(),
                DELIVERED.source.col()));
    return delivered
        .groupBy(DELIVERED.organisation.col())
        .agg(latest.as("latest"))
        .select(DELIVERED.organisation.col(), col("latest.*"));
  }

  /** Every successor that ended itself is replaced by its own. */
  private static Dataset<Row> further(Dataset<Row> list) {
    return replaced(list, coalesce(NEXT, SUCCESSORS.successor.col()));
  }

  /** A code whose successor has ended even so is left its own, which the contract refuses. */
  private static Dataset<Row> withoutEnd(Dataset<Row> list) {
    return replaced(
        list,
        when(NEXT.isNotNull(), SUCCESSORS.organisation.col())
            .otherwise(SUCCESSORS.successor.col()));
  }

  /**
   * The list with another successor, told from {@link #NEXT}, that of the successor if it ended.
   */
  private static Dataset<Row> replaced(Dataset<Row> list, Column successor) {
    Dataset<Row> next =
        list.select(
            SUCCESSORS.organisation.col().as("ended"),
            SUCCESSORS.successor.col().as(NEXT.toString()));
    return list.join(
            broadcast(next), SUCCESSORS.successor.col().equalTo(col("ended")), "left_outer")
        .withColumn(SUCCESSORS.successor.name(), successor)
        .drop("ended", NEXT.toString());
  }
}
