package careworkforce.pipelines.silver.panels;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Every CQC care home location with the home it is, or was, a registration of. Most
 * de-registrations are one home under a new legal entity, and a dual registration is one home under
 * two (layouts.md, fact 10); a chain of locations is one home, named by its first location.
 */
public final class CareHomeLocations extends Table {
  /** Why two locations are one home. */
  public static final CodeList LINKS =
      CodeList.of(
          "link between locations",
          "a proposal of this project, after layouts.md fact 10",
          "dual",
          "second registration of a home registered twice",
          "declared",
          "CQC names the predecessor or the successor",
          "same_address",
          "one location at a UPRN ends when another begins",
          "first",
          "no earlier location");

  public static final CareHomeLocations TABLE = new CareHomeLocations();

  public final Field locationId = key("location_id", DataTypes.StringType, "CQC location");
  public final Field homeId =
      field("home_id", DataTypes.StringType, "first location of the chain").required();
  public final Field link =
      field("link", DataTypes.StringType, "what links it to the location before it")
          .required()
          .codes(LINKS);
  public final Field linkedTo =
      field("linked_to", DataTypes.StringType, "the location before it; null for the first");
  public final Field registeredOn =
      field("registered_on", DataTypes.DateType, "first day registered").required();
  public final Field deregisteredOn =
      field(
          "deregistered_on",
          DataTypes.DateType,
          "first day not registered: of the list of de-activated locations, or else the month after"
              + " it was last in the directory");
  public final Field beds = field("beds", DataTypes.IntegerType, "beds when last listed");
  public final Field nursing =
      field("nursing", DataTypes.BooleanType, "care home service with nursing").required();
  public final Field providerId = field("provider_id", DataTypes.StringType, "CQC provider");
  public final Field ownership =
      field("ownership", DataTypes.StringType, "ownership of the provider as delivered");
  public final Field uprn = field("uprn", DataTypes.StringType, "property reference number");
  public final Field postcode = field("postcode", DataTypes.StringType, "postcode, without blanks");
  public final Field latitude =
      field("latitude", DataTypes.DoubleType, "latitude when last listed").unit("degrees");
  public final Field longitude =
      field("longitude", DataTypes.DoubleType, "longitude when last listed").unit("degrees");
  public final Field region = field("region", DataTypes.StringType, "region as delivered");
  public final Field localAuthority =
      field("local_authority", DataTypes.StringType, "local authority, by name");

  private CareHomeLocations() {
    super(
        Layer.SILVER,
        "care_home_locations",
        "one row a CQC location that was ever a care home",
        Sensitivity.PUBLIC);
    serves("06.24", "homes followed through changes of provider and legal entity");
    limits(
        "06.24",
        "a home that ended before the first directory counts as without nursing where the list of"
            + " de-activated locations does not tell");
  }
}
