package careworkforce.pipelines.silver.exposures.wages;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * What care staff of an area could earn in other occupations, by year: {@code OW_at = sum over p of
 * pi_p (s_pa0 / s_p0) ln w_p,-r(a),t} (methods 2.7), p the occupations other than care work that
 * care staff go to ({@link careworkforce.pipelines.silver.destinations.CareDestinations}), s_pa0
 * their shares of the area's jobs at the census and s_p0 those of England, w the median hourly pay
 * of the occupation in ASHE, the area's region left out. The second view of {@link
 * OutsideWageIndex}, which goes by industries. An occupation is in an area's index in every year or
 * in none: it is left out where its pay in the region is unpublished in any year, or that of every
 * other region. Regions elsewhere count with the jobs of the first year. Years from 2021, published
 * by SOC2020, are not there.
 */
public final class OutsideWageOccupations extends Table {
  public static final OutsideWageOccupations TABLE = new OutsideWageOccupations();

  public final Field ttwa = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field year = key("year", DataTypes.IntegerType, "year of the pay, in April");
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
  public final Field exposures =
      field("sum_of_exposures", DataTypes.DoubleType, "sum of the exposures that are in")
          .required();
  public final Field occupations =
      field("occupations", DataTypes.LongType, "occupations that are in").required();

  private OutsideWageOccupations() {
    super(
        Layer.SILVER,
        "outside_wage_occupations",
        "one row a travel-to-work area and year",
        Sensitivity.PUBLIC);
    serves("06.7", "index of outside wages by occupation, area and year, with its formula");
  }
}
