package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.person.PayrollState;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
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
    Dataset<Row> counts =
        seen(Cells.of(both, sums()))
            .withColumn(LEAVING.leaversOfGroup.name(), GroupLeavers.total(LEAVING.leaversOfGroup))
            .withColumn(
                LEAVING.leaversOfGroupOfStart.name(),
                GroupLeavers.total(LEAVING.leaversOfGroupOfStart));
    return LEAVING.select(monthly(official(counts)));
  }

  private static Dataset<Row> official(Dataset<Row> counts) {
    Column start = LEAVING.atStart.col();
    Column headcounts = start.plus(LEAVING.atEnd.col()).divide(lit(2.0));
    Dataset<Row> rates =
        LEAVING.leaverRateOfGroup.of(
            LEAVING.leaverRate.of(counts, LEAVING.leavers.col(), headcounts),
            LEAVING.leaversOfGroup.col(),
            headcounts);
    return LEAVING.stabilityOfGroup.of(
        LEAVING.stability.of(rates, start.minus(LEAVING.leaversOfStart.col()), start),
        start.minus(LEAVING.leaversOfGroupOfStart.col()),
        start);
  }

  private static Dataset<Row> monthly(Dataset<Row> counts) {
    Column months = LEAVING.personMonths.col();
    return LEAVING.monthlyLeavingAcute.of(
        LEAVING.monthlyLeft.of(
            LEAVING.monthlyLeaving.of(counts, LEAVING.exits.col(), months),
            LEAVING.left.col(),
            months),
        LEAVING.acuteExits.col(),
        LEAVING.acuteMonths.col());
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

  /** Those in active service on a 30 September, under the year that it ends. */
  private static Dataset<Row> atEnd(Dataset<Row> years) {
    return years
        .where(YEARS.atStart.col().and(PayrollState.inActiveService(YEARS.state.col())))
        .withColumn(YEARS.year.name(), YEARS.year.col().minus(lit(1)));
  }

  private static List<Sum> sums() {
    Column end = functions.col(AT_END);
    Column ofYear = functions.not(end);
    Column ofStart = ofYear.and(YEAR.leaverOfficial().col().isNotNull());
    List<Sum> sums = new ArrayList<>();
    sums.add(Sum.count(LEAVING.atStart, ofStart));
    sums.add(Sum.count(LEAVING.atEnd, end));
    sums.add(Sum.count(LEAVING.leavers, ofYear.and(is(YEARS.officialLeaver.col()))));
    sums.add(Sum.count(LEAVING.leaversOfStart, ofYear.and(is(YEAR.leaverOfficial().col()))));
    sums.addAll(GroupLeavers.sums(LEAVING.leaversOfGroup, ofYear));
    sums.addAll(GroupLeavers.sums(LEAVING.leaversOfGroupOfStart, ofStart));
    sums.add(ofYear(LEAVING.personMonths, YEARS.personMonths));
    sums.add(ofYear(LEAVING.exits, YEARS.exits));
    sums.add(ofYear(LEAVING.acuteMonths, YEARS.acuteMonths));
    sums.add(ofYear(LEAVING.acuteExits, YEARS.acuteExits));
    sums.add(Sum.count(LEAVING.left, ofYear.and(YEARS.left.col())));
    return sums;
  }

  /** A sum over the rows of the year itself. */
  private static Sum ofYear(Field total, Field each) {
    return Sum.of(
        total, functions.when(functions.not(functions.col(AT_END)), each.col()).otherwise(lit(0)));
  }

  private static Column is(Column outcome) {
    return coalesce(outcome, lit(false));
  }
}
