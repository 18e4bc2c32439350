package careworkforce.pipelines.silver.exposures.houseprice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.pipelines.silver.exposures.ExactTerms;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * House prices of present districts. Each edition tells all quarters, by the districts of its own
 * year: of one that was several, an edition of before it was made tells several prices, and a later
 * one tells one.
 */
public final class DistrictPrices {
  /** The present district; one that nobody knows stands for itself. */
  public static final String DISTRICT = "priced_district";

  private static final HousePriceQuarters PRICES = HousePriceQuarters.TABLE;

  private DistrictPrices() {}

  /**
   * One row a present district and quarter, with its log price by the last edition that tells it:
   * the mean over what the district was then, each part of which counts the same.
   *
   * @param prices rows of {@link HousePriceQuarters}
   */
  public static Dataset<Row> of(Dataset<Row> prices) {
    return prices
        .groupBy(
            coalesce(PRICES.present.col(), PRICES.lad.col()).as(DISTRICT),
            PRICES.month.col(),
            PRICES.edition.col())
        .agg(ExactTerms.mean(PRICES.logPrice.col()).as(PRICES.logPrice.name()))
        .groupBy(col(DISTRICT), PRICES.month.col())
        .agg(
            max(struct(PRICES.edition.col(), PRICES.logPrice.col()))
                .getField(PRICES.logPrice.name())
                .as(PRICES.logPrice.name()));
  }
}
