package careworkforce.pipelines.gold.careers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MainAssignmentSwaps;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationPaths;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts moves and exits anew under each value of their rule. */
@AutoService(Job.class)
public final class CareersRuleGridJob implements Transform {
  private static final CareersRuleGrid GRID = CareersRuleGrid.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final List<Integer> PERSISTENCE = List.of(1, 3, 6);
  private static final List<Integer> GAPS = List.of(1, 3, 6, 12);

  /** Months within which a return undoes a move, under every value. */
  private static final int NO_RETURN = 6;

  /** Months at the record's end in which the longest proof, or the longest gap, is not seen. */
  private static final int UNPROVEN = 8;

  private static final int UNKNOWN_GAP = 12;

  /** Name of the rule's value under which an event is one. */
  private static final String UNDER = "under";

  private static final Column FIRST = Month.number(SPELLS.firstMonth.col());
  private static final Column LAST = Month.number(SPELLS.lastMonth.col());

  @Override
  public Table writes() {
    return GRID;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, EXITS, MONTHS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> spells = ServiceTransfers.apart(inputs.table(SPELLS), inputs.table(EXITS));
    Dataset<Row> ends = spells.agg(max(LAST).as("ends"));
    Dataset<Row> atWork = atWork(spells, ends);
    Dataset<Row> onPayroll = onPayroll(spells, ends);
    Dataset<Row> moves =
        PERSISTENCE.stream()
            .map(held -> moves(spells, held, ends))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Dataset<Row> exits =
        GAPS.stream()
            .map(gap -> exits(spells, gap, ends))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Dataset<Row> told = MainAssignmentSwaps.told(moves, inputs.table(MONTHS));
    Column headline = not(col(MainAssignmentSwaps.SWAP));
    List<Column> ofMoves = new ArrayList<>();
    PERSISTENCE.forEach(v -> ofMoves.add(count(CareersRuleGrid.PERSISTENCE, v, headline)));
    ofMoves.add(count(CareersRuleGrid.SWAPS, CareersRuleGrid.HEADLINE, lit(true)));
    List<Column> ofExits =
        GAPS.stream().map(v -> count(CareersRuleGrid.GAP, v, lit(true))).toList();
    return GRID.select(
        rated(counted(told, ofMoves, atWork).unionByName(counted(exits, ofExits, onPayroll))));
  }

  /** How many events there are under a value of a rule. */
  private static Column count(String rule, int value, Column which) {
    Column counts = col(UNDER).equalTo(lit(value)).and(which);
    return struct(
        lit(rule).as(GRID.rule.name()),
        lit(value).as(GRID.months.name()),
        functions.count(when(counts, lit(1))).as(GRID.events.name()));
  }

  /** All such numbers in one pass; none is told as nought. */
  private static Dataset<Row> counted(
      Dataset<Row> events, List<Column> counts, Dataset<Row> atRisk) {
    return events
        .agg(array(counts.toArray(Column[]::new)).as("counts"))
        .select(inline(col("counts")))
        .join(broadcast(atRisk));
  }

  private static Dataset<Row> moves(Dataset<Row> spells, int held, Dataset<Row> ends) {
    return OccupationPaths.moves(spells, new MoveRule(held, held + 1, NO_RETURN))
        .join(broadcast(ends))
        .where(col(OccupationPaths.MONTH).leq(col("ends").minus(lit(UNPROVEN))))
        .drop("ends")
        .withColumn(UNDER, lit(held));
  }

  private static Dataset<Row> exits(Dataset<Row> spells, int gap, Dataset<Row> ends) {
    return spells
        .where(SPELLS.state.col().isin(PayrollState.GAP, PayrollState.LEFT))
        .where(SPELLS.months.col().geq(lit(gap)))
        .join(broadcast(ends))
        .where(FIRST.leq(col("ends").minus(lit(UNKNOWN_GAP - 1))))
        .select(lit(gap).as(UNDER));
  }

  private static Dataset<Row> atWork(Dataset<Row> spells, Dataset<Row> ends) {
    Dataset<Row> working =
        spells.where(
            SPELLS
                .state
                .col()
                .equalTo(lit(PayrollState.ACTIVE))
                .and(SPELLS.level2.col().isNotNull()));
    return months(working, ends, UNPROVEN);
  }

  private static Dataset<Row> onPayroll(Dataset<Row> spells, Dataset<Row> ends) {
    Object[] states = PayrollState.ON_PAYROLL.codes().toArray();
    return months(spells.where(SPELLS.state.col().isin(states)), ends, UNKNOWN_GAP);
  }

  /** Months of spells up to so many before the record's end. */
  private static Dataset<Row> months(Dataset<Row> spells, Dataset<Row> ends, int before) {
    Column until = least(LAST, col("ends").minus(lit(before)));
    Column months = until.minus(FIRST).plus(lit(1));
    return spells
        .join(broadcast(ends))
        .agg(
            coalesce(sum(when(months.gt(lit(0)), months)), lit(0))
                .cast("long")
                .as(GRID.personMonths.name()));
  }

  private static Dataset<Row> rated(Dataset<Row> grid) {
    Column events = GRID.events.col();
    Column atRisk = GRID.personMonths.col();
    return grid.withColumn(
            GRID.rate.name(), when(atRisk.gt(lit(0L)), events.cast("double").divide(atRisk)))
        .withColumn(GRID.rateLow.name(), Wilson.low(events, atRisk))
        .withColumn(GRID.rateHigh.name(), Wilson.high(events, atRisk));
  }
}
