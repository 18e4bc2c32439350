package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/**
 * The leaver file of ASC-WDS, 743 columns: every worker ever archived, in every extract again, and
 * without the key of the person across establishments.
 */
public final class AscwdsLeavers extends AscwdsTable {
  public static final AscwdsLeavers TABLE = new AscwdsLeavers();

  public final Field workerid =
      take("workerid", StringType, "the person at this establishment", Parse.text()).required();
  public final Field deletedate = date("deletedate", "day the worker was archived");
  public final Field reason =
      take("reason", StringType, "reason in words; worded anew in January 2025", Parse.text());
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

  private AscwdsLeavers() {
    super(
        "ascwds_leaver",
        "one row an archived worker and extract",
        Sensitivity.PERSONAL,
        "leaver_columns.tsv");
    others();
    serves("06.5", "reasons for leaving in the extract's own words");
  }
}
