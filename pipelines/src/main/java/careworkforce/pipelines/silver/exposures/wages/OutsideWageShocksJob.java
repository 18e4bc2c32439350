package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.col;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ashe.AsheIndustryPay;
import careworkforce.pipelines.bronze.ashe.AsheIndustryQuality;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Pay of industries elsewhere, and how well it is known here. */
@AutoService(Job.class)
public final class OutsideWageShocksJob implements Transform {
  private static final OutsideWageShocks SHOCKS = OutsideWageShocks.TABLE;
  private static final AsheIndustryPay PAY = AsheIndustryPay.TABLE;
  private static final AsheIndustryQuality QUALITY = AsheIndustryQuality.TABLE;

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
    Dataset<Row> quality =
        PayElsewhere.cells(inputs.table(QUALITY), QUALITY)
            .withColumn(SHOCKS.quality.name(), col("cell").getField(QUALITY.median.name()));
    return SHOCKS.select(
        PayElsewhere.of(inputs.table(PAY), PAY).join(quality.drop("cell"), key, "left_outer"));
  }
}
