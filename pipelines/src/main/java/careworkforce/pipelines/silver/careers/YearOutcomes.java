package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * What becomes of those of a September, found by looking ahead along each person's Septembers and
 * moves.
 *
 * @param gap months of absence that are leaving
 * @param held months at work that prove a move
 */
record YearOutcomes(int gap, int held) {
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final String MADE = "moves_made";
  private static final String AT = "moved_at";
  private static final String NOW = SpellYears.SEPTEMBER;

  /**
   * Adds the outcomes of every year.
   *
   * @param years rows of {@link SpellYears}
   * @param moves rows of {@link OccupationMoves}
   */
  Dataset<Row> of(Dataset<Row> years, Dataset<Row> moves) {
    Dataset<Row> ahead = years.withColumn(YEARS.atStart.name(), atStart());
    for (CareerYears.Horizon horizon : YEARS.horizons) {
      ahead =
          ahead.withColumn(
              then(horizon.months()),
              lead(col(NOW), horizon.months() / 12)
                  .over(Window.partitionBy(SPELLS.personId.col()).orderBy(YEARS.year.col())));
    }
    Dataset<Row> moved =
        ahead.join(made(moves), new String[] {SPELLS.personId.name()}, "left_outer");
    for (CareerYears.Horizon horizon : YEARS.horizons) {
      moved = outcomes(moved, horizon);
    }
    return withTheYear(moved);
  }

  private static Column atStart() {
    return coalesce(PayrollState.onPayroll(state(NOW)), lit(false));
  }

  private static String then(int months) {
    return "then_" + months;
  }

  private static Column state(String when) {
    return col(when).getField(SPELLS.state.name());
  }

  private Dataset<Row> outcomes(Dataset<Row> years, CareerYears.Horizon h) {
    String then = then(h.months());
    Column there = PayrollState.onPayroll(state(then));
    Column end = SpellYears.september().plus(lit(h.months()));
    Column known = YEARS.atStart.col().and(known(then));
    return years
        .withColumn(
            h.leaverOfficial().name(),
            when(known.and(inService(NOW)), functions.not(inService(then))))
        .withColumn(
            h.leaverEsr().name(),
            when(
                known.and(within(end.plus(lit(gap - 1)))),
                state(then).equalTo(lit(PayrollState.LEFT))))
        .withColumn(h.nhs().name(), when(known, there))
        .withColumn(h.trust().name(), when(known, there.and(same(then, SPELLS.organisation))))
        .withColumn(h.occupation().name(), when(known, there.and(same(then, SPELLS.level2))))
        .withColumn(
            h.job().name(),
            when(
                known,
                there
                    .and(same(then, SPELLS.organisation))
                    .and(same(then, SPELLS.level3))
                    .and(same(then, SPELLS.band))))
        .withColumn(
            h.moved().name(),
            when(
                known.and(within(end.plus(lit(held)))),
                coalesce(exists(col(MADE), m -> inside(m, h.months())), lit(false))));
  }

  /** The window reaches so far, and the person is not transferred out of the record by then. */
  private static Column known(String then) {
    return coalesce(state(then).notEqual(lit(PayrollState.TRANSFERRED)), lit(false));
  }

  private static Column inService(String when) {
    return coalesce(PayrollState.inActiveService(state(when)), lit(false));
  }

  private static Column within(Column month) {
    return month.leq(col(SpellYears.WINDOW_LAST));
  }

  private static Column same(String then, Field field) {
    return same(NOW, then, field);
  }

  private static Column same(String now, String then, Field field) {
    return col(now).getField(field.name()).eqNullSafe(col(then).getField(field.name()));
  }

  private static Column inside(Column move, int months) {
    Column at = move.getField(AT);
    return at.gt(SpellYears.september()).and(at.leq(SpellYears.september().plus(lit(months))));
  }

  /** The headline moves of each person who made any, in order. */
  private static Dataset<Row> made(Dataset<Row> moves) {
    return moves
        .where(MOVES.headline.col())
        .groupBy(MOVES.personId.col())
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            Month.number(MOVES.month.col()).as(AT),
                            MOVES.fromGroup.col(),
                            MOVES.toGroup.col())))
                .as(MADE));
  }

  /** Who leaves active service by the year's end, and who leaves the trust or occupation alone. */
  private static Dataset<Row> leavingGroups(Dataset<Row> years, String then) {
    Column counts = col(SpellYears.SERVED).and(known(then));
    Column gone = functions.not(inService(then));
    Dataset<Row> leaving = years.withColumn(YEARS.officialLeaver.name(), when(counts, gone));
    for (CareerYears.GroupLeaver of : YEARS.groupLeavers) {
      Column elsewhere =
          inService(SpellYears.START).and(functions.not(same(SpellYears.START, then, of.group())));
      leaving = leaving.withColumn(of.leaver().name(), when(counts, gone.or(elsewhere)));
    }
    return leaving;
  }

  /** What the year itself ends in, for those who joined in it too. */
  private static Dataset<Row> withTheYear(Dataset<Row> years) {
    String then = then(12);
    Column group = col(then).getField(SPELLS.level2.name());
    Column first = get(filter(col(MADE), m -> inside(m, 12)), lit(0));
    return leavingGroups(years, then)
        .withColumn(
            YEARS.groupAYearLater.name(),
            when(PayrollState.onPayroll(state(then)), group)
                .when(
                    state(then).equalTo(lit(PayrollState.TRANSFERRED)),
                    lit(CareerYears.TRANSFERRED))
                .when(state(then).isNotNull(), lit(CareerYears.LEFT)))
        .withColumn(YEARS.movedFrom.name(), first.getField(MOVES.fromGroup.name()))
        .withColumn(YEARS.movedTo.name(), first.getField(MOVES.toGroup.name()));
  }
}
