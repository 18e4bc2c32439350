package careworkforce.pipelines.silver.outcomes.homes;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.outcomes.arrivals.AeArrivals;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * What happened to the residents of each care home in each month, and how the home was rated.
 * Arrivals of a month are of one record of A&E, never of two (methods 2.8), and of a month that no
 * record tells of they are null; so are admissions, and days at risk, where HES APC tells nothing.
 */
public final class HomeOutcomeMonths extends Table {
  /** Overall ratings as numbers. */
  public static final CodeList RATING =
      CodeList.of(
          "overall rating",
          "Care Quality Commission; numbers as Skills for Care's",
          "4",
          "Outstanding",
          "3",
          "Good",
          "2",
          "Requires improvement",
          "1",
          "Inadequate");

  public static final HomeOutcomeMonths TABLE = new HomeOutcomeMonths();

  public final Field homeId = key("home_id", DataTypes.StringType, "care home");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field matchTier =
      key("match_tier", DataTypes.StringType, "how residents were matched to homes")
          .codes(ResidentMonths.MATCH_TIER);
  public final Field series =
      field(
              "series",
              DataTypes.StringType,
              "record that the month's arrivals are of; null where none tells of the month")
          .codes(AeArrivals.SERIES);
  public final Field residents =
      field("residents", DataTypes.LongType, "residents in the month").required();
  public final Field residentDays =
      field(
              "resident_days",
              DataTypes.LongType,
              "days at risk of all residents; null where HES APC tells nothing of the month")
          .unit("days");
  public final Field residentMonths =
      field(
              "resident_months",
              DataTypes.createDecimalType(18, 6),
              "resident-days by the days of the month; null as they are")
          .unit("resident-months");
  public final Field arrivals =
      field(
          "arrivals",
          DataTypes.LongType,
          "unplanned arrivals at A&E; null, with all of them, where no record tells of the month");
  public final Field byAmbulance =
      field("arrivals_by_ambulance", DataTypes.LongType, "of them, by ambulance");
  public final Field outOfHours =
      field("arrivals_out_of_hours", DataTypes.LongType, "of them, from 18:00 to 8:00");
  public final Field falls =
      field(
          "arrivals_for_falls", DataTypes.LongType, "of them, for a fall; null but in ECDS months");
  public final Field longStays =
      field("arrivals_long_stay", DataTypes.LongType, "of them, told to be over 12 hours there");
  public final Field admissions =
      field(
          "emergency_admissions",
          DataTypes.LongType,
          "emergency admissions, transfers linked; null where HES APC tells nothing of the month");
  public final Field fallAdmissions =
      field("emergency_admissions_for_falls", DataTypes.LongType, "of them, for a fall");
  public final Field arrivalsPerResidentMonth =
      field(
          "arrivals_per_resident_month",
          DataTypes.DoubleType,
          "arrivals / resident-months; null where either is not known, or nobody is at risk");
  public final Field deaths =
      field("deaths", DataTypes.LongType, "residents who died in the month, by the address link")
          .required();
  public final Field rating =
      field(
              "rating",
              DataTypes.StringType,
              "overall rating in force at the month's end; null after the last list of ratings")
          .codes(RATING);
  public final Field inspectedOn =
      field(
          "inspected_on",
          DataTypes.DateType,
          "inspection on which the rating rests; null where the list has no date of it");

  public final Field inspected =
      field(
          "inspected",
          DataTypes.BooleanType,
          "visited in the month by an inspection whose rating has been published; null before the"
              + " first inspection of all, where such a rating need not yet be listed, and where"
              + " lists have no dates of inspections");
  public final Field ratingAtInspection =
      field("rating_at_inspection", DataTypes.StringType, "rating of that inspection; else null")
          .codes(RATING);

  private HomeOutcomeMonths() {
    super(
        Layer.SILVER,
        "home_outcome_months",
        "one row a care home, month and match tier with residents",
        Sensitivity.AGGREGATE);
    serves("06.20", "arrivals per resident-month of every home, by kind of arrival");
    limits(
        "06.20",
        "keys of persons differ between vintages of HES (layouts fact 9): records under a key that"
            + " is not the residents' own are left out, and what a month of such records alone counts"
            + " is null, unless a bridge brings them to it before delivery");
    limits(
        "06.20",
        "HES APC tells of a stay when it has ended: of its last months admissions are a little too"
            + " few");
    serves("06.23", "rating in force and at each new inspection, and whether inspected");
    limits(
        "06.23",
        "the published list of ratings has no dates of inspections: with it alone nobody knows when"
            + " a home was visited, for a rating may be published again");
    serves("06.24", "residents and deaths of every home by month");
  }
}
