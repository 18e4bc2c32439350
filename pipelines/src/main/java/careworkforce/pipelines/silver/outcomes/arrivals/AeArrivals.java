package careworkforce.pipelines.silver.outcomes.arrivals;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Arrivals at accident and emergency, each once. HES A&E ends where ECDS begins; both stand here
 * under their series and are never joined silently. Records of HES whose person is told by another
 * key than that of the residents' addresses are left out.
 */
public final class AeArrivals extends Table {
  /** Which record an arrival comes from. */
  public static final CodeList SERIES =
      CodeList.of(
          "series",
          "methods 2.8",
          "hes",
          "Hospital Episode Statistics, Accident and Emergency",
          "ecds",
          "Emergency Care Data Set");

  public static final AeArrivals TABLE = new AeArrivals();

  public final Field arrivalId =
      key("arrival_id", DataTypes.StringType, "series, period and line of the record kept");
  public final Field personId = field("person_id", DataTypes.StringType, "pseudonym of the person");
  public final Field arrivedAt =
      field("arrived_at", DataTypes.TimestampType, "arrival; midnight where the time is not known")
          .required();
  public final Field month =
      field("month", DataTypes.DateType, "first day of the month of arrival").required();
  public final Field series =
      field("series", DataTypes.StringType, "record it comes from").required().codes(SERIES);
  public final Field provider =
      field("provider", DataTypes.StringType, "provider, three characters");
  public final Field unplanned =
      field("unplanned", DataTypes.BooleanType, "not a planned follow-up").required();
  public final Field seen =
      field("seen", DataTypes.BooleanType, "did not leave before treatment").required();
  public final Field ambulance =
      field("ambulance", DataTypes.BooleanType, "brought by ambulance").required();
  public final Field outOfHours =
      field("out_of_hours", DataTypes.BooleanType, "between 18:00 and 8:00; null without a time");
  public final Field fall =
      field("fall", DataTypes.BooleanType, "for a fall; null in HES, which has no code for falls");
  public final Field longStay =
      field("long_stay", DataTypes.BooleanType, "over 12 hours there; null without a duration");
  public final Field records =
      field("records", DataTypes.LongType, "records folded into one arrival").required();

  private AeArrivals() {
    super(
        Layer.SILVER,
        "ae_arrivals",
        "one row an arrival of a person at accident and emergency",
        Sensitivity.PERSONAL);
    serves("06.20", "arrivals, each once, marked by kind, by series");
  }
}
