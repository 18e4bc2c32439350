package careworkforce.pipelines.bronze.adverts;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Job adverts by local authority, occupation and month. ONS has published such counts from
 * Textkernel; no file of theirs was found (layouts.md 4.4), so the layout is ours.
 */
public final class AreaJobAdverts extends DeliveredTable {
  public static final AreaJobAdverts TABLE = new AreaJobAdverts();

  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district").required();
  public final Field occupation =
      field("soc2010", DataTypes.StringType, "unit group of SOC2010").required();
  public final Field month =
      field("month", DataTypes.DateType, "first day of the month").required();
  public final Field adverts =
      field("adverts", DataTypes.LongType, "adverts live at mid month; null unless known")
          .unit("adverts");

  private AreaJobAdverts() {
    super(
        "area_job_adverts",
        "one row a district, occupation, month and delivery",
        Sensitivity.PUBLIC);
    serves("06.8", "job adverts outside care by area, occupation and month");
    limits("06.9", "adverts by area are laid out by us: no published file was at hand");
  }
}
