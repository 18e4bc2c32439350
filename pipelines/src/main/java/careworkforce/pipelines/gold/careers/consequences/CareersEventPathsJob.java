package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Follows movers, and those back from leave or long sickness, beside comparable staff. */
@AutoService(Job.class)
public final class CareersEventPathsJob implements Transform {
  private static final CareersEventPaths PATHS = CareersEventPaths.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final Column BASE = col(MatchedUnits.BASE);
  private static final Column EVENT_AT = col(MatchedUnits.EVENT_AT);

  @Override
  public Table writes() {
    return PATHS;
  }

  @Override
  public List<Table> reads() {
    List<Table> reads = new ArrayList<>(StaffPanel.tables());
    reads.add(MOVES);
    return reads;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> panel = StaffPanel.of(inputs);
    Dataset<Row> months = inputs.table(MONTHS);
    Dataset<Row> moves = CareerEvents.moves(inputs.table(MOVES));
    List<Row> rows = new ArrayList<>();
    EventPathRows writer = new EventPathRows(inputs, reads());
    rows.addAll(
        writer.rows(
            "moves between occupation groups, against matched stayers", true, sums(panel, moves)));
    rows.addAll(
        writer.rows(
            "moves between occupation groups, against direct recruits",
            false,
            recruits(panel, moves)));
    rows.addAll(
        writer.rows(
            "returns from parental leave, against matched staff",
            true,
            sums(panel, CareerEvents.returns(months, PayrollState.PARENTAL))));
    rows.addAll(
        writer.rows(
            "returns from long sickness, against matched staff",
            true,
            sums(panel, CareerEvents.returns(months, PayrollState.LONG_SICK))));
    return PATHS.select(inputs.rows(rows, PATHS.schema()));
  }

  /** Staff with the event beside staff of the same kind a year on the payroll, both at work. */
  private static Dataset<Row> sums(Dataset<Row> panel, Dataset<Row> events) {
    Dataset<Row> described =
        panel
            .where(
                col(StaffPanel.ACTIVE)
                    .and(
                        col(StaffPanel.ENTRY)
                            .leq(col(StaffPanel.AT).plus(lit(1 - MatchedUnits.BEFORE)))))
            .withColumn(MatchedUnits.BASE, col(StaffPanel.AT))
            .withColumn(MatchedUnits.STRATUM, col(StaffPanel.KIND));
    Dataset<Row> clean =
        MatchedUnits.clean(events)
            .select(col(StaffPanel.PERSON).as("event_person"), BASE.as("event_base"), EVENT_AT);
    Dataset<Row> treated =
        within(
            described
                .join(
                    clean,
                    col(StaffPanel.PERSON)
                        .equalTo(col("event_person"))
                        .and(BASE.equalTo(col("event_base"))),
                    "inner")
                .drop("event_person", "event_base"),
            panel,
            MatchedUnits.BEFORE);
    return MatchedPaths.sums(
        MatchedUnits.of(treated, described, events), panel, -MatchedUnits.BEFORE, true);
  }

  /** Movers in their first month beside staff new to the record in the same month and job. */
  private static Dataset<Row> recruits(Dataset<Row> panel, Dataset<Row> moves) {
    Dataset<Row> described =
        panel
            .where(col(StaffPanel.ACTIVE))
            .withColumn(MatchedUnits.BASE, col(StaffPanel.AT))
            .withColumn(MatchedUnits.STRATUM, col(StaffPanel.JOB));
    Dataset<Row> movers =
        within(
            described
                .join(
                    moves.select(col(StaffPanel.PERSON).as("event_person"), EVENT_AT),
                    col(StaffPanel.PERSON).equalTo(col("event_person")).and(BASE.equalTo(EVENT_AT)),
                    "inner")
                .drop("event_person"),
            panel,
            1);
    Dataset<Row> recruits = described.where(col(StaffPanel.ENTRY).equalTo(BASE));
    return MatchedPaths.sums(MatchedUnits.of(movers, recruits, moves.limit(0)), panel, 0, false);
  }

  /** Events whose window, from so many months before, lies within the record. */
  private static Dataset<Row> within(Dataset<Row> treated, Dataset<Row> panel, int before) {
    Dataset<Row> window =
        panel.agg(min(col(StaffPanel.AT)).as("begins"), max(col(StaffPanel.AT)).as("ends"));
    return treated
        .join(broadcast(window))
        .where(
            EVENT_AT
                .geq(col("begins").plus(lit(before)))
                .and(EVENT_AT.leq(col("ends").minus(lit(MatchedUnits.AFTER)))))
        .drop("begins", "ends");
  }
}
