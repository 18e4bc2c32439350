package careworkforce.pipelines.silver.exposures.retail;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Care homes with the stores and warehouses that opened around them: those within a radius of D
 * kilometres are treated, those from D to 3D are controls (methods 2.7). Distances are great
 * circles.
 */
public final class RetailOpenings extends Table {
  /** What a home is to an opening. */
  public static final CodeList RINGS =
      CodeList.of(
          "ring",
          "methods 2.7",
          "treated",
          "no farther than the radius",
          "control",
          "farther than the radius, no farther than three radii");

  public static final RetailOpenings TABLE = new RetailOpenings();

  /** Radii of the control ring in radii of the treated. */
  static final int OUTER = 3;

  public final Field radius =
      key("radius_km", DataTypes.IntegerType, "radius D of the treated ring").unit("km");
  public final Field homeId = key("home_id", DataTypes.StringType, "care home");
  public final Field siteId = key("site_id", DataTypes.StringType, "store or warehouse");
  public final Field ring =
      field("ring", DataTypes.StringType, "what the home is to the opening")
          .required()
          .codes(RINGS);
  public final Field ttwa =
      field("ttwa_code", DataTypes.StringType, "travel-to-work area of the home");
  public final Field openedOn =
      field("opened_on", DataTypes.DateType, "first day of trading").required();
  public final Field distance =
      field("distance_km", DataTypes.DoubleType, "from home to site").unit("km").required();
  public final Field kind = field("kind", DataTypes.StringType, "kind of site").required();
  public final Field jobs = field("jobs", DataTypes.IntegerType, "jobs when it opened");

  private RetailOpenings() {
    super(
        Layer.SILVER,
        "retail_openings",
        "one row a radius, care home and site no farther than three radii",
        Sensitivity.PUBLIC);
    serves("06.10", "openings of large stores and warehouses around each care home");
  }
}
