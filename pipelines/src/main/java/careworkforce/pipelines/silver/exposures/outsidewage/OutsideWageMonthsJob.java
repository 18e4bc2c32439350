package careworkforce.pipelines.silver.exposures.outsidewage;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.outsidewages.OutsideWages;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Takes the latest delivery of each area and month. */
@AutoService(Job.class)
public final class OutsideWageMonthsJob implements Transform {
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;
  private static final OutsideWages DELIVERED = OutsideWages.TABLE;

  @Override
  public Table writes() {
    return WAGES;
  }

  @Override
  public List<Table> reads() {
    return List.of(DELIVERED);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return WAGES.select(
        inputs
            .table(DELIVERED)
            .groupBy(DELIVERED.ttwaCode.col(), DELIVERED.month.col())
            .agg(
                max(struct(
                        DELIVERED.period.col(),
                        DELIVERED.sourceLine.col(),
                        DELIVERED.logOutsideWage.col()))
                    .as("latest"))
            .withColumn(
                WAGES.logOutsideWage.name(),
                functions.col("latest").getField(DELIVERED.logOutsideWage.name())));
  }
}
