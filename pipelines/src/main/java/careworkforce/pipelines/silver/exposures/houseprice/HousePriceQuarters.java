package careworkforce.pipelines.silver.exposures.houseprice;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Median house prices of local authorities, a row a quarter, from the latest edition that has the
 * authority's code; {@link DistrictPrices} has those of present districts.
 */
public final class HousePriceQuarters extends Table {
  public static final HousePriceQuarters TABLE = new HousePriceQuarters();

  public final Field lad = key("lad", DataTypes.StringType, "local authority district");
  public final Field month =
      key("month", DataTypes.DateType, "first day of the quarter's last month");
  public final Field present =
      field(
          "present_lad_code",
          DataTypes.StringType,
          "the district that stands for it now; null where it is not known");
  public final Field edition =
      field("edition", DataTypes.DateType, "month of the edition that tells the price").required();
  public final Field medianPrice =
      field("median_price", DataTypes.IntegerType, "median price of the year that ends then")
          .unit("£")
          .required();
  public final Field logPrice =
      field("log_median_price", DataTypes.DoubleType, "its logarithm").unit("log £").required();

  private HousePriceQuarters() {
    super(
        Layer.SILVER,
        "house_price_quarters",
        "one row a local authority district and quarter",
        Sensitivity.PUBLIC);
    check(
        Check.should(
            "DISTRICT_KNOWN",
            "the codes of districts or the lookup of areas tell of the district",
            present.col().isNotNull()));
    serves("03.14", "log house prices by local authority and quarter");
  }
}
