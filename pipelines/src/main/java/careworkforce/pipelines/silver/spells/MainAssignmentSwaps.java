package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Lookup;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Moves that swap the main assignment alone: assignments of both groups are held before and after,
 * and the secondary one became the main one (methods 2.3). They are no part of the headline.
 */
public final class MainAssignmentSwaps {
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final Column AT = col(OccupationPaths.MONTH);
  private static final Column BEFORE = col(OccupationPaths.BEFORE);

  /** Name of whether a move is such a swap. */
  public static final String SWAP = "swap";

  private MainAssignmentSwaps() {}

  /**
   * Moves with whether each is such a swap.
   *
   * @param moves of {@link OccupationPaths}, with what else they are told apart by
   * @param months of {@link EsrPersonMonths}
   */
  public static Dataset<Row> told(Dataset<Row> moves, Dataset<Row> months) {
    Column at = Month.number(MONTHS.month.of("m"));
    Column held = MONTHS.groupsHeld.of("m");
    List<Column> key = new ArrayList<>();
    for (String column : moves.columns()) {
      key.add(col("v." + column));
    }
    return Lookup.in(moves.as("v"), MOVES.personId.of("v"))
        .from(months.as("m"), "inner", MONTHS.personId.of("m"))
        .where(at.isin(AT, BEFORE))
        .groupBy(key.toArray(Column[]::new))
        .agg(
            max(when(at.equalTo(BEFORE), held)).as("held_before"),
            max(when(at.equalTo(AT), held)).as("held_after"))
        .withColumn(
            SWAP,
            is(col("held_before"), col("held_after"), MOVES.fromGroup.col(), MOVES.toGroup.col()))
        .drop("held_before", "held_after");
  }

  /** Whether both groups are held on both sides; false where that is not known. */
  static Column is(Column heldBefore, Column heldAfter, Column from, Column to) {
    return coalesce(holds(heldBefore, to).and(holds(heldAfter, from)), lit(false));
  }

  private static Column holds(Column held, Column group) {
    return held.bitwiseAND(OccupationGroups.bit(group)).notEqual(lit(0));
  }
}
