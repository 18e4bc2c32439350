package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;

import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import org.apache.spark.sql.Column;

/** The family of outcomes of a home and month. */
public enum CareOutcome {
  ARRIVALS("arrivals_per_resident_month", of().arrivals, Kind.HOSPITAL),
  BY_AMBULANCE("arrivals_by_ambulance_per_resident_month", of().byAmbulance, Kind.HOSPITAL),
  OUT_OF_HOURS("arrivals_out_of_hours_per_resident_month", of().outOfHours, Kind.HOSPITAL),
  LONG_STAYS("arrivals_long_stay_per_resident_month", of().longStays, Kind.HOSPITAL),
  ADMISSIONS("emergency_admissions_per_resident_month", of().admissions, Kind.HOSPITAL),
  FALLS("emergency_admissions_for_falls_per_resident_month", of().fallAdmissions, Kind.HOSPITAL),
  DEATHS("deaths_per_resident_month", of().deaths, Kind.COUNT),
  INSPECTED("inspected", of().inspected, Kind.STATE),
  RATING("rating_at_inspection", of().ratingAtInspection, Kind.STATE);

  /** How an outcome is measured. */
  enum Kind {
    /** A count of hospital records, and its rate. */
    HOSPITAL,
    /** A count of another record, and its rate. */
    COUNT,
    /** A number of the home itself. */
    STATE
  }

  private final String label;
  private final Field field;
  private final Kind kind;

  CareOutcome(String label, Field field, Kind kind) {
    this.label = label;
    this.field = field;
    this.kind = kind;
  }

  private static HomeOutcomeMonths of() {
    return HomeOutcomeMonths.TABLE;
  }

  /** Name in tables of estimates, and of the column of the frame. */
  public String label() {
    return label;
  }

  /** Column of silver. */
  Field field() {
    return field;
  }

  /** Whether it counts events of residents, so that it has a rate and a Poisson model. */
  boolean counted() {
    return kind != Kind.STATE;
  }

  /** The rate of a count, from a month's count and resident-days; the number itself of a state. */
  Column level() {
    HomeOutcomeMonths of = HomeOutcomeMonths.TABLE;
    if (this == ARRIVALS) {
      return of.arrivalsPerResidentMonth.col();
    }
    Column value =
        kind == Kind.STATE ? field.col().cast("int").cast("double") : field.col().cast("double");
    Column days = dayofmonth(last_day(of.month.col()));
    return counted() ? value.multiply(days).divide(of.residentDays.col()) : value;
  }

  /** Column of the count in the frame. */
  String count() {
    return field.name();
  }
}
