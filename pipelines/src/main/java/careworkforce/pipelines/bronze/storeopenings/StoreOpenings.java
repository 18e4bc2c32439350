package careworkforce.pipelines.bronze.storeopenings;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Large stores and warehouses by the day they opened. No public register of these was at hand; the
 * layout is ours, with what a study of openings nearby needs (methods 2.7).
 */
public final class StoreOpenings extends DeliveredTable {
  /** Kinds of site. */
  public static final CodeList KINDS =
      CodeList.of(
          "kind of site",
          "a proposal of this project",
          "supermarket",
          "groceries",
          "general store",
          "other large store",
          "warehouse",
          "warehouse or distribution centre");

  public static final StoreOpenings TABLE = new StoreOpenings();

  public final Field siteId = field("site_id", DataTypes.StringType, "site").required();
  public final Field kind =
      field("kind", DataTypes.StringType, "kind of site").required().codes(KINDS);
  public final Field openedOn =
      field("opened_on", DataTypes.DateType, "first day of trading").required();
  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district").required();
  public final Field postcode = field("postcode", DataTypes.StringType, "postcode");
  public final Field latitude =
      field("latitude", DataTypes.DoubleType, "latitude, WGS84").unit("degrees").required();
  public final Field longitude =
      field("longitude", DataTypes.DoubleType, "longitude, WGS84").unit("degrees").required();
  public final Field jobs = field("jobs", DataTypes.IntegerType, "jobs when it opened");

  private StoreOpenings() {
    super("store_openings", "one row a site and delivery", Sensitivity.PUBLIC);
    serves("06.10", "large stores and warehouses: where and when they open, and how many jobs");
    limits("06.10", "laid out by us: no public register of openings was at hand");
  }
}
