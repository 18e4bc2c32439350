package careworkforce.pipelines.gold.socialcare.description;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Care homes of the regions by year: the numbers of the maps. Rates rest on home-months in which
 * both staff and residents were seen, and of which a record of arrivals tells.
 */
public final class SocialcareRegions extends Table {
  public static final SocialcareRegions TABLE = new SocialcareRegions();

  public final Field region = key("region", DataTypes.StringType, "region");
  public final Field year = key("year", DataTypes.IntegerType, "calendar year");
  public final Field months =
      count("months", "months of the year in which a home was seen: 12, but in a part year");
  public final Field homes = count("homes", "care homes seen in the year");
  public final Field staffMonths =
      count("staff_months", "staff at the start of each month, summed");
  public final Field leavers = count("leavers", "of the directly employed, who left");
  public final Field starters = count("starters", "directly employed, who started");
  public final Field residentDays =
      field("resident_days", DataTypes.LongType, "days at risk of residents")
          .unit("days")
          .required();
  public final Field arrivals = count("arrivals", "unplanned arrivals at A&E");
  public final Field turnover =
      field("turnover", DataTypes.DoubleType, "12 x leavers / staff-months").unit("share a year");
  public final Field starterRate =
      field("starter_rate", DataTypes.DoubleType, "12 x starters / staff-months")
          .unit("share a year");
  public final Field arrivalRate =
      field("arrivals_per_resident_year", DataTypes.DoubleType, "365.25 x arrivals / resident-days")
          .unit("arrivals a resident-year");

  private SocialcareRegions() {
    super(Layer.GOLD, "socialcare_regions", "one row a region and year", Sensitivity.AGGREGATE);
    serves("06.27", "the maps of the papers");
    serves("06.26", "staff and residents by region and year");
  }

  private Field count(String name, String meaning) {
    return field(name, DataTypes.LongType, meaning).required();
  }
}
