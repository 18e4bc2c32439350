package careworkforce.pipelines.gold.careers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.SeptemberYear;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import careworkforce.pipelines.silver.spells.ToldMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Compares Septembers and counts the moves between them. */
@AutoService(Job.class)
public final class CareersTransitionMatrixJob implements Transform {
  private static final CareersTransitionMatrix MATRIX = CareersTransitionMatrix.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;
  private static final Column FIRST = col("first_september");
  private static final Column LAST = col("last_september");
  private static final Column NEXT = col("next");
  private static final Column ALIKE = col("alike");
  private static final String[] CELL = {"year", "from_group", "to_group"};

  @Override
  public Table writes() {
    return MATRIX;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, MOVES, EXITS, EsrPersonMonths.TABLE);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD, EsrSpellsJob.GAP);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> spells = inputs.table(SPELLS);
    Dataset<Row> massExits = inputs.table(EXITS);
    Dataset<Row> left =
        ServiceTransfers.apart(spells.where(SPELLS.leaves()), massExits).where(SPELLS.leaves());
    Dataset<Row> cells =
        compared(ServiceTransfers.apart(spells, massExits))
            .unionByName(moved(inputs.table(MOVES)), true)
            .unionByName(exits(left), true)
            .groupBy(col(CELL[0]), col(CELL[1]), col(CELL[2]))
            .agg(
                coalesce(sum(MATRIX.personsThere.col()), lit(0L)).as(MATRIX.personsThere.name()),
                coalesce(sum(MATRIX.moves.col()), lit(0L)).as(MATRIX.moves.name()));
    Dataset<Row> totals =
        cells.withColumn(
            MATRIX.persons.name(),
            sum(MATRIX.personsThere.col())
                .over(Window.partitionBy(MATRIX.year.col(), MATRIX.fromGroup.col())));
    return MATRIX.select(
        rated(
            totals
                .where(MATRIX.persons.col().gt(lit(0L)))
                .join(
                    atRisk(spells, inputs),
                    new String[] {MATRIX.year.name(), MATRIX.fromGroup.name()},
                    "left_outer")));
  }

  /**
   * Each September beside the next. Inside a spell both are known from it; only of its last is the
   * next looked up, in the spell that follows, so that people are sorted by spell and not by year.
   */
  private static Dataset<Row> compared(Dataset<Row> spells) {
    WindowSpec career = Window.partitionBy(SPELLS.personId.col()).orderBy(FIRST);
    Column before = Month.number(SPELLS.firstMonth.col()).minus(lit(1));
    Column destination =
        when(onPayroll(), group())
            .when(
                SPELLS.state.col().equalTo(lit(PayrollState.TRANSFERRED)),
                lit(CareerYears.TRANSFERRED))
            .otherwise(lit(CareerYears.LEFT));
    Dataset<Row> followed =
        spells
            .select(
                SPELLS.personId.col(),
                SeptemberYear.of(before).plus(lit(1)).as(FIRST.toString()),
                SeptemberYear.of(Month.number(SPELLS.lastMonth.col())).as(LAST.toString()),
                destination.as("destination"))
            .where(FIRST.leq(LAST))
            .withColumn(
                NEXT.toString(),
                when(
                    lead(FIRST, 1).over(career).equalTo(LAST.plus(lit(1))),
                    lead(col("destination"), 1).over(career)))
            .where(not(col("destination").isin(CareerYears.TRANSFERRED, CareerYears.LEFT)))
            .withColumnRenamed("destination", MATRIX.fromGroup.name());
    return alike(followed, MATRIX.fromGroup.col(), FIRST, LAST, NEXT)
        .withColumn(MATRIX.year.name(), explode(sequence(FIRST, LAST)))
        .withColumn(
            MATRIX.toGroup.name(),
            when(MATRIX.year.col().lt(LAST), MATRIX.fromGroup.col()).otherwise(NEXT))
        .where(MATRIX.toGroup.col().isNotNull())
        .groupBy(col(CELL[0]), col(CELL[1]), col(CELL[2]))
        .agg(sum(ALIKE).as(MATRIX.personsThere.name()));
  }

  /** Spells counted by what is the same in many: the years of each kind are gone through once. */
  private static Dataset<Row> alike(Dataset<Row> spells, Column... by) {
    return spells.groupBy(by).agg(count(lit(1)).as(ALIKE.toString()));
  }

  private static Dataset<Row> moved(Dataset<Row> moves) {
    return moves
        .where(MOVES.headline.col())
        .groupBy(
            MATRIX.year.is(SeptemberYear.ofChange(Month.number(MOVES.month.col()))),
            MATRIX.fromGroup.is(MOVES.fromGroup.col()),
            MATRIX.toGroup.is(MOVES.toGroup.col()))
        .agg(count(lit(1)).as(MATRIX.moves.name()));
  }

  /** An exit shows in the month after the last on a payroll. */
  private static Dataset<Row> exits(Dataset<Row> left) {
    return left.where(group().isNotNull())
        .groupBy(
            MATRIX.year.is(SeptemberYear.of(Month.number(SPELLS.lastMonth.col()))),
            MATRIX.fromGroup.is(group()),
            MATRIX.toGroup.is(lit(CareerYears.LEFT)))
        .agg(count(lit(1)).as(MATRIX.moves.name()));
  }

  /**
   * Months on the payroll by origin, from October to the next September: those in which a move can
   * be told, and those in which an exit can, the first month of an absence to the record's end.
   */
  private static Dataset<Row> atRisk(Dataset<Row> spells, Inputs inputs) {
    Column lastMove = ToldMonths.of(inputs).last();
    Column lastExit = RecordWindow.LAST.minus(lit(inputs.value(EsrSpellsJob.GAP) - 1));
    Dataset<Row> years =
        alike(
                spells.where(onPayroll().and(group().isNotNull())),
                MATRIX.fromGroup.is(group()),
                SPELLS.firstMonth.col(),
                SPELLS.lastMonth.col())
            .withColumn(
                MATRIX.year.name(),
                explode(
                    sequence(
                        SeptemberYear.ofChange(Month.number(SPELLS.firstMonth.col())),
                        SeptemberYear.ofChange(Month.number(SPELLS.lastMonth.col())))));
    return RecordWindow.beside(years, inputs)
        .groupBy(MATRIX.year.col(), MATRIX.fromGroup.col())
        .agg(
            sum(monthsTo(lastMove).multiply(ALIKE)).as(MATRIX.personMonths.name()),
            sum(monthsTo(lastExit).multiply(ALIKE)).as(MATRIX.leavingMonths.name()));
  }

  /** Months of a spell in its year from October, none of them later than one. */
  private static Column monthsTo(Column told) {
    Column first = Month.number(SPELLS.firstMonth.col());
    Column last = Month.number(SPELLS.lastMonth.col());
    Column october = SeptemberYear.firstChange(MATRIX.year.col());
    Column until = least(last, SeptemberYear.lastChange(MATRIX.year.col()), told);
    return greatest(lit(0), until.minus(greatest(first, october)).plus(lit(1)));
  }

  /**
   * Moves of an October follow a September outside the year, so they are no share of its months.
   */
  private static Dataset<Row> rated(Dataset<Row> cells) {
    Column atRisk =
        when(MATRIX.toGroup.col().equalTo(lit(CareerYears.LEFT)), MATRIX.leavingMonths.col())
            .otherwise(MATRIX.personMonths.col());
    return cells
        .withColumn(MATRIX.personMonths.name(), coalesce(MATRIX.personMonths.col(), lit(0L)))
        .withColumn(MATRIX.leavingMonths.name(), coalesce(MATRIX.leavingMonths.col(), lit(0L)))
        .withColumn(
            MATRIX.share.name(),
            MATRIX.personsThere.col().cast("double").divide(MATRIX.persons.col()))
        .withColumn(
            MATRIX.shareLow.name(), Wilson.low(MATRIX.personsThere.col(), MATRIX.persons.col()))
        .withColumn(
            MATRIX.shareHigh.name(), Wilson.high(MATRIX.personsThere.col(), MATRIX.persons.col()))
        .withColumn(
            MATRIX.rate.name(),
            when(atRisk.gt(lit(0L)), MATRIX.moves.col().cast("double").divide(atRisk)))
        .withColumn(MATRIX.rateLow.name(), Byar.low(MATRIX.moves.col(), atRisk))
        .withColumn(MATRIX.rateHigh.name(), Byar.high(MATRIX.moves.col(), atRisk));
  }

  private static Column onPayroll() {
    return PayrollState.onPayroll(SPELLS.state.col());
  }

  private static Column group() {
    return SPELLS.level2.col();
  }
}
