package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.careers.CareerYears;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Counts each person's year as a comparison, a move and an exit, as far as it is each, and as
 * months in the origin.
 */
@AutoService(Job.class)
public final class CareersMovesByJob implements Transform {
  private static final CareersMovesBy MOVES = CareersMovesBy.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final String COUNTS = "counts";
  private static final String LAST = "last_compared";
  private static final List<Field> COUNTED =
      List.of(MOVES.personsThere, MOVES.movers, MOVES.personMonths, MOVES.leavingMonths);

  @Override
  public Table writes() {
    return MOVES;
  }

  @Override
  public List<Table> reads() {
    return List.of(YEARS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> cells =
        Breakdown.of(Laid.out(compared(inputs.table(YEARS)), ways()))
            .groupBy(
                MOVES.year.col(),
                MOVES.fromGroup.col(),
                MOVES.toGroup.col(),
                MOVES.breakdown.col(),
                MOVES.value.col())
            .agg(
                total(MOVES.personsThere),
                COUNTED.stream().skip(1).map(field -> total(field)).toArray(Column[]::new));
    WindowSpec origin =
        Window.partitionBy(
            MOVES.year.col(), MOVES.fromGroup.col(), MOVES.breakdown.col(), MOVES.value.col());
    Dataset<Row> whole =
        cells
            .withColumn(MOVES.persons.name(), sum(MOVES.personsThere.col()).over(origin))
            .withColumn(MOVES.personMonths.name(), sum(MOVES.personMonths.col()).over(origin))
            .withColumn(MOVES.leavingMonths.name(), sum(MOVES.leavingMonths.col()).over(origin))
            .where(MOVES.toGroup.col().isNotNull());
    Column atRisk =
        when(MOVES.toGroup.col().equalTo(lit(CareerYears.LEFT)), MOVES.leavingMonths.col())
            .otherwise(MOVES.personMonths.col());
    return MOVES.select(
        MOVES.rate.of(
            MOVES.share.of(whole, MOVES.personsThere.col(), MOVES.persons.col()),
            MOVES.movers.col(),
            atRisk));
  }

  /** Careers in years whose next 30 September the record reaches. */
  private static Dataset<Row> compared(Dataset<Row> years) {
    Dataset<Row> last =
        years
            .where(YEARS.atStart.col().and(YEARS.groupAYearLater.col().isNotNull()))
            .agg(max(YEARS.year.col()).as(LAST));
    return years.crossJoin(broadcast(last)).where(YEARS.year.col().leq(col(LAST))).drop(LAST);
  }

  private static Column total(Field count) {
    return sum(col(COUNTS).getField(count.name())).as(count.name());
  }

  /** What a person's year is counted as; months stand under an origin without destination. */
  private static Column[] ways() {
    Column group = YEARS.level2.col();
    Column later = YEARS.groupAYearLater.col();
    Column compared = YEARS.atStart.col().and(group.isNotNull()).and(later.isNotNull());
    Map<Field, Column> months =
        Map.of(
            MOVES.personMonths, YEARS.movingMonths.col().cast("long"),
            MOVES.leavingMonths, YEARS.personMonths.col().cast("long"));
    Map<Field, Column> mover = Map.of(MOVES.movers, lit(1L));
    Column nowhere = lit(null).cast("string");
    return new Column[] {
      way(compared, group, later, Map.of(MOVES.personsThere, lit(1L))),
      way(YEARS.movedTo.col().isNotNull(), YEARS.movedFrom.col(), YEARS.movedTo.col(), mover),
      way(YEARS.left.col().and(group.isNotNull()), group, lit(CareerYears.LEFT), mover),
      way(group.isNotNull(), group, nowhere, months)
    };
  }

  /** A way that adds to some of the counts; null unless it is taken. */
  private static Column way(Column is, Column from, Column to, Map<Field, Column> adds) {
    Column[] counts =
        COUNTED.stream()
            .map(field -> field.is(adds.getOrDefault(field, lit(0L))))
            .toArray(Column[]::new);
    return when(
        is, struct(MOVES.fromGroup.is(from), MOVES.toGroup.is(to), struct(counts).as(COUNTS)));
  }
}
