package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;

/** The workplace file of ASC-WDS, 726 columns: one row an establishment. */
public final class AscwdsWorkplaces extends AscwdsTable {
  public static final AscwdsWorkplaces TABLE = new AscwdsWorkplaces();

  public final Field isparent = take("isparent", StringType, "1 for a parent", Parse.text());
  public final Field mupddate = date("mupddate", "last amended");
  public final Field totalstaff = count("totalstaff", "staff as told");
  public final Field wkrrecs = count("wkrrecs", "worker records");
  public final Field totalstarters = count("totalstarters", "starters in twelve months");
  public final Field totalleavers = count("totalleavers", "leavers in twelve months");
  public final Field totalvacancies = count("totalvacancies", "vacancies");
  public final Field jr08emp = count("jr08emp", "care workers employed; 999 is not known");
  public final Field jr16emp = count("jr16emp", "registered nurses employed; 999 is not known");

  private AscwdsWorkplaces() {
    super(
        "ascwds_workplace",
        "one row an establishment and extract",
        Sensitivity.AGGREGATE,
        "workplace_columns.tsv");
    others();
    serves("06.1", "every establishment that reports, as delivered");
  }
}
