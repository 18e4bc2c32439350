package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

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

/** Counts the staff of each 30 September. */
@AutoService(Job.class)
public final class CareersWorkforceJob implements Transform {
  private static final CareersWorkforce STAFF = CareersWorkforce.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final String ALL_STAFF = "all_headcount";
  private static final String ALL_FTE = "all_fte";
  private static final String SQUARES = "fte_squares";
  private static final String ALL_SQUARES = "all_fte_squares";

  @Override
  public Table writes() {
    return STAFF;
  }

  @Override
  public List<Table> reads() {
    return List.of(YEARS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> cells =
        Cells.of(
            inputs.table(YEARS).where(YEARS.atStart.col()),
            List.of(
                Sum.count(STAFF.headcount, lit(true)),
                Sum.count(STAFF.atWork, YEARS.state.col().equalTo(lit(PayrollState.ACTIVE))),
                new Sum(STAFF.fte.name(), YEARS.fte.col()),
                new Sum(SQUARES, YEARS.fte.col().multiply(YEARS.fte.col()))));
    Dataset<Row> beside =
        cells
            .withColumn(ALL_STAFF, ofAll(STAFF.headcount.col()))
            .withColumn(ALL_FTE, ofAll(STAFF.fte.col()).cast("double"))
            .withColumn(ALL_SQUARES, ofAll(col(SQUARES)).cast("double"));
    Column fteShare = ofContracted(STAFF.fte.col().cast("double").divide(col(ALL_FTE)));
    Column persons = ofContracted(col(ALL_FTE).multiply(col(ALL_FTE)).divide(col(ALL_SQUARES)));
    Dataset<Row> shared =
        STAFF
            .fteShare
            .of(beside, fteShare.multiply(persons), persons)
            .withColumn(STAFF.fteShare.value().name(), fteShare)
            .withColumn(STAFF.fte.name(), STAFF.fte.col().cast(STAFF.fte.type()));
    return STAFF.select(STAFF.headcountShare.of(shared, STAFF.headcount.col(), col(ALL_STAFF)));
  }

  /** A quotient of contracted hours; null where nobody has any, as where all are bank staff. */
  private static Column ofContracted(Column quotient) {
    return when(col(ALL_FTE).gt(lit(0)), quotient);
  }

  /** The same of all occupations, beside each. */
  private static Column ofAll(Column sum) {
    return max(when(STAFF.level.col().equalTo(lit(Cells.ALL)), sum))
        .over(Window.partitionBy(STAFF.year.col(), STAFF.breakdown.col(), STAFF.value.col()));
  }
}
