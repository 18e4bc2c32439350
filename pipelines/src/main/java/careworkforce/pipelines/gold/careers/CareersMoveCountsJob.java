package careworkforce.pipelines.gold.careers;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ToldMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts moves by pathway. */
@AutoService(Job.class)
public final class CareersMoveCountsJob implements Transform {
  private static final CareersMoveCounts COUNTS = CareersMoveCounts.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;

  @Override
  public Table writes() {
    return COUNTS;
  }

  @Override
  public List<Table> reads() {
    return List.of(MOVES, EsrPersonMonths.TABLE);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Column counted = MOVES.headline.col();
    Column paid =
        counted.and(MOVES.payBefore.col().isNotNull()).and(MOVES.payAfter.col().isNotNull());
    Column elsewhere = MOVES.organisationFrom.col().notEqual(MOVES.organisationTo.col());
    Dataset<Row> counts =
        inputs
            .table(MOVES)
            .groupBy(
                COUNTS.year.is(year(MOVES.month.col())),
                COUNTS.fromGroup.is(MOVES.fromGroup.col()),
                COUNTS.toGroup.is(MOVES.toGroup.col()),
                COUNTS.means.is(MOVES.means.col()),
                COUNTS.direction.is(MOVES.direction.col()))
            .agg(
                count_if(counted).as(COUNTS.moves.name()),
                count_if(counted.and(MOVES.viaGap.col())).as(COUNTS.viaGap.name()),
                count_if(counted.and(elsewhere)).as(COUNTS.otherTrust.name()),
                count_if(MOVES.secondaryPromoted.col()).as(COUNTS.secondaryPromoted.name()),
                count_if(paid).as(COUNTS.payMoves.name()),
                avg(when(paid, MOVES.payBefore.col())).as(COUNTS.payBefore.name()),
                avg(when(paid, MOVES.payAfter.col())).as(COUNTS.payAfter.name()));
    Column january = COUNTS.year.col().multiply(lit(12));
    return COUNTS.select(
        RecordWindow.beside(counts, inputs)
            .withColumn(
                COUNTS.months.name(),
                ToldMonths.of(inputs).between(january, january.plus(lit(11)))));
  }
}
