package careworkforce.pipelines.silver.exposures.houseprice;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.reference.AreaLinks;
import org.apache.spark.sql.types.DataTypes;

/**
 * House prices around a travel-to-work area, a row a quarter: the mean log price of an area's
 * present districts, and of the areas linked to it (methods 2.7) the mean by the weights of the
 * link. Areas without a price in the quarter do not count.
 */
public final class AreaHousePrices extends Table {
  public static final AreaHousePrices TABLE = new AreaHousePrices();

  public final Field link =
      key("area_link", DataTypes.StringType, "how areas are linked").codes(AreaLinks.LINKS);
  public final Field area = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field month =
      key("month", DataTypes.DateType, "first day of the quarter's last month");
  public final Field logPrice =
      field("mean_log_price", DataTypes.DoubleType, "mean log median price of the year that ends")
          .unit("log £")
          .required();

  private AreaHousePrices() {
    super(
        Layer.SILVER,
        "area_house_prices",
        "one row a link, travel-to-work area and quarter",
        Sensitivity.PUBLIC);
    serves("03.14", "log house prices by travel-to-work area, commuting and distance");
  }
}
