package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.table.Lookup;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Finds the moves in each person's spells and tags them from the months around. */
@AutoService(Job.class)
public final class OccupationMovesJob implements MonthlyTransform {
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final Column AT = col(OccupationPaths.MONTH);
  private static final Column BEFORE = col(OccupationPaths.BEFORE);

  /** Months before and after a move over which pay is averaged. */
  private static final int PAY_MONTHS = 3;

  @Override
  public Table writes() {
    return MOVES;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, MONTHS);
  }

  @Override
  public List<Setting<?>> settings() {
    return MoveRule.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> moves = OccupationPaths.moves(inputs.table(SPELLS), MoveRule.of(inputs));
    return MOVES.select(tagged(around(described(moves), inputs.table(MONTHS))));
  }

  /**
   * The moves that a change may touch. Those who may have made one are followed through all their
   * spells; the panel is read in the months around those moves alone that do not stand as they did,
   * which are gathered here.
   */
  @Override
  public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
    Part part = Part.openOrFromYear(MOVES.settledYear, changed.first());
    MoveRule rule = MoveRule.of(inputs);
    Dataset<Row> spells = inputs.table(SPELLS);
    Dataset<Row> touched =
        begunSince(changed.first().plus(-rule.reach()), spells)
            .union(standing.where(part.col()).select(MOVES.personId.col()));
    Dataset<Row> found = described(OccupationPaths.movesOf(touched, spells, rule));
    StandingMoves moves = new StandingMoves(found.where(part.col()), standing, changed, PAY_MONTHS);
    Dataset<Row> again = moves.toTellAgain();
    SortedSet<Month> near = new TreeSet<>(changed);
    again
        .select(
            explode(
                array_union(
                    sequence(AT.minus(lit(PAY_MONTHS)), AT.plus(lit(PAY_MONTHS))), array(BEFORE))))
        .distinct()
        .collectAsList()
        .forEach(month -> near.add(new Month(month.getInt(0))));
    Dataset<Row> months = inputs.table(MONTHS).where(Part.ofMonths(MONTHS.month, near).col());
    Dataset<Row> told = MOVES.select(tagged(around(again, months)));
    return new Replacement(part, told.unionByName(moves.toldAsTheyStood()), changed);
  }

  /**
   * Persons with a spell on the payroll that begins in a month or later. A move begins a spell, as
   * does a return to work: who has none since the first change, less the months that a move may
   * wait for its proof, has no move that the change can prove or undo but those that stand.
   */
  private static Dataset<Row> begunSince(Month month, Dataset<Row> spells) {
    return spells
        .where(Part.openOrFromYear(SPELLS.settledYear, month).col())
        .where(SPELLS.firstMonth.col().geq(lit(month.firstDay())))
        .where(PayrollState.onPayroll(SPELLS.state.col()))
        .select(SPELLS.personId.col());
  }

  private static Dataset<Row> described(Dataset<Row> moves) {
    Column proved = col(OccupationPaths.PROVED);
    return moves
        .withColumn(
            MOVES.settledYear.name(),
            when(proved.isNotNull(), year(Month.first(greatest(proved, AT.plus(lit(PAY_MONTHS)))))))
        .withColumn(
            MOVES.means.name(),
            when(MOVES.trainingMonths.col().gt(lit(0)), lit("training")).otherwise(lit("direct")));
  }

  /** What each person was and earned in the months around a move, in one pass over the panel. */
  private static Dataset<Row> around(Dataset<Row> moves, Dataset<Row> months) {
    Column at = Month.number(MONTHS.month.of("m")).minus(AT);
    Column before = Month.number(MONTHS.month.of("m")).equalTo(BEFORE);
    Column arrives = at.equalTo(lit(0));
    Column pay =
        when(MONTHS.state.of("m").equalTo(lit(PayrollState.ACTIVE)), MONTHS.hourlyPay.of("m"));
    Column near = at.between(lit(-PAY_MONTHS), lit(PAY_MONTHS)).or(before);
    return Lookup.in(moves.as("v"), MOVES.personId.of("v"))
        .from(months.as("m"), "inner", MONTHS.personId.of("m"))
        .where(near)
        .groupBy(
            MOVES.personId.of("v"),
            AT,
            MOVES.fromGroup.col(),
            MOVES.toGroup.col(),
            MOVES.gapMonths.col(),
            MOVES.gapKind.col(),
            MOVES.trainingMonths.col(),
            MOVES.means.col(),
            MOVES.settledYear.col())
        .agg(
            max(when(before, MONTHS.level3.of("m"))).as(MOVES.fromArea.name()),
            max(when(arrives, MONTHS.level3.of("m"))).as(MOVES.toArea.name()),
            max(when(before, MONTHS.organisation.of("m"))).as(MOVES.organisationFrom.name()),
            max(when(arrives, MONTHS.organisation.of("m"))).as(MOVES.organisationTo.name()),
            max(when(before, MONTHS.band.of("m"))).as(MOVES.bandFrom.name()),
            max(when(arrives, MONTHS.band.of("m"))).as(MOVES.bandTo.name()),
            max(when(before, MONTHS.bandRank.of("m"))).as("rank_from"),
            max(when(arrives, MONTHS.bandRank.of("m"))).as("rank_to"),
            max(when(before, MONTHS.groupsHeld.of("m"))).as("held_before"),
            max(when(arrives, MONTHS.groupsHeld.of("m"))).as("held_after"),
            avg(when(at.between(lit(-PAY_MONTHS), lit(-1)), pay)).as("mean_before"),
            avg(when(at.between(lit(1), lit(PAY_MONTHS)), pay)).as("mean_after"));
  }

  private static Dataset<Row> tagged(Dataset<Row> moves) {
    Column from = col("rank_from");
    Column to = col("rank_to");
    return moves
        .withColumn(MOVES.month.name(), Month.first(AT))
        .withColumn(MOVES.viaGap.name(), MOVES.gapMonths.col().gt(lit(0)))
        .withColumn(
            MOVES.direction.name(),
            when(to.gt(from), lit("up"))
                .when(to.lt(from), lit("down"))
                .when(to.equalTo(from), lit("level"))
                .otherwise(lit("unknown")))
        .withColumn(MOVES.payBefore.name(), col("mean_before").cast(MOVES.payBefore.type()))
        .withColumn(MOVES.payAfter.name(), col("mean_after").cast(MOVES.payAfter.type()))
        .withColumn(
            MOVES.secondaryPromoted.name(),
            MainAssignmentSwaps.is(
                col("held_before"), col("held_after"), MOVES.fromGroup.col(), MOVES.toGroup.col()))
        .withColumn(MOVES.headline.name(), functions.not(MOVES.secondaryPromoted.col()));
  }
}
