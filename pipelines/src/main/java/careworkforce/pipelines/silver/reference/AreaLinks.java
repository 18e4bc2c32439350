package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * What counts as outside jobs near an area (methods 2.7): the travel-to-work area itself; areas by
 * where residents work at the last census delivered, {@code om_aj = flow(a to j) / sum of flow(a to
 * .)}; or areas by distance, {@code om_aj} in proportion to {@code exp(-d / 15 km)}, d between the
 * mean positions of their care homes, none farther than 60 km. The weights of an area sum to one
 * under each link.
 */
public final class AreaLinks extends Table {
  /** Names of the links. */
  public static final String TTWA = "ttwa";

  public static final String COMMUTING = "commuting";
  public static final String DISTANCE = "distance_15km";

  /** How areas are linked. */
  public static final CodeList LINKS =
      CodeList.of(
          "area link",
          "methods 2.7",
          TTWA,
          "the travel-to-work area itself",
          COMMUTING,
          "areas by where residents work",
          DISTANCE,
          "areas by distance");

  public static final AreaLinks TABLE = new AreaLinks();

  public final Field link =
      key("area_link", DataTypes.StringType, "how areas are linked").codes(LINKS);
  public final Field area = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field linked =
      key("linked_ttwa_code", DataTypes.StringType, "area whose jobs count for it");
  public final Field weight =
      field("weight", DataTypes.DoubleType, "share that they count with").required();

  private AreaLinks() {
    super(
        Layer.SILVER,
        "area_links",
        "one row a link, travel-to-work area and linked area",
        Sensitivity.PUBLIC);
    serves("06.11", "jobs nearby by travel-to-work area, commuting and distance");
  }
}
