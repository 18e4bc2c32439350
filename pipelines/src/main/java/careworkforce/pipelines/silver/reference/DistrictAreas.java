package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Local authority districts under every code that they have had, each with the district that stands
 * for it now and that one's travel-to-work area. Sources tell districts by codes of different
 * years; by this table each is brought to the present ones, so that those of one district meet. A
 * district that was merged goes whole to the area of the one it is part of, wherever it lay itself.
 *
 * <p>The area is that of the lookup's latest edition: the row of the present district, or where the
 * edition has none, the area that most of the districts it was made of lie in. A district that the
 * codes do not tell and the lookup does stands for itself.
 */
public final class DistrictAreas extends Table {
  public static final DistrictAreas TABLE = new DistrictAreas();

  public final Field lad =
      key("lad_code", DataTypes.StringType, "local authority district, present or past");
  public final Field present =
      field("present_lad_code", DataTypes.StringType, "the district that stands for it now")
          .required();
  public final Field region =
      field(
          "region_code",
          DataTypes.StringType,
          "region of England; null outside it and where the codes do not tell the district");
  public final Field ttwa =
      field(
          "ttwa_code",
          DataTypes.StringType,
          "travel-to-work area that most of the present district lies in; null where none is told");

  private DistrictAreas() {
    super(
        Layer.SILVER,
        "district_areas",
        "one row a local authority district code, present or past",
        Sensitivity.PUBLIC);
    check(
        Check.should(
            "AREA_FOUND",
            "the district, if in England, lies in a travel-to-work area that the lookup tells",
            region.col().isNull().or(ttwa.col().isNotNull())));
    serves("06.11", "areas of districts, whatever the year of a source's codes");
  }
}
