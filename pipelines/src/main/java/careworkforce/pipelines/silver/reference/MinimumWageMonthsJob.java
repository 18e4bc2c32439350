package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.minimumwage.MinimumWageRates;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Spreads each rate over the months up to the next, age by age. */
@AutoService(Job.class)
public final class MinimumWageMonthsJob implements Transform {
  private static final MinimumWageMonths MONTHS = MinimumWageMonths.TABLE;
  private static final MinimumWageRates RATES = MinimumWageRates.TABLE;

  /** Years of age that stand for all beyond, where a rate has no oldest age. */
  private static final int OLDEST = 120;

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(RATES);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> rates =
        inputs
            .table(RATES)
            .groupBy(RATES.from.col(), RATES.apprentice.col(), RATES.ageFrom.col())
            .agg(
                max(struct(
                        RATES.period.col(),
                        RATES.sourceLine.col(),
                        RATES.ageTo.col(),
                        RATES.rate.col()))
                    .as("told"))
            .select(
                RATES.from.col(),
                RATES.apprentice.col(),
                RATES.ageFrom.col(),
                col("told").getField(RATES.ageTo.name()).as(MONTHS.ageTo.name()),
                col("told").getField(RATES.rate.name()).as(MONTHS.rate.name()));
    return MONTHS.select(
        inForce(rates)
            .withColumn("number", explode(sequence(col("first"), col("end").minus(lit(1)))))
            .withColumn(MONTHS.month.name(), Month.first(col("number"))));
  }

  /**
   * Each rate with the numbers of its first month and of that in which the next begins: a row for
   * each run of ages that the same month takes it from. Of two rates of one month for an age the
   * one with the higher youngest age counts.
   */
  private static Dataset<Row> inForce(Dataset<Row> rates) {
    WindowSpec ofAge =
        Window.partitionBy(RATES.apprentice.col(), col("age"))
            .orderBy(col("first"), RATES.ageFrom.col());
    WindowSpec alike =
        Window.partitionBy(
                RATES.apprentice.col(), RATES.from.col(), RATES.ageFrom.col(), col("end"))
            .orderBy(col("age"));
    Column ages = sequence(RATES.ageFrom.col(), coalesce(MONTHS.ageTo.col(), lit(OLDEST)));
    Column next = lead(col("first"), 1).over(ofAge);
    return rates
        .withColumn("first", Month.number(RATES.from.col()))
        .withColumn("age", explode(ages))
        .withColumn("end", coalesce(next, col("first").plus(lit(12))))
        .where(col("end").gt(col("first")))
        .withColumn("run", col("age").minus(row_number().over(alike)))
        .groupBy(
            RATES.apprentice.col(),
            RATES.from.col(),
            RATES.ageFrom.col().as("of"),
            MONTHS.rate.col(),
            col("first"),
            col("end"),
            col("run"))
        .agg(min(col("age")).as(MONTHS.ageFrom.name()), max(col("age")).as("oldest"))
        .withColumn(MONTHS.ageTo.name(), when(col("oldest").lt(lit(OLDEST)), col("oldest")));
  }
}
