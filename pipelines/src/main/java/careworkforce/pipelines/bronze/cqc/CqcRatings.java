package careworkforce.pipelines.bronze.cqc;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/** The CQC latest-ratings file: one rating a location, service group and domain. */
public final class CqcRatings extends DeliveredTable {
  public static final CqcRatings TABLE = new CqcRatings();

  public final Field locationId =
      field("location_id", DataTypes.StringType, "CQC location").required();
  public final Field locationName =
      field("location_name", DataTypes.StringType, "name of the location");
  public final Field careHome = field("care_home", DataTypes.BooleanType, "true for a care home");
  public final Field locationPrimaryInspectionCategory =
      field(
          "location_primary_inspection_category",
          DataTypes.StringType,
          "primary inspection category");
  public final Field locationPostCode =
      field("location_post_code", DataTypes.StringType, "postcode of the location");
  public final Field locationLocalAuthority =
      field("location_local_authority", DataTypes.StringType, "local authority, by name");
  public final Field locationRegion = field("location_region", DataTypes.StringType, "region");
  public final Field servicePopulationGroup =
      field(
          "service_population_group",
          DataTypes.StringType,
          "what is rated: Overall, or a service or group");
  public final Field domain =
      field(
              "domain",
              DataTypes.StringType,
              "Overall, Safe, Effective, Caring, Responsive or Well-led")
          .required();
  public final Field latestRating =
      field(
          "latest_rating",
          DataTypes.StringType,
          "Outstanding, Good, Requires improvement, Inadequate, or another word where none was given");
  public final Field inspectionDate =
      field("inspection_date", DataTypes.DateType, "visit on which the rating rests");
  public final Field publicationDate =
      field("publication_date", DataTypes.DateType, "publication of the rating");
  public final Field reportType = field("report_type", DataTypes.StringType, "kind of report");
  public final Field inheritedRatingYN =
      field(
          "inherited_rating_y_n",
          DataTypes.BooleanType,
          "true if the rating was given to a predecessor");
  public final Field providerId = field("provider_id", DataTypes.StringType, "CQC provider");
  public final Field providerName =
      field("provider_name", DataTypes.StringType, "name of the provider");

  private CqcRatings() {
    super(
        "cqc_ratings",
        "one row a location, service or population group, domain and snapshot",
        Sensitivity.PUBLIC);
    serves("06.23", "ratings with their publication and inspection dates");
  }
}
