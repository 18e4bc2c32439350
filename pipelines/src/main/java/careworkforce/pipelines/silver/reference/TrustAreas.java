package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/** The local authority and travel-to-work area of each NHS trust's main site. */
public final class TrustAreas extends Table {
  public static final TrustAreas TABLE = new TrustAreas();

  public final Field organisation = key("organisation", DataTypes.StringType, "ODS code");
  public final Field lad =
      field("lad", DataTypes.StringType, "local authority district").required();
  public final Field present =
      field(
          "present_lad_code",
          DataTypes.StringType,
          "the district that stands for it now; null where it is not known");
  public final Field ttwa =
      field("ttwa", DataTypes.StringType, "travel-to-work area that most of the district is in");

  private TrustAreas() {
    super(Layer.SILVER, "trust_areas", "one row an NHS trust", Sensitivity.PUBLIC);
    check(
        Check.should(
            "DISTRICT_KNOWN",
            "the codes of districts or the lookup of areas tell of the district",
            present.col().isNotNull()));
    serves("03.9", "the local authority and travel-to-work area of each trust");
  }
}
