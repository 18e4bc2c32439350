package careworkforce.pipelines.bronze.cqcdeaths;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Notices of death under Regulation 16 of the Care Quality Commission (Registration) Regulations
 * 2009. The date is that of the notice, not of the death. CQC publishes weekly counts; this extract
 * of single notices is laid out by us [M].
 */
public final class CqcDeathNotices extends DeliveredTable {
  /** Where the person died. */
  public static final CodeList PLACE =
      CodeList.of(
          "place of death",
          "Regulation 16 notification form; [M] as codes",
          "H",
          "Hospital",
          "C",
          "Care home",
          "O",
          "Elsewhere or not known");

  public static final CqcDeathNotices TABLE = new CqcDeathNotices();

  public final Field noticeId = field("notice_id", DataTypes.StringType, "notice key").required();
  public final Field locationId =
      field("location_id", DataTypes.StringType, "location that gave notice").required();
  public final Field notifiedOn =
      field("notified_on", DataTypes.DateType, "day of the notice, not of the death").required();
  public final Field place =
      field("place_of_death", DataTypes.StringType, "where the person died").codes(PLACE);

  private CqcDeathNotices() {
    super("cqc_death_notices", "one row a notice of death", Sensitivity.PERSONAL);
    serves("06.22", "deaths that homes notified to CQC, by day of the notice");
    limits("06.22", "laid out by this project, after what CQC delivers on request");
  }
}
