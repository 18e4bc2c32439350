package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.time.Month;
import java.util.Collection;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Moves that some changed months leave as they stood: what is told of the months around a move is
 * the same if none of these changed, so that they need not be read again.
 */
final class StandingMoves {
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final String STOOD = "stood";

  /** What a change of months further away can alter. */
  private static final Set<String> FOUND_ANEW =
      Set.of(
          MOVES.gapKind.name(),
          MOVES.trainingMonths.name(),
          MOVES.means.name(),
          MOVES.settledYear.name());

  private final Dataset<Row> compared;

  /**
   * Compares moves with those that stand.
   *
   * @param moves as {@link OccupationPaths} finds them, with means and settled year
   * @param standing rows of {@link OccupationMoves}
   * @param changed the months that are not as they were
   * @param around how many months before and after a move are looked at
   */
  StandingMoves(Dataset<Row> moves, Dataset<Row> standing, Collection<Month> changed, int around) {
    Column same =
        MOVES
            .personId
            .col()
            .equalTo(stood(MOVES.personId.name()))
            .and(col(OccupationPaths.MONTH).equalTo(Month.number(stood(MOVES.month.name()))))
            .and(MOVES.fromGroup.col().equalTo(stood(MOVES.fromGroup.name())))
            .and(MOVES.toGroup.col().equalTo(stood(MOVES.toGroup.name())))
            .and(MOVES.gapMonths.col().equalTo(stood(MOVES.gapMonths.name())));
    this.compared =
        moves
            .join(
                standing.select(struct(col("*")).as(STOOD)),
                same.and(not(touched(changed, around))),
                "left_outer")
            .localCheckpoint();
  }

  /** Those whose months around are to be read again. */
  Dataset<Row> toTellAgain() {
    return compared.where(col(STOOD).isNull()).drop(STOOD);
  }

  /** Rows of {@link OccupationMoves} of all others. */
  Dataset<Row> toldAsTheyStood() {
    Column[] fields =
        MOVES.fields().stream()
            .map(f -> FOUND_ANEW.contains(f.name()) ? f.col() : stood(f.name()).as(f.name()))
            .toArray(Column[]::new);
    return MOVES.select(compared.where(col(STOOD).isNotNull()).select(fields));
  }

  private static Column stood(String field) {
    return col(STOOD).getField(field);
  }

  /** Whether a month around the move, or its last month at work before, is among those changed. */
  private static Column touched(Collection<Month> changed, int around) {
    Column before = col(OccupationPaths.BEFORE);
    return changed.stream()
        .map(Month::number)
        .map(
            m ->
                col(OccupationPaths.MONTH)
                    .between(lit(m - around), lit(m + around))
                    .or(before.equalTo(lit(m))))
        .reduce(Column::or)
        .orElse(lit(false));
  }
}
