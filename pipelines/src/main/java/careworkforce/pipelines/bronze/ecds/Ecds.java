package careworkforce.pipelines.bronze.ecds;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/** Emergency Care Data Set attendances, 340 columns, where HES A&amp;E has ended. */
public final class Ecds extends WideTable {
  public static final Ecds TABLE = new Ecds();

  public final Field personId =
      take(
          "TOKEN_PERSON_ID",
          field("person_id", StringType, "pseudonym of the person's token").pseudonymOf("resident"),
          Parse.identifier());
  public final Field epikey = take("EPIKEY", StringType, "record key", Parse.text());
  public final Field arrivalDate =
      take("ARRIVAL_DATE", DateType, "date of arrival", Parse.date("yyyy-MM-dd"));
  public final Field arrivalTime =
      take("ARRIVAL_TIME", IntegerType, "time of arrival", Parse.time("HH:mm:ss", "HH:mm"))
          .unit("minutes since midnight");
  public final Field arrivalMode =
      take("ARRIVAL_MODE", StringType, "mode of arrival, SNOMED CT", Parse.text());
  public final Field attendanceCategory =
      take(
              "ATTENDANCE_CATEGORY",
              StringType,
              "whether it was planned",
              Parse.code(EcdsCodes.ATTENDANCE_CATEGORY))
          .codes(EcdsCodes.ATTENDANCE_CATEGORY);
  public final Field dischargeStatus =
      take("DISCHARGE_STATUS", StringType, "how it ended, SNOMED CT", Parse.text());
  public final Field departmentType =
      take("DEPARTMENT_TYPE", StringType, "type of department", Parse.text());
  public final Field chiefComplaint =
      take("CHIEF_COMPLAINT", StringType, "chief complaint, SNOMED CT", Parse.text());
  public final Field injuryMechanism =
      take("INJURY_MECHANISM", StringType, "what brought an injury about, SNOMED CT", Parse.text());
  public final Field diagnosis =
      take("DIAGNOSIS_CODE_1", StringType, "first diagnosis, SNOMED CT", Parse.text());
  public final Field treatment =
      take("TREATMENT_CODE_1", StringType, "first treatment, SNOMED CT", Parse.text());
  public final Field ageAtArrival =
      take("AGE_AT_ARRIVAL", IntegerType, "age at arrival", Parse.wholeNumber()).unit("years");
  public final Field statedGender =
      take("STATED_GENDER", StringType, "stated gender", Parse.text());
  public final Field providerCode = take("PROVIDER_CODE", StringType, "provider", Parse.text());
  public final Field departureTimeSinceArrival =
      take(
              "DEPARTURE_TIME_SINCE_ARRIVAL",
              IntegerType,
              "minutes from arrival to departure",
              Parse.wholeNumber())
          .unit("minutes");
  public final Field lsoa2011 =
      take("LSOA_2011", StringType, "2011 LSOA of residence", Parse.text());

  private Ecds() {
    super("ecds", "one row an emergency care attendance", Sensitivity.PERSONAL, "ecds_columns.txt");
    others();
    serves("06.20", "every emergency care attendance delivered since HES A&E ended");
  }
}
