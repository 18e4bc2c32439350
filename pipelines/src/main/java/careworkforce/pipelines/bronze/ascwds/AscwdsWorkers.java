package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/**
 * The worker file of ASC-WDS, 789 columns: workers not archived. {@code wrkglbid} is one person
 * across establishments, null without national insurance number or date of birth.
 */
public final class AscwdsWorkers extends AscwdsTable {
  public static final AscwdsWorkers TABLE = new AscwdsWorkers();

  public final Field personId =
      take(
          "wrkglbid",
          field("person_id", StringType, "pseudonym of the worker across establishments")
              .pseudonymOf("care_worker"),
          Parse.identifier());
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
  public final Field scerec =
      take("scerec", StringType, "recruited from, 214 health sector", Parse.text());
  public final Field hrlyrate =
      take(
          "hrlyrate",
          createDecimalType(9, 2),
          "hourly rate, −1 and −2 unknown",
          Parse.roundedDecimal());

  private AscwdsWorkers() {
    super(
        "ascwds_worker",
        "one row a worker at an establishment and extract",
        Sensitivity.PERSONAL,
        "worker_columns.tsv");
    others();
    serves("06.1", "every worker record, as delivered");
  }
}
