package careworkforce.pipelines.bronze.trustsuccessors;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Codes of trusts and commissioners that ended, each with what it is part of since: supplied by
 * whoever has a staff record that goes on after 2021, such as from the Organisation Data Service's
 * successors. Laid out by us. The latest delivery of a code counts, before the list that the
 * project has of its own.
 */
public final class TrustSuccessors extends DeliveredTable {
  public static final TrustSuccessors TABLE = new TrustSuccessors();

  public final Field organisation =
      field("organisation", DataTypes.StringType, "ODS code that ended").required();
  public final Field successor =
      field("successor", DataTypes.StringType, "ODS code that it is part of").required();
  public final Field effective =
      field("effective", DataTypes.DateType, "first day under the successor").required();
  public final Field organisationName =
      field("name", DataTypes.StringType, "name of what ended").required();
  public final Field source =
      field("source", DataTypes.StringType, "what supports the row").required();

  private TrustSuccessors() {
    super("trust_successors", "one row a code that ended", Sensitivity.PUBLIC);
    serves("03.1", "mergers of a record that is extended beyond 2021, as supplied by the user");
    limits(
        "03.1", "laid out by this project: to be prepared from the successors that ODS publishes");
  }
}
