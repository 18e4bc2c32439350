package careworkforce.pipelines.bronze.houseprices;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataTypes;

/**
 * Median price paid for residential property by local authority: ONS House Price Statistics for
 * Small Areas, dataset 9, sheet 2a (all dwellings), one column a quarter, each the year that ends
 * with it (Open Government Licence).
 */
public final class MedianHousePrices extends DeliveredTable {
  /**
   * The quarter that ended in December 1995, the first of the series; quarter q ends month 3q-1.
   */
  static final int FIRST_PUBLISHED = quarter(1995, 12);

  /** The first and last quarter that are taken. */
  public static final int FIRST = quarter(2011, 12);

  public static final int LAST = quarter(2021, 12);

  public static final MedianHousePrices TABLE = new MedianHousePrices();

  public final Field regionCode =
      field("region_code", DataTypes.StringType, "region or country").required();
  public final Field regionName = field("region_name", DataTypes.StringType, "its name");
  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district").required();
  public final Field ladName = field("lad_name", DataTypes.StringType, "its name");

  /** Prices of the years that end with each quarter, from {@link #FIRST} to {@link #LAST}. */
  public final List<Field> quarters =
      IntStream.rangeClosed(FIRST, LAST)
          .mapToObj(
              q ->
                  field(
                          header(q).toLowerCase(Locale.ROOT).replace(' ', '_'),
                          DataTypes.IntegerType,
                          "median price paid, " + header(q).toLowerCase(Locale.ROOT))
                      .unit("£"))
          .toList();

  private MedianHousePrices() {
    super(
        "median_house_prices",
        "one row a local authority district and edition",
        Sensitivity.PUBLIC);
    serves("03.14", "house prices by local authority and quarter");
  }

  private static int quarter(int year, int month) {
    return (Month.of(year, month).number() + 1) / 3;
  }

  /** The delivered header of a quarter, such as {@code Year ending Mar 2015}. */
  public static String header(int quarter) {
    String[] months = {"Mar", "Jun", "Sep", "Dec"};
    int last = 3 * quarter - 1;
    return "Year ending " + months[Math.floorMod(last, 12) / 3] + " " + Math.floorDiv(last, 12);
  }
}
