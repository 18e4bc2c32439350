package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/** What the worker and leaver files of ASC-WDS tell of a worker alike. */
abstract class AscwdsPersons extends AscwdsTable {
  public final Field workerid =
      take("workerid", StringType, "the person at this establishment", Parse.text()).required();
  public final Field emplstat =
      take(
          "emplstat",
          StringType,
          "190 permanent, 191 temporary, 192 bank, 193 agency, 196",
          Parse.text());
  public final Field mainjrid =
      take("mainjrid", StringType, "main job role, 8 care worker, 16 nurse", Parse.text());
  public final Field strtdate = date("strtdate", "start in the main job");
  public final Field age = count("age", "age").unit("years");
  public final Field yearofentry =
      count("yearofentry", "year of entry to the UK; −1 not known, −2 not recorded");
  public final Field scerec =
      take("scerec", StringType, "recruited from, 214 health sector", Parse.text());
  public final Field startsec =
      count("startsec", "year of start in the sector; −1 not recorded, −2 not known");
  public final Field dayssick =
      tenths("dayssick", "days sick in twelve months; −1 not recorded, −2 not known").unit("days");
  public final Field zerohours =
      take("zerohours", StringType, "1 zero-hours contract, 0 not, −2, −1", Parse.text());
  public final Field averagehours =
      tenths("averagehours", "hours worked on average; −1 missing, −2 not known")
          .unit("hours a week");
  public final Field conthrs =
      tenths("conthrs", "contracted hours; −1 missing, −2 not known").unit("hours a week");
  public final Field salaryint =
      take("salaryint", StringType, "250 annual salary, 252 hourly rate, −2, −1", Parse.text());
  public final Field salary =
      take(
              "salary",
              createDecimalType(12, 2),
              "annual salary for the hours contracted",
              Parse.roundedDecimal())
          .unit("£ a year");
  public final Field hrlyrate =
      take(
              "hrlyrate",
              createDecimalType(9, 2),
              "hourly rate, −1 and −2 unknown",
              Parse.roundedDecimal())
          .unit("£ an hour");

  AscwdsPersons(String name, String grain, String columns) {
    super(name, grain, Sensitivity.PERSONAL, columns);
    check(AscwdsCodes.known(emplstat, AscwdsCodes.EMPLOYMENT_STATUS));
    check(AscwdsCodes.known(mainjrid, AscwdsCodes.JOB_ROLE));
    check(AscwdsCodes.known(scerec, AscwdsCodes.RECRUITED_FROM));
    check(AscwdsCodes.known(salaryint, AscwdsCodes.PAY_INTERVAL));
  }

  private Field tenths(String header, String meaning) {
    return take(header, createDecimalType(6, 1), meaning, Parse.roundedDecimal());
  }
}
