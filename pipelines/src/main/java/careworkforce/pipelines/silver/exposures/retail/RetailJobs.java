package careworkforce.pipelines.silver.exposures.retail;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code RS_at = sum over n of s_na0 g_n,-a,t} (methods 2.7): the growth of an area's retail jobs
 * that the groups of retail trade (47.1 to 47.9 of SIC2007) predict. {@code s_na0} is the group's
 * share of the area's retail jobs in the first year that BRES is delivered for; the shares sum to
 * one, so that none needs holding fixed. {@code g_n,-a,t} is the log growth of the group's jobs in
 * all other areas, year by year: of districts that tell both years, withheld being not nought. It
 * is counted from the first two years that one series of BRES tells both of, {@code since_year} on,
 * and is not known before: levels break from one series to the next. Later breaks add nothing.
 */
public final class RetailJobs extends Table {
  public static final RetailJobs TABLE = new RetailJobs();

  public final Field ttwa = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field year = key("year", DataTypes.IntegerType, "year of the survey, in September");
  public final Field growth =
      field(
              "predicted_growth",
              DataTypes.DoubleType,
              "growth since since_year that is predicted; null before it, and where that of a group"
                  + " elsewhere is not known")
          .unit("log points");
  public final Field since =
      field(
          "since_year",
          DataTypes.IntegerType,
          "first year of the first pair of years that one series tells; null where there is none");
  public final Field baseYear =
      field("base_year", DataTypes.IntegerType, "first year delivered, of which the shares are")
          .required();
  public final Field jobs =
      field("retail_jobs", DataTypes.LongType, "the area's retail jobs then, as far as told")
          .required();
  public final Field groups =
      field("groups", DataTypes.LongType, "groups of retail trade that the area tells of")
          .required();

  private RetailJobs() {
    super(
        Layer.SILVER, "retail_jobs", "one row a travel-to-work area and year", Sensitivity.PUBLIC);
    serves("06.10", "growth of an area's retail jobs as growth elsewhere predicts it");
  }
}
