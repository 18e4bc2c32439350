package careworkforce.pipelines.silver.outcomes.mortality;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * Deaths of residents by home and month under three definitions side by side, which differ by
 * design (methods 2.8): by the address link, month of death; by ONS registration, month of death,
 * any place of death; and by notice to CQC, month of the notice. Registered deaths are null before
 * the first month of registrations delivered, and in the last months, for registration lags;
 * notified ones before the first month of notices and after the last.
 */
public final class HomeDeathMonths extends Table {
  public static final HomeDeathMonths TABLE = new HomeDeathMonths();

  public final Field homeId = key("home_id", DataTypes.StringType, "care home");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field matchTier =
      key("match_tier", DataTypes.StringType, "how residents were matched to homes")
          .codes(ResidentMonths.MATCH_TIER);
  public final Field residents =
      field("residents", DataTypes.LongType, "residents in the month").required();
  public final Field residentDays =
      field(
              "resident_days",
              DataTypes.LongType,
              "days at risk of all residents; null in months of which HES APC tells nothing")
          .unit("days");
  public final Field ofAddressLink =
      field(
              "deaths_address_link",
              DataTypes.LongType,
              "residents whose address record ends by death")
          .required();
  public final Field ofOns =
      field(
          "deaths_ons",
          DataTypes.LongType,
          "registered deaths of persons whom the address link found here in the month or the"
              + " one before; null before any are registered, and where some need not be yet");
  public final Field ofNotices =
      field(
          "deaths_notified",
          DataTypes.LongType,
          "notices of death to CQC by the home's locations; the same in both tiers, for a notice"
              + " names no resident; null in months before the first notice of all and after the"
              + " last");

  private HomeDeathMonths() {
    super(
        Layer.SILVER,
        "home_death_months",
        "one row a care home, month and match tier with residents or registered deaths",
        Sensitivity.AGGREGATE);
    serves("06.22", "deaths of residents by address link, ONS registration and CQC notice");
    limits(
        "06.22",
        "notices are of all residents, days at risk of those alone whom the address link finds: by"
            + " resident-months the notices are too many");
  }
}
