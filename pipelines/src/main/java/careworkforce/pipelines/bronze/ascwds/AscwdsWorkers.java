package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.types.DataTypes.StringType;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.Field;

/**
 * The worker file of ASC-WDS, 789 columns: workers not archived. {@code wrkglbid} is one person
 * across establishments, null without national insurance number or date of birth.
 */
public final class AscwdsWorkers extends AscwdsPersons {
  public static final AscwdsWorkers TABLE = new AscwdsWorkers();

  public final Field personId =
      take(
          "wrkglbid",
          field("person_id", StringType, "pseudonym of the worker across establishments")
              .pseudonymOf("care_worker"),
          Parse.identifier());

  private AscwdsWorkers() {
    super(
        "ascwds_worker", "one row a worker at an establishment and extract", "worker_columns.tsv");
    others();
    serves("06.1", "every worker record, as delivered");
  }
}
