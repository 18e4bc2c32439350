package careworkforce.pipelines.silver.exposures.houseprice;

import static org.apache.spark.sql.functions.broadcast;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Averages the prices of districts over each area, and those of areas over what is linked. */
@AutoService(Job.class)
public final class AreaHousePricesJob implements Transform {
  private static final AreaHousePrices AREAS = AreaHousePrices.TABLE;
  private static final HousePriceQuarters PRICES = HousePriceQuarters.TABLE;
  private static final AreaLinks LINKS = AreaLinks.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;

  @Override
  public Table writes() {
    return AREAS;
  }

  @Override
  public List<Table> reads() {
    return List.of(PRICES, LINKS, DISTRICTS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Column weighted = LINKS.weight.col().multiply(AREAS.logPrice.col());
    return AREAS.select(
        means(inputs.table(PRICES), inputs.table(DISTRICTS))
            .join(broadcast(inputs.table(LINKS)), new String[] {LINKS.linked.name()}, "inner")
            .groupBy(AREAS.link.col(), AREAS.area.col(), AREAS.month.col())
            .agg(
                ExactTerms.sum(weighted)
                    .divide(ExactTerms.sum(LINKS.weight.col()))
                    .as(AREAS.logPrice.name())));
  }

  /** The mean over an area's present districts, each of which counts the same. */
  private static Dataset<Row> means(Dataset<Row> prices, Dataset<Row> districts) {
    return DistrictPrices.of(prices)
        .join(
            broadcast(
                PresentDistricts.areas(districts, DistrictPrices.DISTRICT, LINKS.linked.name())),
            new String[] {DistrictPrices.DISTRICT},
            "inner")
        .groupBy(LINKS.linked.col(), PRICES.month.col())
        .agg(ExactTerms.mean(PRICES.logPrice.col()).as(AREAS.logPrice.name()));
  }
}
