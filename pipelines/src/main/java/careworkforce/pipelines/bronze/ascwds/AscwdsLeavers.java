package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;

/**
 * The leaver file of ASC-WDS, 743 columns: every worker ever archived, in every extract again, and
 * without the key of the person across establishments.
 */
public final class AscwdsLeavers extends AscwdsPersons {
  public static final AscwdsLeavers TABLE = new AscwdsLeavers();

  public final Field deletedate = date("deletedate", "day the worker was archived");
  public final Field reason =
      take("reason", StringType, "reason in words; worded anew in January 2025", Parse.text());

  private AscwdsLeavers() {
    super("ascwds_leaver", "one row an archived worker and extract", "leaver_columns.tsv");
    others();
    serves("06.5", "reasons for leaving in the extract's own words");
  }
}
