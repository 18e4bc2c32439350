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

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MainAssignmentSwaps;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationPaths;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
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

  /** Values that the run's own is set beside (methods 2.3 and 2.1). */
  private static final List<Integer> PERSISTENCE = List.of(1, 3, 6);

  private static final List<Integer> GAPS = List.of(1, 3, 6, 12);

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
  public List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>(MoveRule.settings());
    settings.add(EsrSpellsJob.GAP);
    return settings;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    MoveRule own = MoveRule.of(inputs);
    int ownGap = inputs.value(EsrSpellsJob.GAP);
    List<MoveRule> rules = with(own.held(), PERSISTENCE).map(held -> rule(held, own)).toList();
    List<Integer> gaps = with(ownGap, GAPS).toList();
    int unproven = rules.stream().mapToInt(MoveRule::reach).max().orElseThrow() + 1;
    int unknownGap = Collections.max(gaps);
    Dataset<Row> spells = ServiceTransfers.apart(inputs.table(SPELLS), inputs.table(EXITS));
    Dataset<Row> ends = spells.agg(max(LAST).as("ends"));
    Dataset<Row> atWork = atWork(spells, ends, unproven);
    Dataset<Row> onPayroll = onPayroll(spells, ends, unknownGap);
    Dataset<Row> moves =
        rules.stream()
            .map(rule -> moves(spells, rule, ends, unproven))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Dataset<Row> exits =
        gaps.stream()
            .map(gap -> exits(spells, gap, ends, unknownGap))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Dataset<Row> told = MainAssignmentSwaps.told(moves, inputs.table(MONTHS));
    Column headline = not(col(MainAssignmentSwaps.SWAP));
    List<Column> ofMoves = new ArrayList<>();
    rules.forEach(
        rule ->
            ofMoves.add(
                count(CareersRuleGrid.PERSISTENCE, rule.held(), rule.equals(own), headline)));
    ofMoves.add(count(CareersRuleGrid.SWAPS, own.held(), false, lit(true)));
    List<Column> ofExits =
        gaps.stream().map(v -> count(CareersRuleGrid.GAP, v, v == ownGap, lit(true))).toList();
    return GRID.select(
        rated(counted(told, ofMoves, atWork).unionByName(counted(exits, ofExits, onPayroll))));
  }

  /** Values of a rule with the run's own among them, in order. */
  private static Stream<Integer> with(int own, List<Integer> values) {
    return Stream.concat(Stream.of(own), values.stream()).distinct().sorted();
  }

  /** The run's own rule, or the same under another value of the months that prove a move. */
  private static MoveRule rule(int held, MoveRule own) {
    return held == own.held() ? own : new MoveRule(held, held + 1, own.noReturn());
  }

  /** How many events there are under a value of a rule. */
  private static Column count(String rule, int value, boolean own, Column which) {
    Column counts = col(UNDER).equalTo(lit(value)).and(which);
    return struct(
        lit(rule).as(GRID.rule.name()),
        lit(value).as(GRID.months.name()),
        lit(own).as(GRID.headline.name()),
        functions.count(when(counts, lit(1))).as(GRID.events.name()));
  }

  /** All such numbers in one pass; none is told as nought. */
  private static Dataset<Row> counted(
      Dataset<Row> events, List<Column> counts, Dataset<Row> atRisk) {
    return events
        .agg(array(counts.toArray(Column[]::new)).as("counts"))
        .select(inline(col("counts")))
        .crossJoin(broadcast(atRisk));
  }

  private static Dataset<Row> moves(
      Dataset<Row> spells, MoveRule rule, Dataset<Row> ends, int unproven) {
    return OccupationPaths.moves(spells, rule)
        .crossJoin(broadcast(ends))
        .where(col(OccupationPaths.MONTH).leq(col("ends").minus(lit(unproven))))
        .drop("ends")
        .withColumn(UNDER, lit(rule.held()));
  }

  private static Dataset<Row> exits(
      Dataset<Row> spells, int gap, Dataset<Row> ends, int unknownGap) {
    return spells
        .where(SPELLS.state.col().isin(PayrollState.GAP, PayrollState.LEFT))
        .where(SPELLS.months.col().geq(lit(gap)))
        .crossJoin(broadcast(ends))
        .where(FIRST.leq(col("ends").minus(lit(unknownGap - 1))))
        .select(lit(gap).as(UNDER));
  }

  private static Dataset<Row> atWork(Dataset<Row> spells, Dataset<Row> ends, int unproven) {
    Dataset<Row> working =
        spells.where(
            SPELLS
                .state
                .col()
                .equalTo(lit(PayrollState.ACTIVE))
                .and(SPELLS.level2.col().isNotNull()));
    return months(working, ends, unproven);
  }

  private static Dataset<Row> onPayroll(Dataset<Row> spells, Dataset<Row> ends, int unknownGap) {
    return months(spells.where(PayrollState.onPayroll(SPELLS.state.col())), ends, unknownGap);
  }

  /** Months of spells up to so many before the record's end. */
  private static Dataset<Row> months(Dataset<Row> spells, Dataset<Row> ends, int before) {
    Column until = least(LAST, col("ends").minus(lit(before)));
    Column months = until.minus(FIRST).plus(lit(1));
    return spells
        .crossJoin(broadcast(ends))
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
