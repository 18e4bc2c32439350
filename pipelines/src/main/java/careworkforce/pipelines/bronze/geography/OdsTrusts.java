package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * NHS trusts, open and closed, of the Organisation Data Service file {@code etr} (Open Government
 * Licence).
 */
public final class OdsTrusts extends DeliveredTable {
  public static final OdsTrusts TABLE = new OdsTrusts();

  public final Field organisationCode =
      field("organisation_code", DataTypes.StringType, "ODS code").required();
  public final Field name = field("name", DataTypes.StringType, "name").required();
  public final Field nationalGrouping =
      field("national_grouping", DataTypes.StringType, "NHS England region");
  public final Field highLevelHealthGeography =
      field(
          "high_level_health_geography",
          DataTypes.StringType,
          "integrated care board or older health area");
  public final Field addressLine1 = field("address_line_1", DataTypes.StringType, "address");
  public final Field addressLine4 = field("address_line_4", DataTypes.StringType, "town");
  public final Field postcode = field("postcode", DataTypes.StringType, "postcode");
  public final Field openDate = field("open_date", DataTypes.DateType, "opened");
  public final Field closeDate = field("close_date", DataTypes.DateType, "closed; null while open");
  public final Field amendedRecordIndicator =
      field("amended_record_indicator", DataTypes.StringType, "1 if amended since the last issue");
  public final Field gorCode = field("gor_code", DataTypes.StringType, "government office region");

  private OdsTrusts() {
    super("ods_trusts", "one row an NHS trust, open or closed", Sensitivity.PUBLIC);
    serves("06.3", "trusts with their opening and closing dates");
  }
}
