package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Events of persons: the base month, which is the last at work before, and the month that is event
 * month 0.
 */
final class CareerEvents {
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;

  private static final String AWAY = "away";

  private CareerEvents() {}

  /** The events of every study. */
  static Dataset<Row> of(Dataset<Row> moves, Dataset<Row> spells) {
    Dataset<Row> headline = moves(moves);
    Dataset<Row> returns = returns(spells);
    Column away = col(AWAY);
    return in(EventStudy.MOVES_AND_STAYERS, since(headline, spells))
        .unionByName(
            in(
                EventStudy.MOVES_AND_RECRUITS,
                headline.withColumn(MatchedUnits.BASE, col(MatchedUnits.EVENT_AT))))
        .unionByName(
            returns
                .withColumn(
                    MatchedUnits.STUDY,
                    when(away.equalTo(lit(PayrollState.PARENTAL)), study(EventStudy.PARENTAL_LEAVE))
                        .when(
                            away.equalTo(lit(PayrollState.LONG_SICK)),
                            study(EventStudy.LONG_SICKNESS)))
                .withColumn(MatchedUnits.DIFFERENCED, lit(true))
                .withColumn(MatchedUnits.SAMPLES, lit(EventSample.ALL.name()))
                .drop(AWAY));
  }

  private static Dataset<Row> in(EventStudy study, Dataset<Row> events) {
    return events
        .withColumn(MatchedUnits.STUDY, study(study))
        .withColumn(MatchedUnits.DIFFERENCED, lit(study.differenced));
  }

  private static Column study(EventStudy study) {
    return lit(study.name());
  }

  /** Headline moves between occupation groups, with the samples that each is in. */
  private static Dataset<Row> moves(Dataset<Row> moves) {
    Column direction = MOVES.direction.col();
    Column nurses =
        MOVES
            .fromGroup
            .col()
            .equalTo(lit(OccupationGroups.NURSING_SUPPORT))
            .and(MOVES.toGroup.col().equalTo(lit(OccupationGroups.NURSES)));
    return moves
        .where(MOVES.headline.col())
        .select(
            MOVES.personId.col().as(StaffPanel.PERSON),
            Month.number(MOVES.month.col()).as(MatchedUnits.EVENT_AT),
            concat_ws(
                    ",",
                    lit(EventSample.ALL.name()),
                    when(direction.equalTo(lit("up")), lit(EventSample.UP.name())),
                    when(direction.equalTo(lit("level")), lit(EventSample.LEVEL.name())),
                    when(direction.equalTo(lit("down")), lit(EventSample.DOWN.name())),
                    when(nurses, lit(EventSample.NURSES.name())))
                .as(MatchedUnits.SAMPLES));
  }

  /** Moves with the last month at work before, which may be one in training, in a known group. */
  private static Dataset<Row> since(Dataset<Row> moves, Dataset<Row> spells) {
    Column eventAt = col(MatchedUnits.EVENT_AT);
    return spells
        .where(SPELLS.state.col().equalTo(lit(PayrollState.ACTIVE)))
        .where(SPELLS.level2.col().isNotNull())
        .select(
            SPELLS.personId.col().as("working"),
            Month.number(SPELLS.firstMonth.col()).as("working_first"),
            Month.number(SPELLS.lastMonth.col()).as("working_last"))
        .join(
            moves.hint("shuffle_hash"),
            col("working").equalTo(col(StaffPanel.PERSON)).and(col("working_first").lt(eventAt)),
            "inner")
        .groupBy(col(StaffPanel.PERSON), eventAt, col(MatchedUnits.SAMPLES))
        .agg(max(least(col("working_last"), eventAt.minus(lit(1)))).as(MatchedUnits.BASE));
  }

  /**
   * Returns to work from leave or long sickness on the payroll: spells at work that follow a spell
   * away, with the last month at work before that.
   */
  static Dataset<Row> returns(Dataset<Row> spells) {
    WindowSpec career = Window.partitionBy(SPELLS.personId.col()).orderBy(SPELLS.firstMonth.col());
    Column active = SPELLS.state.col().equalTo(lit(PayrollState.ACTIVE));
    return spells
        .select(
            SPELLS.personId.col().as(StaffPanel.PERSON),
            Month.number(SPELLS.firstMonth.col()).as(MatchedUnits.EVENT_AT),
            active.as("active"),
            lag(SPELLS.state.col(), 1).over(career).as(AWAY),
            max(when(active, Month.number(SPELLS.lastMonth.col())))
                .over(career.rowsBetween(Window.unboundedPreceding(), -1))
                .as(MatchedUnits.BASE))
        .where(
            col("active")
                .and(col(AWAY).isin(PayrollState.PARENTAL, PayrollState.LONG_SICK))
                .and(col(MatchedUnits.BASE).isNotNull()))
        .select(
            col(StaffPanel.PERSON), col(MatchedUnits.BASE), col(MatchedUnits.EVENT_AT), col(AWAY));
  }
}
