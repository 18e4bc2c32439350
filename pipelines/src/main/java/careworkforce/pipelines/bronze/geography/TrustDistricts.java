package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * The local authority district that each trust's main site lies in: the postcode of the
 * Organisation Data Service looked up in the ONS Postcode Directory. Laid out by us.
 */
public final class TrustDistricts extends DeliveredTable {
  public static final TrustDistricts TABLE = new TrustDistricts();

  public final Field organisationCode =
      field("organisation_code", DataTypes.StringType, "ODS code of the trust").required();
  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district").required();

  private TrustDistricts() {
    super("trust_districts", "one row a trust and edition", Sensitivity.PUBLIC);
    serves("03.9", "the district of each trust's main site");
    limits(
        "03.9",
        "laid out by this project: to be prepared from addresses of trusts, as no publisher delivers it");
  }
}
