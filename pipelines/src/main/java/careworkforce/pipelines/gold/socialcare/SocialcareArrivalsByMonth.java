package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.outcomes.arrivals.AeArrivals;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import org.apache.spark.sql.types.DataTypes;

/** Arrivals of care home residents over time, by record, kind of home and match tier. */
public final class SocialcareArrivalsByMonth extends Table {
  public static final SocialcareArrivalsByMonth TABLE = new SocialcareArrivalsByMonth();

  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field series =
      key("series", DataTypes.StringType, "record of arrivals, one a month")
          .codes(AeArrivals.SERIES);
  public final Field nursing = key("nursing", DataTypes.BooleanType, "homes with nursing");
  public final Field matchTier =
      key("match_tier", DataTypes.StringType, "how residents were matched")
          .codes(ResidentMonths.MATCH_TIER);
  public final Field homes = field("homes", DataTypes.LongType, "homes with residents").required();
  public final Field residentDays =
      field("resident_days", DataTypes.LongType, "days at risk").unit("days").required();
  public final Field arrivals =
      field("arrivals", DataTypes.LongType, "unplanned arrivals").required();
  public final Field byAmbulance =
      field("arrivals_by_ambulance", DataTypes.LongType, "of them, by ambulance").required();
  public final Field rate =
      field("arrivals_per_resident_month", DataTypes.DoubleType, "arrivals / resident-months");

  private SocialcareArrivalsByMonth() {
    super(
        Layer.GOLD,
        "socialcare_arrivals_by_month",
        "one row a month, record, kind of home and match tier",
        Sensitivity.AGGREGATE);
    serves("06.20", "arrivals over time, nursing homes apart, series marked");
  }
}
