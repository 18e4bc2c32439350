package careworkforce.pipelines.silver.exposures.houseprice;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.houseprices.MedianHousePrices;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Turns a column a quarter into a row a quarter; a later edition corrects an earlier one. */
@AutoService(Job.class)
public final class HousePriceQuartersJob implements Transform {
  private static final HousePriceQuarters QUARTERS = HousePriceQuarters.TABLE;
  private static final MedianHousePrices PRICES = MedianHousePrices.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;

  @Override
  public Table writes() {
    return QUARTERS;
  }

  @Override
  public List<Table> reads() {
    return List.of(PRICES, DISTRICTS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Column price = QUARTERS.medianPrice.col();
    return QUARTERS.select(
        inputs
            .table(PRICES)
            .select(
                QUARTERS.lad.is(PRICES.ladCode.col()),
                PRICES.period.col(),
                explode(array(quarters())).as("q"))
            .where(col("q.price").gt(lit(0)))
            .groupBy(QUARTERS.lad.col(), col("q.ends").as(QUARTERS.month.name()))
            .agg(max(struct(PRICES.period.col(), col("q.price"))).as("last"))
            .withColumn(QUARTERS.edition.name(), col("last").getField(PRICES.period.name()))
            .withColumn(QUARTERS.medianPrice.name(), col("last").getField("price"))
            .join(
                broadcast(
                    PresentDistricts.of(
                        inputs.table(DISTRICTS), QUARTERS.lad.name(), QUARTERS.present.name())),
                new String[] {QUARTERS.lad.name()},
                "left_outer")
            .withColumn(QUARTERS.logPrice.name(), log(price.cast("double"))));
  }

  private static Column[] quarters() {
    return IntStream.rangeClosed(MedianHousePrices.FIRST, MedianHousePrices.LAST)
        .mapToObj(
            q ->
                struct(
                    lit(java.sql.Date.valueOf(new Month(3 * q - 1).firstDay())).as("ends"),
                    PRICES.quarters.get(q - MedianHousePrices.FIRST).col().as("price")))
        .toArray(Column[]::new);
  }
}
