package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
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
  private static final String WAY = "way";

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
    Dataset<Row> ways = Breakdown.of(inputs.table(YEARS).withColumn(WAY, explode(ways())));
    for (Field field : List.of(MOVES.fromGroup, MOVES.toGroup)) {
      ways = ways.withColumn(field.name(), col(WAY).getField(field.name()));
    }
    Dataset<Row> cells =
        ways.groupBy(
                MOVES.year.col(),
                MOVES.fromGroup.col(),
                MOVES.toGroup.col(),
                MOVES.breakdown.col(),
                MOVES.value.col())
            .agg(total(MOVES.personsThere), total(MOVES.movers), total(MOVES.personMonths));
    WindowSpec origin =
        Window.partitionBy(
            MOVES.year.col(), MOVES.fromGroup.col(), MOVES.breakdown.col(), MOVES.value.col());
    Dataset<Row> whole =
        cells
            .withColumn(MOVES.persons.name(), sum(MOVES.personsThere.col()).over(origin))
            .withColumn(MOVES.personMonths.name(), sum(MOVES.personMonths.col()).over(origin))
            .where(MOVES.toGroup.col().isNotNull());
    return MOVES.select(
        MOVES.rate.of(
            MOVES.share.of(whole, MOVES.personsThere.col(), MOVES.persons.col()),
            MOVES.movers.col(),
            MOVES.personMonths.col()));
  }

  private static Column total(Field count) {
    return sum(col(WAY).getField(count.name())).as(count.name());
  }

  /** What a person's year is counted as; months stand under an origin without destination. */
  private static Column ways() {
    Column compared =
        YEARS
            .atStart
            .col()
            .and(YEARS.level2.col().isNotNull())
            .and(YEARS.groupAYearLater.col().isNotNull());
    Column unknown = lit(null).cast("string");
    return org.apache.spark.sql.functions.filter(
        array(
            way(
                coalesce(compared, lit(false)),
                YEARS.level2.col(),
                YEARS.groupAYearLater.col(),
                lit(1L),
                lit(0L),
                lit(0L)),
            way(
                YEARS.movedTo.col().isNotNull(),
                YEARS.movedFrom.col(),
                YEARS.movedTo.col(),
                lit(0L),
                lit(1L),
                lit(0L)),
            way(
                YEARS.left.col().and(YEARS.level2.col().isNotNull()),
                YEARS.level2.col(),
                lit(CareerYears.LEFT),
                lit(0L),
                lit(1L),
                lit(0L)),
            way(
                YEARS.level2.col().isNotNull(),
                YEARS.level2.col(),
                unknown,
                lit(0L),
                lit(0L),
                YEARS.personMonths.col().cast("long"))),
        way -> way.isNotNull());
  }

  private static Column way(
      Column is, Column from, Column to, Column there, Column movers, Column months) {
    return when(
        is,
        struct(
            MOVES.fromGroup.is(from),
            MOVES.toGroup.is(to),
            MOVES.personsThere.is(there),
            MOVES.movers.is(movers),
            MOVES.personMonths.is(months)));
  }
}
