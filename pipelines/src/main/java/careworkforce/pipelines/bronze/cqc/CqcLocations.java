package careworkforce.pipelines.bronze.cqc;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * The CQC directory: active locations (122 published headers of 2026, those that matter). What has
 * ended is published in a list of its own, {@link CqcDeactivated}; rows of it joined to the
 * directory's are read too. Most de-registrations are the same home under a new legal entity;
 * dual-registered homes stand twice. Neither is mended here.
 */
public final class CqcLocations extends DeliveredTable {
  public static final CqcLocations TABLE = new CqcLocations();

  public final Field locationId =
      field("location_id", DataTypes.StringType, "CQC location, such as 1-1000210669").required();
  public final Field locationStatus =
      field(
          "location_status",
          DataTypes.StringType,
          "Active, or Inactive once de-registered; files of active locations lack it");
  public final Field locationHscaStartDate =
      field(
              "location_hsca_start_date",
              DataTypes.DateType,
              "registration under the Health and Social Care Act")
          .required();
  public final Field locationHscaEndDate =
      field("location_hsca_end_date", DataTypes.DateType, "de-registration; null while registered");
  public final Field dormantYN =
      field("dormant_y_n", DataTypes.BooleanType, "true if registered and not running");
  public final Field careHome =
      field("care_home", DataTypes.BooleanType, "true for a care home").required();
  public final Field locationName =
      field("location_name", DataTypes.StringType, "name of the location");
  public final Field locationOdsCode =
      field("location_ods_code", DataTypes.StringType, "ODS code of the location");
  public final Field careHomesBeds =
      field("care_homes_beds", DataTypes.IntegerType, "beds of a care home; a true 0 elsewhere");
  public final Field careHomesBedsAtPointLocationDeActivated =
      field(
          "care_homes_beds_at_point_location_de_activated",
          DataTypes.IntegerType,
          "beds when de-registered");
  public final Field locationTypeSector =
      field("location_type_sector", DataTypes.StringType, "sector, such as Social Care Org");
  public final Field locationInspectionDirectorate =
      field(
          "location_inspection_directorate", DataTypes.StringType, "directorate that inspects it");
  public final Field locationPrimaryInspectionCategory =
      field(
          "location_primary_inspection_category",
          DataTypes.StringType,
          "primary inspection category");
  public final Field locationLatestOverallRating =
      field("location_latest_overall_rating", DataTypes.StringType, "latest overall rating");
  public final Field publicationDate =
      field("publication_date", DataTypes.DateType, "publication of the latest overall rating");
  public final Field inheritedRatingYN =
      field(
          "inherited_rating_y_n",
          DataTypes.BooleanType,
          "true if the rating was given to a predecessor");
  public final Field locationRegion = field("location_region", DataTypes.StringType, "region");
  public final Field locationLocalAuthority =
      field("location_local_authority", DataTypes.StringType, "local authority, by name");
  public final Field locationPostalCode =
      field("location_postal_code", DataTypes.StringType, "postcode of the location");
  public final Field locationUprnId =
      field("location_uprn_id", DataTypes.StringType, "unique property reference number");
  public final Field locationLatitude =
      field("location_latitude", DataTypes.DoubleType, "latitude").unit("degrees");
  public final Field locationLongitude =
      field("location_longitude", DataTypes.DoubleType, "longitude").unit("degrees");
  public final Field brandId = field("brand_id", DataTypes.StringType, "brand; null for none");
  public final Field brandName = field("brand_name", DataTypes.StringType, "name of the brand");
  public final Field providerCompaniesHouseNumber =
      field(
          "provider_companies_house_number",
          DataTypes.StringType,
          "company number of the provider");
  public final Field providerId = field("provider_id", DataTypes.StringType, "CQC provider");
  public final Field providerName =
      field("provider_name", DataTypes.StringType, "name of the provider");
  public final Field providerHscaStartDate =
      field("provider_hsca_start_date", DataTypes.DateType, "registration of the provider");
  public final Field providerTypeSector =
      field("provider_type_sector", DataTypes.StringType, "sector of the provider");
  public final Field providerOwnershipType =
      field("provider_ownership_type", DataTypes.StringType, "ownership of the provider");
  public final Field regulatedActivityAccommodationForPersonsWhoRequireNursingOrPersonalCare =
      field(
              "regulated_activity_accommodation_for_persons_who_require_nursing_or_personal_care",
              DataTypes.BooleanType,
              "registered for it")
          .required();
  public final Field regulatedActivityNursingCare =
      field("regulated_activity_nursing_care", DataTypes.BooleanType, "registered for it")
          .required();
  public final Field regulatedActivityPersonalCare =
      field("regulated_activity_personal_care", DataTypes.BooleanType, "registered for it")
          .required();
  public final Field serviceTypeCareHomeServiceWithNursing =
      field("service_type_care_home_service_with_nursing", DataTypes.BooleanType, "offers it")
          .required();
  public final Field serviceTypeCareHomeServiceWithoutNursing =
      field("service_type_care_home_service_without_nursing", DataTypes.BooleanType, "offers it")
          .required();
  public final Field serviceTypeDomiciliaryCareService =
      field("service_type_domiciliary_care_service", DataTypes.BooleanType, "offers it").required();
  public final Field serviceTypeExtraCareHousingServices =
      field("service_type_extra_care_housing_services", DataTypes.BooleanType, "offers it")
          .required();
  public final Field serviceTypeSupportedLivingService =
      field("service_type_supported_living_service", DataTypes.BooleanType, "offers it").required();
  public final Field serviceUserBandChildren018Years =
      field("service_user_band_children_0_18_years", DataTypes.BooleanType, "serves them")
          .required();
  public final Field serviceUserBandDementia =
      field("service_user_band_dementia", DataTypes.BooleanType, "serves them").required();
  public final Field serviceUserBandLearningDisabilitiesOrAutisticSpectrumDisorder =
      field(
              "service_user_band_learning_disabilities_or_autistic_spectrum_disorder",
              DataTypes.BooleanType,
              "serves them")
          .required();
  public final Field serviceUserBandMentalHealth =
      field("service_user_band_mental_health", DataTypes.BooleanType, "serves them").required();
  public final Field serviceUserBandOlderPeople =
      field("service_user_band_older_people", DataTypes.BooleanType, "serves them").required();
  public final Field serviceUserBandPeopleDetainedUnderTheMentalHealthAct =
      field(
              "service_user_band_people_detained_under_the_mental_health_act",
              DataTypes.BooleanType,
              "serves them")
          .required();
  public final Field serviceUserBandPeopleWhoMisuseDrugsAndAlcohol =
      field(
              "service_user_band_people_who_misuse_drugs_and_alcohol",
              DataTypes.BooleanType,
              "serves them")
          .required();
  public final Field serviceUserBandPeopleWithAnEatingDisorder =
      field(
              "service_user_band_people_with_an_eating_disorder",
              DataTypes.BooleanType,
              "serves them")
          .required();
  public final Field serviceUserBandPhysicalDisability =
      field("service_user_band_physical_disability", DataTypes.BooleanType, "serves them")
          .required();
  public final Field serviceUserBandSensoryImpairment =
      field("service_user_band_sensory_impairment", DataTypes.BooleanType, "serves them")
          .required();
  public final Field serviceUserBandWholePopulation =
      field("service_user_band_whole_population", DataTypes.BooleanType, "serves them").required();
  public final Field serviceUserBandYoungerAdults =
      field("service_user_band_younger_adults", DataTypes.BooleanType, "serves them").required();
  public final Field locationDualRegistered =
      field(
          "location_dual_registered",
          DataTypes.BooleanType,
          "true if the home is registered under two providers");
  public final Field primaryIdDualRegistrationLocations =
      field(
          "primary_id_dual_registration_locations",
          DataTypes.StringType,
          "the location that counts, of two that are one home");
  public final Field predecessorLocationId =
      field(
          "predecessor_location_id",
          DataTypes.StringType,
          "HSCA predecessor: the location this one continues");
  public final Field successorLocationId =
      field(
          "successor_location_id",
          DataTypes.StringType,
          "HSCA successor: the location that continues this one");

  private CqcLocations() {
    super("cqc_locations", "one row a location and snapshot", Sensitivity.PUBLIC);
    check(
        Check.should(
            "UPRN_DIGITS",
            "an address is known by a number of up to twelve digits",
            locationUprnId.col().rlike("^[0-9]{1,12}$")));
    serves("06.24", "beds, service types, provider and brand of every location");
  }
}
