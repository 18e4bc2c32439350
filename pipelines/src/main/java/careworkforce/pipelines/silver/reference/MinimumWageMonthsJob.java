package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.minimumwage.MinimumWageRates;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Spreads each set of rates over the months up to the next. */
@AutoService(Job.class)
public final class MinimumWageMonthsJob implements Transform {
  private static final MinimumWageMonths MONTHS = MinimumWageMonths.TABLE;
  private static final MinimumWageRates RATES = MinimumWageRates.TABLE;

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
    Dataset<Row> sets =
        rates
            .select(RATES.from.col())
            .distinct()
            .withColumn("first", Month.number(RATES.from.col()))
            .withColumn(
                "end",
                coalesce(
                    lead(col("first"), 1).over(Window.orderBy(RATES.from.col())),
                    col("first").plus(lit(12))));
    return MONTHS.select(
        rates
            .join(sets, new String[] {RATES.from.name()}, "inner")
            .withColumn("number", explode(sequence(col("first"), col("end").minus(lit(1)))))
            .withColumn(MONTHS.month.name(), Month.first(col("number"))));
  }
}
