package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ToldMonths;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Those who enter an occupation group, by a headline move or new to the record, in the months in
 * which both can be told: who was there a year before, and whose move lasts. Who is new must work
 * on for as long as proves a move, or moves would be too few.
 */
final class Entrants {
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final int WITHIN = 12;

  /** The person. */
  static final Column PERSON = SPELLS.personId.col();

  /** First month in the group entered. */
  static final Column ENTRY = col("month_of_entry");

  /** Occupation group entered, and its level 1. */
  static final Column TO_GROUP = col("entered_group");

  static final Column TO_LEVEL1 = col("entered_level1");

  /**
   * Occupation group held before any training, and its level 1; null of those new to the record.
   */
  static final Column FROM_GROUP = col("origin_group");

  static final Column FROM_LEVEL1 = col("origin_level1");

  /** Whether by training or direct, as of moves; null of those new to the record. */
  static final Column MEANS = MOVES.means.col();

  /** Where they come from: the first of the two if held within twelve months before. */
  private static final Column LONG_AGO = col("origin_long_ago");

  /** Numbers of the first and the last month in which entries can be told. */
  private static final Column FIRST = col("entries_told_from");

  private static final Column LAST = col("entries_told_to");

  private Entrants() {}

  /** What entrants are told from. */
  static List<Table> tables() {
    return List.of(SPELLS, MOVES, EsrPersonMonths.TABLE);
  }

  /** One row a person and entry. */
  static Dataset<Row> of(Inputs inputs) {
    Dataset<Row> spells = inputs.table(SPELLS);
    int held = inputs.value(MoveRule.HELD);
    Dataset<Row> entrants =
        moved(inputs.table(MOVES), spells).unionByName(joined(spells, held), true);
    return withTold(entrants, inputs).where(Month.number(ENTRY).between(FIRST, LAST));
  }

  /** The origin told, or that it was longer ago than twelve months, or that none is known. */
  static Column cameFrom(Column origin) {
    return when(FROM_GROUP.isNull(), lit(CareersPipelines.OUTSIDE))
        .when(LONG_AGO, lit(CareersPipelines.LONGER_AGO))
        .otherwise(origin);
  }

  /**
   * Level 1 of the origin; that of learners is their group, as it is no support role and nobody
   * need have held one before.
   */
  static Column fromRole() {
    return when(FROM_GROUP.equalTo(lit(OccupationGroups.NURSING_LEARNERS)), FROM_GROUP)
        .otherwise(FROM_LEVEL1);
  }

  /** Whether they held the origin within twelve months before. */
  static Column within() {
    return FROM_GROUP.isNotNull().and(LONG_AGO.equalTo(lit(false)));
  }

  /** Adds to every row the months in which entries can be told, for {@link #months}. */
  static Dataset<Row> withTold(Dataset<Row> rows, Inputs inputs) {
    return RecordWindow.beside(rows, inputs)
        .withColumn(FIRST.toString(), RecordWindow.FIRST.plus(lit(WITHIN)))
        .withColumn(LAST.toString(), ToldMonths.of(inputs).last());
  }

  /** Months from one to another, both counted, in which entries can be told. */
  static Column months(Column from, Column to) {
    return RecordWindow.months(greatest(from, FIRST), least(to, LAST));
  }

  /** Moves, each with the level 1 of the last spell in the group left and of that entered. */
  private static Dataset<Row> moved(Dataset<Row> moves, Dataset<Row> spells) {
    Column begun = SPELLS.firstMonth.of("s");
    Column group = SPELLS.level2.of("s");
    Column left = group.equalTo(MOVES.fromGroup.of("v")).and(begun.lt(MOVES.month.of("v")));
    Column entered = group.equalTo(MOVES.toGroup.of("v")).and(begun.leq(MOVES.month.of("v")));
    return moves
        .where(MOVES.headline.col())
        .as("v")
        .join(
            spells.as("s"),
            SPELLS.personId.of("s").equalTo(MOVES.personId.of("v")).and(left.or(entered)),
            "left_outer")
        .groupBy(
            MOVES.personId.of("v"),
            MOVES.month.of("v"),
            MOVES.fromGroup.of("v"),
            MOVES.toGroup.of("v"),
            MOVES.gapMonths.of("v"),
            MOVES.means.of("v"))
        .agg(
            last(left, begun).as(FROM_LEVEL1.toString()),
            last(entered, begun).as(TO_LEVEL1.toString()))
        .select(
            MOVES.personId.col(),
            MOVES.month.col().as(ENTRY.toString()),
            MOVES.toGroup.col().as(TO_GROUP.toString()),
            TO_LEVEL1,
            MOVES.fromGroup.col().as(FROM_GROUP.toString()),
            FROM_LEVEL1,
            MOVES.gapMonths.col().geq(lit(WITHIN)).as(LONG_AGO.toString()),
            MOVES.means.col());
  }

  private static Column last(Column is, Column begun) {
    return max(when(is, struct(begun, SPELLS.level1.of("s")))).getField(SPELLS.level1.name());
  }

  private static Dataset<Row> joined(Dataset<Row> spells, int held) {
    Column atWork = SPELLS.state.col().equalTo(lit(PayrollState.ACTIVE));
    return spells
        .groupBy(SPELLS.personId.col())
        .agg(
            min(struct(SPELLS.firstMonth.col(), SPELLS.level2.col(), SPELLS.level1.col()))
                .as("first"),
            sum(when(atWork, SPELLS.months.col())).as("at_work"))
        .where(col("at_work").gt(lit(held)))
        .select(
            SPELLS.personId.col(),
            col("first").getField(SPELLS.firstMonth.name()).as(ENTRY.toString()),
            col("first").getField(SPELLS.level2.name()).as(TO_GROUP.toString()),
            col("first").getField(SPELLS.level1.name()).as(TO_LEVEL1.toString()))
        .where(TO_GROUP.isNotNull());
  }
}
