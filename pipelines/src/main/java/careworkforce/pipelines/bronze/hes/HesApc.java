package careworkforce.pipelines.bronze.hes;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/** HES admitted patient care, 193 columns: consultant episodes within admissions. */
public final class HesApc extends WideTable {
  public static final HesApc TABLE = new HesApc();

  public final Field personId =
      take(
          "PSEUDO_HESID",
          field("person_id", StringType, "pseudonym of the person's HES id")
              .pseudonymOf("resident"),
          Parse.identifier());
  public final Field personKey =
      field("person_key", StringType, "which number of persons person_id was made from")
          .codes(HesCodes.PERSON_KEYS);
  public final Field epikey = take("EPIKEY", StringType, "episode key", Parse.text());
  public final Field admidate = take("ADMIDATE", DateType, "date of admission", HesCodes.date());
  public final Field disdate =
      take("DISDATE", DateType, "date of discharge; null while in hospital", HesCodes.date());
  public final Field epistart = take("EPISTART", DateType, "start of episode", HesCodes.date());
  public final Field epiend = take("EPIEND", DateType, "end of episode", HesCodes.date());
  public final Field epiorder =
      take("EPIORDER", IntegerType, "order of the episode in its admission", Parse.wholeNumber());
  public final Field admimeth =
      take("ADMIMETH", StringType, "method of admission; 21 to 2D are emergencies", Parse.text());
  public final Field admisorc = take("ADMISORC", StringType, "source of admission", Parse.text());
  public final Field disdest =
      take("DISDEST", StringType, "destination on discharge", Parse.text());
  public final Field diagnosis =
      take("DIAG_4_01", StringType, "primary diagnosis, ICD-10, four characters", Parse.text());
  public final Field cause =
      take("CAUSE_4", StringType, "external cause, ICD-10, four characters", Parse.text());
  public final Field procode3 = take("PROCODE3", StringType, "provider", Parse.text());
  public final Field sex = take("SEX", StringType, "1 male, 2 female, 9, 0", Parse.text());
  public final Field startage =
      take(
              "STARTAGE",
              IntegerType,
              "age at start of episode; 7001 to 7007 are infants",
              Parse.wholeNumber())
          .unit("years");
  public final Field lsoa11 = take("LSOA11", StringType, "2011 LSOA of residence", Parse.text());

  private HesApc() {
    super("hes_apc", "one row a consultant episode", Sensitivity.PERSONAL, "hes_apc_columns.txt");
    others();
    check(
        Check.should(
            "KEY_OF_RESIDENTS",
            "the person's key is TOKEN_PERSON_ID: under another nobody is known elsewhere",
            personKey.col().equalTo(HesCodes.TOKEN)));
    serves(
        "06.20", "every admitted episode delivered, with method of admission and external cause");
    limits(
        "06.20",
        "episodes are linked where their extract has TOKEN_PERSON_ID, which NHS England gives for all years"
            + " on request: the keys of older extracts are other numbers");
  }
}
