package careworkforce.pipelines.silver.exposures.retail;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.panels.CareHomes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code RO_ht = sum over s of 1[opened no later than t] · 1[dist(h, s) no more than D]} (methods
 * 2.7): stores and warehouses near a home that have opened since the window began.
 */
public final class RetailOpeningMonths extends Table {
  public static final RetailOpeningMonths TABLE = new RetailOpeningMonths();

  public final Field radius = key("radius_km", DataTypes.IntegerType, "radius D").unit("km");
  public final Field homeId = key("home_id", DataTypes.StringType, "care home");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field openings =
      field("openings", DataTypes.IntegerType, "sites opened by the month's end").required();

  private RetailOpeningMonths() {
    super(
        Layer.SILVER,
        "retail_opening_months",
        "one row a radius, care home near a site, and month with staff",
        Sensitivity.AGGREGATE);
    serves("06.10", "local availability of retail jobs by home and month");
  }

  /**
   * Openings near a care home of which there is no row: none, and null where the home's place is
   * not known.
   */
  public static Column withoutRow() {
    return functions.when(CareHomes.TABLE.located(), functions.lit(0.0));
  }
}
