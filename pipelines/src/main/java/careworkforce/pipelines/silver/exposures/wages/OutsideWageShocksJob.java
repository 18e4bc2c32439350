package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ashe.AsheIndustryPay;
import careworkforce.pipelines.bronze.ashe.AsheIndustryQuality;
import careworkforce.pipelines.bronze.ashe.AsheTable;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/** Takes each region out of the sum over regions; decimals keep the sums exact in any order. */
@AutoService(Job.class)
public final class OutsideWageShocksJob implements Transform {
  private static final OutsideWageShocks SHOCKS = OutsideWageShocks.TABLE;
  private static final AsheIndustryPay PAY = AsheIndustryPay.TABLE;
  private static final AsheIndustryQuality QUALITY = AsheIndustryQuality.TABLE;
  private static final String JOBS = "jobs";

  @Override
  public Table writes() {
    return SHOCKS;
  }

  @Override
  public List<Table> reads() {
    return List.of(PAY, QUALITY);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    String[] key = {SHOCKS.region.name(), SHOCKS.division.name(), SHOCKS.year.name()};
    Dataset<Row> pay =
        cells(inputs.table(PAY), PAY)
            .withColumn(JOBS, col("cell").getField(PAY.jobs.name()))
            .withColumn(
                SHOCKS.logWageHere.name(),
                log(col("cell").getField(PAY.median.name()).cast("double")));
    Dataset<Row> quality =
        cells(inputs.table(QUALITY), QUALITY)
            .withColumn(SHOCKS.quality.name(), col("cell").getField(QUALITY.median.name()));
    return SHOCKS.select(elsewhere(pay).drop("cell").join(quality.drop("cell"), key, "left_outer"));
  }

  /** The latest edition of each cell, its code cut in two. */
  private static Dataset<Row> cells(Dataset<Row> rows, AsheTable table) {
    return rows.withColumn("code_parts", split(table.code.col(), " "))
        .groupBy(
            SHOCKS.region.is(col("code_parts").getItem(0)),
            SHOCKS.division.is(col("code_parts").getItem(1)),
            SHOCKS.year.is(year(table.period.col())))
        .agg(
            max(struct(
                    table.period.col(),
                    table.sourceLine.col(),
                    table.jobs.col(),
                    table.median.col()))
                .as("cell"));
  }

  private static Dataset<Row> elsewhere(Dataset<Row> pay) {
    WindowSpec regions = Window.partitionBy(SHOCKS.division.col(), SHOCKS.year.col());
    Column published = SHOCKS.logWageHere.col().isNotNull().and(col(JOBS).isNotNull());
    Column jobs = when(published, col(JOBS)).otherwise(lit(0));
    Column product =
        when(
                published,
                col(JOBS)
                    .multiply(SHOCKS.logWageHere.col().cast(DataTypes.createDecimalType(14, 12))))
            .otherwise(lit(0));
    Column others = sum(col("told_jobs")).over(regions).minus(col("told_jobs"));
    Column total = sum(col("told_product")).over(regions).minus(col("told_product"));
    return pay.withColumn("told_jobs", jobs)
        .withColumn("told_product", product)
        .withColumn(
            SHOCKS.regionsElsewhere.name(),
            coalesce(count(when(published, lit(1))).over(regions), lit(0L))
                .minus(when(published, lit(1L)).otherwise(lit(0L))))
        .withColumn(
            SHOCKS.logWageElsewhere.name(),
            when(others.gt(lit(0)), total.cast("double").divide(others.cast("double"))));
  }
}
