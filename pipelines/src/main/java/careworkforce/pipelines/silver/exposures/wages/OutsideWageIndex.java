package careworkforce.pipelines.silver.exposures.wages;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * What care staff of an area could earn elsewhere, by year: {@code OW_at = sum_n pi_n (s_na0 /
 * s_n0) ln w_n,-r(a),t} (methods 2.7), the shares of {@link OutsideWageShares} times the wages of
 * {@link OutsideWageShocks}, the area's region left out. Shares do not add up to one, and each
 * area's to another sum: an estimate has to hold that sum times period fixed (Borusyak, Hull and
 * Jaravel 2022). An industry is in an area's index in every year or in none, so that the index
 * moves by wages alone: it is left out where its pay in the region is unpublished in any year, or
 * that of every other region. Regions elsewhere count with the jobs of the first year.
 */
public final class OutsideWageIndex extends Table {
  /** Name of the index over all industries. */
  public static final String ALL = "all";

  /** Name of the index without those that have exposures of their own. */
  public static final String OTHERS = "without_retail_and_health";

  /** Which industries are in. */
  public static final CodeList DESTINATIONS =
      CodeList.of(
          "destinations of the outside wage",
          "methods 2.7",
          ALL,
          "all industries but care",
          OTHERS,
          "neither retail (47) nor health (86), which are terms of their own elsewhere");

  public static final OutsideWageIndex TABLE = new OutsideWageIndex();

  public final Field ttwa = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field year = key("year", DataTypes.IntegerType, "year of the pay, in April");
  public final Field destinations =
      key("destinations", DataTypes.StringType, "which industries are in").codes(DESTINATIONS);
  public final Field region =
      field("region_code", DataTypes.StringType, "region left out").required();
  public final Field index =
      field("outside_wage_index", DataTypes.DoubleType, "index of pay elsewhere")
          .unit("log £ an hour, times the sum of exposures")
          .required();
  public final Field indexHere =
      field(
              "outside_wage_index_here",
              DataTypes.DoubleType,
              "the same of pay in the area's own region: what the index instruments for")
          .unit("log £ an hour, times the sum of exposures")
          .required();
  public final Field indexNational =
      field(
              "outside_wage_index_national_mix",
              DataTypes.DoubleType,
              "sum of pi times pay elsewhere: every area with England's mix of jobs, to compare")
          .unit("log £ an hour, times the sum of pi")
          .required();
  public final Field exposures =
      field("sum_of_exposures", DataTypes.DoubleType, "sum of the exposures that are in")
          .required();
  public final Field industries =
      field("industries", DataTypes.LongType, "industries that are in").required();

  private OutsideWageIndex() {
    super(
        Layer.SILVER,
        "outside_wage_index",
        "one row a travel-to-work area, year and set of industries",
        Sensitivity.PUBLIC);
    serves("06.7", "index of outside wages by area and year, with its formula");
    serves("06.11", "leave-one-out and base-period shares, sum of shares beside the index");
  }
}
