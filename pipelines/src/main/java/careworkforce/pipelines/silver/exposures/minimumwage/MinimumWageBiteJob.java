package careworkforce.pipelines.silver.exposures.minimumwage;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.reference.MinimumWageMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Holds what workers were paid before each rise of the floor against the floor after it. */
@AutoService(Job.class)
public final class MinimumWageBiteJob implements Transform {
  private static final MinimumWageBite BITE = MinimumWageBite.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;
  private static final MinimumWageMonths FLOORS = MinimumWageMonths.TABLE;
  private static final int YEAR = 12;
  private static final String CUT_MONTH = "cut_month";

  @Override
  public Table writes() {
    return BITE;
  }

  @Override
  public List<Table> reads() {
    return List.of(CUTS, FLOORS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> floors = inputs.table(FLOORS).where(FLOORS.apprentice.col().equalTo(lit(false)));
    Dataset<Row> cuts = inputs.table(CUTS);
    Dataset<Row> months = months(floors);
    Dataset<Row> rises = withCut(months, cuts);
    Dataset<Row> bites = bites(cuts, rises, floors);
    return BITE.select(
        bites.join(
            broadcast(months.select(BITE.rise.col(), BITE.month.col())),
            new String[] {BITE.rise.name()},
            "inner"));
  }

  /** Each month with the rise in force: the last month until then in which the top rate rose. */
  private static Dataset<Row> months(Dataset<Row> floors) {
    WindowSpec before = Window.orderBy(BITE.month.col());
    WindowSpec soFar = before.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column rose = col("top").gt(lag(col("top"), 1).over(before));
    return floors
        .groupBy(BITE.month.is(FLOORS.month.col()))
        .agg(max(FLOORS.rate.col()).as("top"))
        .withColumn("rose_in", when(rose, BITE.month.col()))
        .withColumn(BITE.rise.name(), max(col("rose_in")).over(soFar))
        .where(BITE.rise.col().isNotNull());
  }

  /** Each rise with the last cut of the year before it. */
  private static Dataset<Row> withCut(Dataset<Row> months, Dataset<Row> cuts) {
    Column inYearBefore =
        col(CUT_MONTH)
            .lt(BITE.rise.col())
            .and(col(CUT_MONTH).geq(add_months(BITE.rise.col(), -YEAR)));
    return months
        .select(BITE.rise.col())
        .distinct()
        .join(
            broadcast(cuts.select(CUTS.month.col().as(CUT_MONTH)).distinct()),
            inYearBefore,
            "inner")
        .groupBy(BITE.rise.col())
        .agg(max(col(CUT_MONTH)).as(BITE.cut.name()));
  }

  private static Dataset<Row> bites(Dataset<Row> cuts, Dataset<Row> rises, Dataset<Row> floors) {
    Dataset<Row> rates =
        rises
            .join(floors, BITE.rise.col().equalTo(FLOORS.month.col()), "inner")
            .select(
                BITE.rise.col(),
                BITE.cut.col(),
                FLOORS.ageFrom.col(),
                FLOORS.ageTo.col(),
                FLOORS.rate.col());
    Column ofAge =
        CUTS.age
            .col()
            .geq(FLOORS.ageFrom.col())
            .and(coalesce(CUTS.age.col().leq(FLOORS.ageTo.col()), lit(true)));
    Column lacking = greatest(FLOORS.rate.col().minus(CUTS.hourlyPay.col()), lit(0));
    return cuts.where(CUTS.droppedBy.col().isNull())
        .where(CUTS.hourlyPay.col().gt(lit(0)).and(CUTS.hours.col().gt(lit(0))))
        .join(broadcast(rates), CUTS.month.col().equalTo(BITE.cut.col()).and(ofAge), "inner")
        .groupBy(CUTS.establishmentId.col(), BITE.rise.col(), BITE.cut.col())
        .agg(
            count(lit(1)).as(BITE.workers.name()),
            count_if(lacking.gt(lit(0))).as(BITE.below.name()),
            sum(CUTS.hours.col()).cast(BITE.hours.type()).as(BITE.hours.name()),
            sum(CUTS.hours.col().multiply(CUTS.hourlyPay.col()))
                .cast(BITE.wageBill.type())
                .as(BITE.wageBill.name()),
            sum(CUTS.hours.col().multiply(lacking))
                .cast(BITE.shortfall.type())
                .as(BITE.shortfall.name()))
        .withColumn(BITE.bite.name(), BITE.share());
  }
}
