package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.person.PayrollState;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** Counts leavers, those who could have left, and those there at both ends of a year. */
@AutoService(Job.class)
public final class CareersLeavingJob implements Transform {
  private static final CareersLeaving LEAVING = CareersLeaving.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final CareerYears.Horizon YEAR = YEARS.horizons.get(0);
  private static final String AT_END = "is_at_end";
  private static final String STARTED = "year_has_a_start";

  @Override
  public Table writes() {
    return LEAVING;
  }

  @Override
  public List<Table> reads() {
    return List.of(YEARS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> years = inputs.table(YEARS);
    Dataset<Row> both =
        years
            .withColumn(AT_END, lit(false))
            .unionByName(atEnd(years).withColumn(AT_END, lit(true)));
    Dataset<Row> cells = Cells.of(both, sums());
    Column headcounts = LEAVING.atStart.col().plus(LEAVING.atEnd.col()).divide(lit(2.0));
    Column stayers = LEAVING.atStart.col().minus(LEAVING.leaversOfStart.col());
    Column months = LEAVING.personMonths.col();
    Dataset<Row> official =
        LEAVING.stability.of(
            LEAVING.leaverRate.of(seen(cells), LEAVING.leavers.col(), headcounts),
            stayers,
            LEAVING.atStart.col());
    return LEAVING.select(
        LEAVING.monthlyLeft.of(
            LEAVING.monthlyLeaving.of(official, LEAVING.exits.col(), months),
            LEAVING.left.col(),
            months));
  }

  /**
   * Cells with anybody to count. One that is empty at the start of a year counts if another is not:
   * before a window's first 30 September there is an end without a start, and no year.
   */
  private static Dataset<Row> seen(Dataset<Row> cells) {
    Column started =
        max(LEAVING.atStart.col()).over(Window.partitionBy(LEAVING.year.col())).gt(lit(0L));
    Column ended = LEAVING.atEnd.col().plus(LEAVING.leavers.col()).gt(lit(0L));
    Column begun = LEAVING.atStart.col().plus(LEAVING.personMonths.col()).gt(lit(0L));
    return cells
        .withColumn(STARTED, started)
        .where(begun.or(functions.col(STARTED).and(ended)))
        .drop(STARTED);
  }

  /** Those at work on a 30 September, under the year that it ends. */
  private static Dataset<Row> atEnd(Dataset<Row> years) {
    return years
        .where(YEARS.atStart.col().and(YEARS.state.col().equalTo(lit(PayrollState.ACTIVE))))
        .withColumn(YEARS.year.name(), YEARS.year.col().minus(lit(1)));
  }

  private static List<Sum> sums() {
    Column end = functions.col(AT_END);
    Column ofYear = functions.not(end);
    return List.of(
        Sum.count(LEAVING.atStart, ofYear.and(YEAR.leaverOfficial().col().isNotNull())),
        Sum.count(LEAVING.atEnd, end),
        Sum.count(LEAVING.leavers, ofYear.and(is(YEARS.officialLeaver.col()))),
        Sum.count(LEAVING.leaversOfStart, ofYear.and(is(YEAR.leaverOfficial().col()))),
        Sum.of(
            LEAVING.personMonths,
            functions.when(ofYear, YEARS.personMonths.col()).otherwise(lit(0))),
        Sum.of(LEAVING.exits, functions.when(ofYear, YEARS.exits.col()).otherwise(lit(0))),
        Sum.count(LEAVING.left, ofYear.and(YEARS.left.col())));
  }

  private static Column is(Column outcome) {
    return coalesce(outcome, lit(false));
  }
}
