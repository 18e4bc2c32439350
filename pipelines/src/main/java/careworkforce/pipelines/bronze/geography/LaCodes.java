package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Local authority codes, present and past, with the authority that stands for each now
 * (geo-lookups; ONS, Open Government Licence).
 */
public final class LaCodes extends DeliveredTable {
  public static final LaCodes TABLE = new LaCodes();

  public final Field ladcd =
      field("ladcd", DataTypes.StringType, "local authority district code, present or past")
          .required();
  public final Field ladnm = field("ladnm", DataTypes.StringType, "its name").required();
  public final Field ladcdActive =
      field("ladcd_active", DataTypes.StringType, "the district that stands for it now").required();
  public final Field ladnmActive = field("ladnm_active", DataTypes.StringType, "its name");
  public final Field utlacd = field("utlacd", DataTypes.StringType, "upper-tier authority");
  public final Field utlanm = field("utlanm", DataTypes.StringType, "its name");
  public final Field cauthcd = field("cauthcd", DataTypes.StringType, "combined authority");
  public final Field cauthnm = field("cauthnm", DataTypes.StringType, "its name");
  public final Field rgncd = field("rgncd", DataTypes.StringType, "region of England");
  public final Field rgnnm = field("rgnnm", DataTypes.StringType, "its name");
  public final Field ctrycd = field("ctrycd", DataTypes.StringType, "country");
  public final Field ctrynm = field("ctrynm", DataTypes.StringType, "its name");
  public final Field lad20cd =
      field("lad20cd", DataTypes.StringType, "as LAD20CD, which follows mergers to 2023");
  public final Field lad20nm = field("lad20nm", DataTypes.StringType, "its name");
  public final Field current =
      field("current", DataTypes.BooleanType, "true if in force").required();

  private LaCodes() {
    super(
        "la_codes", "one row a local authority district code, present or past", Sensitivity.PUBLIC);
    serves("06.16", "codes of authorities that were merged since");
  }
}
