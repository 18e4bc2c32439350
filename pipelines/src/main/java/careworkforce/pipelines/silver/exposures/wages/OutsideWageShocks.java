package careworkforce.pipelines.silver.exposures.wages;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Pay of each industry and year, in a region and everywhere else: {@code ln w_n,-r,t = sum of
 * J_n,q,0 ln w_n,q,t over regions q other than r / sum of J_n,q,0}, w the median hourly pay of ASHE
 * table 5 and J its jobs in the first year that is delivered. ASHE has no pay by industry below
 * regions, so what is left out for an area is its region; rows of England, Great Britain or the
 * United Kingdom, and of all industries, are none. A region is in an industry's mean in every year
 * or in none: it is left out where its pay is unpublished in any year, or its jobs in the first, so
 * that the mean moves by pay alone. Where regions revise (a later edition of a year) the latest
 * edition counts.
 */
public final class OutsideWageShocks extends Table {
  public static final OutsideWageShocks TABLE = new OutsideWageShocks();

  public final Field region = key("region_code", DataTypes.StringType, "region left out");
  public final Field division = key("division", DataTypes.StringType, "SIC2007 division");
  public final Field year = key("year", DataTypes.IntegerType, "year of the survey, in April");
  public final Field logWageElsewhere =
      field("log_wage_elsewhere", DataTypes.DoubleType, "mean log pay in the other regions")
          .unit("log £ an hour");
  public final Field logWageHere =
      field("log_wage_here", DataTypes.DoubleType, "log pay in the region; null if unpublished")
          .unit("log £ an hour");
  public final Field regionsElsewhere =
      field("regions_elsewhere", DataTypes.LongType, "other regions in the mean").required();
  public final Field quality =
      field("cv_here", DataTypes.createDecimalType(12, 2), "coefficient of variation in the region")
          .unit("per cent");

  private OutsideWageShocks() {
    super(
        Layer.SILVER,
        "outside_wage_shocks",
        "one row a region, industry and year",
        Sensitivity.PUBLIC);
    serves("06.7", "pay of each industry outside the region, and in it, with its quality");
  }
}
