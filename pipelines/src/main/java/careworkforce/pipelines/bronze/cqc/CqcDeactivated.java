package careworkforce.pipelines.bronze.cqc;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * CQC's list of de-activated locations, published monthly beside the directory of active ones:
 * every location that has ended since 2010, so that the newest list holds them all. Most ended
 * because the home went on under a new legal entity.
 */
public final class CqcDeactivated extends DeliveredTable {
  public static final CqcDeactivated TABLE = new CqcDeactivated();

  public final Field locationId =
      field("location_id", DataTypes.StringType, "CQC location, such as 1-1000210669").required();
  public final Field startDate =
      field(
              "location_hsca_start_date",
              DataTypes.DateType,
              "registration under the Health and Social Care Act")
          .required();
  public final Field endDate =
      field("location_hsca_end_date", DataTypes.DateType, "de-registration").required();
  public final Field careHome =
      field("care_home", DataTypes.BooleanType, "true for a care home").required();
  public final Field beds =
      field(
          "care_homes_beds_at_point_location_de_activated",
          DataTypes.IntegerType,
          "beds when de-registered");
  public final Field nursing =
      field(
          "service_type_care_home_service_with_nursing",
          DataTypes.BooleanType,
          "true if it offered it; false in lists that do not tell");
  public final Field region = field("location_region", DataTypes.StringType, "region");
  public final Field localAuthority =
      field("location_local_authority", DataTypes.StringType, "local authority, by name");
  public final Field postcode =
      field("location_postal_code", DataTypes.StringType, "postcode of the location");
  public final Field uprn =
      field("location_uprn_id", DataTypes.StringType, "unique property reference number");
  public final Field latitude =
      field("location_latitude", DataTypes.DoubleType, "latitude").unit("degrees");
  public final Field longitude =
      field("location_longitude", DataTypes.DoubleType, "longitude").unit("degrees");
  public final Field providerId = field("provider_id", DataTypes.StringType, "CQC provider");
  public final Field providerSector =
      field("provider_type_sector", DataTypes.StringType, "sector of the provider");
  public final Field providerOwnership =
      field("provider_ownership_type", DataTypes.StringType, "ownership of the provider");

  private CqcDeactivated() {
    super("cqc_deactivated", "one row a de-registered location and list", Sensitivity.PUBLIC);
    check(
        Check.should(
            "ENDS_AFTER_IT_BEGAN",
            "no location ended before it was registered",
            endDate.col().geq(startDate.col())));
    serves("06.24", "the day on which each location ended, and its beds then");
  }
}
