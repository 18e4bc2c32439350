package careworkforce.pipelines.silver.panels;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Care homes: chains of CQC locations, each joined to its area and to the ASC-WDS establishment
 * that reports its staff.
 */
public final class CareHomes extends Table {
  public static final CareHomes TABLE = new CareHomes();

  public final Field homeId = key("home_id", DataTypes.StringType, "first location of the chain");
  public final Field locationId =
      field("location_id", DataTypes.StringType, "latest location of the chain").required();
  public final Field locations =
      field("locations", DataTypes.LongType, "registrations the home has had").required();
  public final Field openedOn =
      field("opened_on", DataTypes.DateType, "first day registered").required();
  public final Field closedOn =
      field("closed_on", DataTypes.DateType, "first day not registered; null while open");
  public final Field beds = field("beds", DataTypes.IntegerType, "beds when last listed");
  public final Field nursing =
      field("nursing", DataTypes.BooleanType, "care home with nursing").required();
  public final Field ownership =
      field("ownership", DataTypes.StringType, "ownership of the provider as delivered");
  public final Field providerId = field("provider_id", DataTypes.StringType, "latest provider");
  public final Field establishmentId =
      field(
          "establishment_id", DataTypes.StringType, "latest ASC-WDS establishment; null for none");
  public final Field uprn = field("uprn", DataTypes.StringType, "property reference number");
  public final Field postcode = field("postcode", DataTypes.StringType, "postcode, without blanks");
  public final Field latitude = field("latitude", DataTypes.DoubleType, "latitude").unit("degrees");
  public final Field longitude =
      field("longitude", DataTypes.DoubleType, "longitude").unit("degrees");
  public final Field localAuthority =
      field("local_authority", DataTypes.StringType, "local authority, by name as delivered");
  public final Field lad =
      field(
          "lad_code",
          DataTypes.StringType,
          "local authority district in force now, by the authority's name; where that is no district, as"
              + " of a county, by that in ASC-WDS; null where neither tells one");
  public final Field region = field("region", DataTypes.StringType, "region");
  public final Field ttwa = field("ttwa_code", DataTypes.StringType, "travel-to-work area");

  private CareHomes() {
    super(
        Layer.SILVER,
        "care_homes",
        "one row a care home, through all its registrations",
        Sensitivity.AGGREGATE);
    check(
        Check.should(
            "DISTRICT_FOUND",
            "local_authority is a district, or the home's establishment tells one",
            lad.col().isNotNull()));
    check(
        Check.should(
            "AREA_FOUND",
            "the district lies in a travel-to-work area that the lookup tells",
            lad.col().isNull().or(ttwa.col().isNotNull())));
    serves("06.24", "beds, ownership, nursing or residential, area");
    serves("06.26", "local authority district and provider of every home");
  }

  /** True of a home whose place is known. */
  public Column located() {
    return latitude.col().isNotNull().and(longitude.col().isNotNull());
  }
}
