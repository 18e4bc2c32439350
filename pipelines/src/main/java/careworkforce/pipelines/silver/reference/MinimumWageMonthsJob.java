package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Spreads each rate over the months up to the next for its ages. */
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
    return MONTHS.select(
        inForce(rates)
            .withColumn("number", explode(sequence(col("first"), col("end").minus(lit(1)))))
            .withColumn(MONTHS.month.name(), Month.first(col("number"))));
  }

  /** Numbers of the first month and of that in which the next rate for any of the ages begins. */
  private static Dataset<Row> inForce(Dataset<Row> rates) {
    Dataset<Row> later =
        rates.select(
            RATES.from.col().as("later_from"),
            RATES.apprentice.col().as("later_apprentice"),
            RATES.ageFrom.col().as("later_age_from"),
            MONTHS.ageTo.col().as("later_age_to"));
    Column meets =
        col("later_from")
            .gt(RATES.from.col())
            .and(col("later_apprentice").equalTo(RATES.apprentice.col()))
            .and(coalesce(col("later_age_from").leq(MONTHS.ageTo.col()), lit(true)))
            .and(coalesce(col("later_age_to").geq(RATES.ageFrom.col()), lit(true)));
    return rates
        .join(broadcast(later), meets, "left_outer")
        .groupBy(
            RATES.from.col(),
            RATES.apprentice.col(),
            RATES.ageFrom.col(),
            MONTHS.ageTo.col(),
            MONTHS.rate.col())
        .agg(min(col("later_from")).as("next"))
        .withColumn("first", Month.number(RATES.from.col()))
        .withColumn("end", coalesce(Month.number(col("next")), col("first").plus(lit(12))));
  }
}
