package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Streams each person's spells, in order, through an {@link OccupationPath}. */
public final class OccupationPaths {
  /** Name of the number of the move's month. */
  public static final String MONTH = "move_month";

  /** Name of the number of the last month at work before. */
  public static final String BEFORE = "move_before";

  /** Name of the number of the last month that proves the move. */
  public static final String PROVED = "move_proved";

  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final Column PERSON = xxhash64(SPELLS.personId.col());

  private OccupationPaths() {}

  /**
   * One row a move; the spells of those who can have moved are shuffled by person, sorted within.
   */
  public static Dataset<Row> moves(Dataset<Row> spells, MoveRule rule) {
    return walked(ofSeveralGroups(spells), rule);
  }

  /**
   * The moves of those among some persons. They are told by a hash of the person: moves of a few
   * others may stand among them.
   *
   * @param persons rows with {@link OccupationMoves#personId}, which may repeat
   */
  static Dataset<Row> movesOf(Dataset<Row> persons, Dataset<Row> spells, MoveRule rule) {
    Dataset<Row> wanted = persons.select(xxhash64(MOVES.personId.col()).as("wanted")).distinct();
    return walked(spells.join(broadcast(wanted), PERSON.equalTo(col("wanted")), "left_semi"), rule);
  }

  private static Dataset<Row> walked(Dataset<Row> spells, MoveRule rule) {
    StructType schema =
        new StructType()
            .add(MOVES.personId.structField())
            .add(MONTH, DataTypes.IntegerType)
            .add(BEFORE, DataTypes.IntegerType)
            .add(MOVES.fromGroup.structField())
            .add(MOVES.toGroup.structField())
            .add(MOVES.gapMonths.structField())
            .add(MOVES.gapKind.structField())
            .add(MOVES.trainingMonths.structField())
            .add(PROVED, DataTypes.IntegerType);
    MapPartitionsFunction<Row, Row> walk = rows -> new Walk(rows, rule);
    return spells
        .select(
            SPELLS.personId.col(),
            Month.number(SPELLS.firstMonth.col()).as("first"),
            Month.number(SPELLS.lastMonth.col()).as("last"),
            SPELLS.state.col(),
            SPELLS.level2.col(),
            SPELLS.inTraining.col())
        .repartition(SPELLS.personId.col())
        .sortWithinPartitions("person_id", "first")
        .mapPartitions(walk, Encoders.row(schema));
  }

  /**
   * The spells of persons who were at work in more than one group, told by a hash of the person:
   * most never were, and need neither shuffle nor sort.
   */
  private static Dataset<Row> ofSeveralGroups(Dataset<Row> spells) {
    Dataset<Row> several =
        spells
            .where(SPELLS.state.col().equalTo(lit(PayrollState.ACTIVE)))
            .groupBy(PERSON.as("of_several"))
            .agg(bit_or(OccupationGroups.bit(SPELLS.level2.col())).as("groups"))
            .where(bit_count(col("groups")).gt(lit(1)))
            .select(col("of_several"));
    return spells.join(broadcast(several), PERSON.equalTo(col("of_several")), "left_semi");
  }

  /** Moves of one person after another; holds one person's spells at a time. */
  private static final class Walk implements Iterator<Row> {
    private final Iterator<Row> spells;
    private final MoveRule rule;
    private final List<Row> ready = new ArrayList<>();
    private int given;
    private @Nullable Row ahead;

    Walk(Iterator<Row> spells, MoveRule rule) {
      this.spells = spells;
      this.rule = rule;
      this.ahead = spells.hasNext() ? spells.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (given == ready.size() && ahead != null) {
        walkOne(ahead.getString(0));
      }
      return given < ready.size();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.get(given++);
    }

    private void walkOne(String person) {
      OccupationPath path = new OccupationPath();
      while (ahead != null && ahead.getString(0).equals(person)) {
        path.add(
            ahead.getInt(1),
            ahead.getInt(2),
            ahead.getString(3),
            ahead.getString(4),
            !ahead.isNullAt(5) && ahead.getBoolean(5));
        ahead = spells.hasNext() ? spells.next() : null;
      }
      ready.clear();
      given = 0;
      for (OccupationPath.Move m : path.moves(rule)) {
        ready.add(
            RowFactory.create(
                person,
                m.month(),
                m.before(),
                m.from(),
                m.to(),
                m.gapMonths(),
                m.gapKind(),
                m.trainingMonths(),
                m.settled()));
      }
    }
  }
}
