package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.SeptemberYear;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Counts entrants by move and from outside, and shares them out over origins. */
@AutoService(Job.class)
public final class CareersPipelinesJob implements Transform {
  private static final CareersPipelines PIPES = CareersPipelines.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final int WITHIN = 12;
  private static final String ENTRY = "month_of_entry";
  private static final String DESCRIBED = "year_described";

  @Override
  public Table writes() {
    return PIPES;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, MOVES, YEARS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> spells = inputs.table(SPELLS);
    int held = inputs.value(MoveRule.HELD);
    Dataset<Row> entrants =
        told(moved(inputs.table(MOVES)).unionByName(joined(spells, held)), spells, held);
    Dataset<Row> counted =
        Breakdown.of(described(entrants, inputs.table(YEARS)))
            .groupBy(
                PIPES.year.col(),
                PIPES.toGroup.col(),
                PIPES.fromGroup.col(),
                PIPES.breakdown.col(),
                PIPES.value.col())
            .agg(count(lit(1)).as(PIPES.entrants.name()));
    Dataset<Row> whole =
        counted.withColumn(
            PIPES.allEntrants.name(),
            sum(PIPES.entrants.col())
                .over(
                    Window.partitionBy(
                        PIPES.year.col(),
                        PIPES.toGroup.col(),
                        PIPES.breakdown.col(),
                        PIPES.value.col())));
    return PIPES.select(PIPES.share.of(whole, PIPES.entrants.col(), PIPES.allEntrants.col()));
  }

  /** Entrants with what their year from September says of them; once each. */
  private static Dataset<Row> described(Dataset<Row> entrants, Dataset<Row> years) {
    Dataset<Row> described = years.withColumnRenamed(YEARS.year.name(), DESCRIBED);
    return entrants.join(described, new String[] {YEARS.personId.name(), DESCRIBED}, "left_outer");
  }

  /**
   * Entrants of months of which both are known: who was there a year before, and whose move lasts.
   */
  private static Dataset<Row> told(Dataset<Row> entrants, Dataset<Row> spells, int held) {
    Dataset<Row> window =
        spells.agg(
            add_months(min(SPELLS.firstMonth.col()), WITHIN).as("told_from"),
            add_months(max(SPELLS.lastMonth.col()), -held).as("told_to"));
    return entrants
        .crossJoin(broadcast(window))
        .where(col(ENTRY).between(col("told_from"), col("told_to")))
        .withColumn(PIPES.year.name(), year(col(ENTRY)));
  }

  /** Those who move, described in the month before: September already shows the post entered. */
  private static Dataset<Row> moved(Dataset<Row> moves) {
    return moves
        .where(MOVES.headline.col())
        .select(
            MOVES.personId.col(),
            MOVES.month.col().as(ENTRY),
            SeptemberYear.of(Month.number(MOVES.month.col()).minus(lit(1))).as(DESCRIBED),
            PIPES.toGroup.is(MOVES.toGroup.col()),
            PIPES.fromGroup.is(
                when(MOVES.gapMonths.col().lt(lit(WITHIN)), MOVES.fromGroup.col())
                    .otherwise(lit(CareersPipelines.LONGER_AGO))));
  }

  /**
   * Those new to the record who work on for as long as proves a move, or moves would be too few.
   */
  private static Dataset<Row> joined(Dataset<Row> spells, int held) {
    Column atWork = SPELLS.state.col().equalTo(lit(PayrollState.ACTIVE));
    Column begun = col("first").getField(SPELLS.firstMonth.name());
    return spells
        .groupBy(SPELLS.personId.col())
        .agg(
            min(struct(SPELLS.firstMonth.col(), SPELLS.level2.col())).as("first"),
            sum(when(atWork, SPELLS.months.col())).as("at_work"))
        .where(col("at_work").gt(lit(held)))
        .where(col("first").getField(SPELLS.level2.name()).isNotNull())
        .select(
            SPELLS.personId.col(),
            begun.as(ENTRY),
            SeptemberYear.of(Month.number(begun)).as(DESCRIBED),
            PIPES.toGroup.is(col("first").getField(SPELLS.level2.name())),
            PIPES.fromGroup.is(lit(CareersPipelines.OUTSIDE)));
  }
}
