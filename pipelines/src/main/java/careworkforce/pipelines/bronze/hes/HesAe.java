package careworkforce.pipelines.bronze.hes;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/**
 * HES Accident and Emergency attendances, 165 columns. Ends where {@code bronze.ecds} begins; the
 * two are never joined without saying which is which.
 */
public final class HesAe extends WideTable {
  public static final HesAe TABLE = new HesAe();

  public final Field personId =
      take(
          "PSEUDO_HESID",
          field("person_id", StringType, "pseudonym of the person's HES id")
              .pseudonymOf("resident"),
          Parse.identifier());
  public final Field personKey =
      field("person_key", StringType, "which number of persons person_id was made from")
          .codes(HesCodes.PERSON_KEYS);
  public final Field aekey =
      take("AEKEY", StringType, "record key, 12 digits to 2020/21, then 20", Parse.text());
  public final Field arrivaldate =
      take("ARRIVALDATE", DateType, "date of arrival", HesCodes.date());
  public final Field arrivaltime =
      take("ARRIVALTIME", IntegerType, "time of arrival", HesCodes.time())
          .unit("minutes since midnight");
  public final Field aearrivalmode =
      take("AEARRIVALMODE", StringType, "mode of arrival", Parse.code(HesCodes.ARRIVAL_MODE))
          .codes(HesCodes.ARRIVAL_MODE);
  public final Field aeattendcat =
      take(
              "AEATTENDCAT",
              StringType,
              "category of attendance",
              Parse.code(HesCodes.ATTENDANCE_CATEGORY))
          .codes(HesCodes.ATTENDANCE_CATEGORY);
  public final Field aeattenddisp =
      take("AEATTENDDISP", StringType, "how it ended", Parse.code(HesCodes.DISPOSAL))
          .codes(HesCodes.DISPOSAL);
  public final Field aedepttype =
      take("AEDEPTTYPE", StringType, "type of department: 01 major, 02, 03, 04, 99", Parse.text());
  public final Field arrivalage =
      take(
              "ARRIVALAGE",
              IntegerType,
              "age at arrival; 7001 to 7007 are infants",
              Parse.wholeNumber())
          .unit("years");
  public final Field sex = take("SEX", StringType, "1 male, 2 female, 9, 0", Parse.text());
  public final Field procode3 = take("PROCODE3", StringType, "provider", Parse.text());
  public final Field sitetret = take("SITETRET", StringType, "site of treatment", Parse.text());
  public final Field diagnosis =
      take("DIAG2_01", StringType, "first diagnosis, two characters", Parse.text());
  public final Field treatment =
      take("TREAT2_01", StringType, "first treatment, two characters", Parse.text());
  public final Field depdur =
      take("DEPDUR", IntegerType, "minutes from arrival to departure", Parse.wholeNumber())
          .unit("minutes");
  public final Field lsoa11 = take("LSOA11", StringType, "2011 LSOA of residence", Parse.text());

  private HesAe() {
    super("hes_ae", "one row an A&E attendance", Sensitivity.PERSONAL, "hes_ae_columns.txt");
    others();
    check(
        Check.should(
            "KEY_OF_RESIDENTS",
            "the person's key is TOKEN_PERSON_ID: under another nobody is known elsewhere",
            personKey.col().equalTo(HesCodes.TOKEN)));
    serves("06.20", "every A&E attendance delivered, to the end of the HES series");
    limits(
        "06.20",
        "attendances are linked where their extract has TOKEN_PERSON_ID, which NHS England gives for all years"
            + " on request: the keys of older extracts are other numbers");
  }
}
