package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * The travel-to-work area of each local authority district. Laid out by us: districts are not
 * nested in travel-to-work areas.
 */
public final class TtwaLookup extends DeliveredTable {
  public static final TtwaLookup TABLE = new TtwaLookup();

  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district").required();
  public final Field ladName = field("lad_name", DataTypes.StringType, "its name");
  public final Field ttwaCode =
      field("ttwa_code", DataTypes.StringType, "travel-to-work area that most of it lies in")
          .required();
  public final Field ttwaName = field("ttwa_name", DataTypes.StringType, "its name");

  private TtwaLookup() {
    super("ttwa_lookup", "one row a local authority district and edition", Sensitivity.PUBLIC);
    serves("06.11", "areas within which outside jobs count");
    limits(
        "06.11",
        "laid out by this project: to be prepared from the ONS lookup of lower layer super output areas");
  }
}
