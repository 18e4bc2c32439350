package careworkforce.pipelines.bronze.onsdeaths;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Deaths registered in England and Wales by week, sex, age and region, as the Office for National
 * Statistics publishes them (Open Government Licence v3.0; long form of NHSRdatasets). Weeks end on
 * a Friday. Totals and their parts stand in one table, told apart by the first category.
 */
public final class OnsWeeklyDeaths extends DeliveredTable {
  public static final OnsWeeklyDeaths TABLE = new OnsWeeklyDeaths();

  public final Field breakdown =
      field(
          "category_1",
          DataTypes.StringType,
          "what deaths are broken down by; null in a few published rows");
  public final Field group =
      field("category_2", DataTypes.StringType, "the group; null with the former");
  public final Field deaths =
      field(
          "counts",
          DataTypes.DoubleType,
          "deaths registered in the week, or their mean over five years; null if not told");
  public final Field weekEnds =
      field("date", DataTypes.DateType, "last day of the week").required();
  public final Field week = field("week_no", DataTypes.IntegerType, "week of the year").required();

  private OnsWeeklyDeaths() {
    super("ons_weekly_deaths", "one row a week and group", Sensitivity.PUBLIC);
    serves("06.22", "published deaths by week, to set those of residents against");
  }
}
