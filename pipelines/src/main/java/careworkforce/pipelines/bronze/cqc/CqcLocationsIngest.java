package careworkforce.pipelines.bronze.cqc;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import careworkforce.common.table.CodeList;
import com.google.auto.service.AutoService;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Takes {@code cqc_locations/CQC_LOCATIONS_YYYYMM.csv} or {@code .xlsx}, the directory as of a
 * month.
 */
@AutoService(Job.class)
public final class CqcLocationsIngest implements Ingest {
  private static final CqcLocations TABLE = CqcLocations.TABLE;

  private static final CodeList NOT_TAKEN =
      CodeList.resource(
          CqcLocationsIngest.class,
          "headers_not_taken.csv",
          "headers of the active-locations file that are not taken",
          "CQC, HSCA active locations, 2026");

  /** A day, under either form; the first day that a sheet knows stands for none. */
  static final Parse DAY =
      Parse.date("dd/MM/yyyy", "yyyy-MM-dd").absent("30/12/1899", "1899-12-30", "-");

  /** Headers that tell of persons who manage or own a home. */
  static final String[] OF_PERSONS = {
    "Registered manager",
    "Provider Nominated Individual Name",
    "Provider Main Partner Name",
    "Location Telephone Number",
    "Provider Telephone Number"
  };

  /**
   * Headers of the 2026 file. End date and beds at de-activation are those of the list of
   * de-activated locations, for a file of both; predecessor and successor are the API's
   * relationships, one of each, under names of ours. Names and telephones of persons who manage or
   * own a home are never taken, nor kept of a rejected row.
   */
  static final Layout DIRECTORY =
      Layout.named("cqc-locations-2026")
          .files("CQC_LOCATIONS_(?<year>\\d{4})(?<month>\\d{2})\\.(csv|xlsx)")
          .sheet("HSCA_Active_Locations")
          .charsetElse(Charset.forName("windows-1252"))
          .foldHeaders()
          .leave(NOT_TAKEN.labels().values().toArray(String[]::new))
          .leaveIdentifiers(OF_PERSONS)
          .take("Location ID", TABLE.locationId, Parse.text())
          .takeIfThere("Location Status", TABLE.locationStatus, Parse.text())
          .take("Location HSCA start date", TABLE.locationHscaStartDate, DAY)
          .takeIfThere("Location HSCA End Date", TABLE.locationHscaEndDate, DAY)
          .takeIfThere("Dormant (Y/N)", TABLE.dormantYN, Parse.flag("Y", "N"))
          .take("Care home?", TABLE.careHome, Parse.flag("Y", "N"))
          .takeIfThere("Location Name", TABLE.locationName, Parse.text())
          .takeIfThere("Location ODS Code", TABLE.locationOdsCode, Parse.text())
          .take("Care homes beds", TABLE.careHomesBeds, Parse.integer())
          .takeIfThere(
              "Care homes beds at point location de-activated",
              TABLE.careHomesBedsAtPointLocationDeActivated,
              Parse.integer().absent("-"))
          .takeIfThere("Location Type/Sector", TABLE.locationTypeSector, Parse.text())
          .takeIfThere(
              "Location Inspection Directorate", TABLE.locationInspectionDirectorate, Parse.text())
          .takeIfThere(
              "Location Primary Inspection Category",
              TABLE.locationPrimaryInspectionCategory,
              Parse.text())
          .takeIfThere(
              "Location Latest Overall Rating", TABLE.locationLatestOverallRating, Parse.text())
          .takeIfThere("Publication Date", TABLE.publicationDate, DAY)
          .takeIfThere("Inherited Rating (Y/N)", TABLE.inheritedRatingYN, Parse.flag("Y", "N"))
          .take("Location Region", TABLE.locationRegion, Parse.text())
          .take("Location Local Authority", TABLE.locationLocalAuthority, Parse.text())
          .take("Location Postal Code", TABLE.locationPostalCode, Parse.text())
          .take("Location UPRN ID", TABLE.locationUprnId, Parse.text().absent("-", "0"))
          .takeIfThere("Location Latitude", TABLE.locationLatitude, Parse.real().absent("-"))
          .takeIfThere("Location Longitude", TABLE.locationLongitude, Parse.real().absent("-"))
          .takeIfThere("Brand ID", TABLE.brandId, Parse.text().absent("-"))
          .takeIfThere("Brand Name", TABLE.brandName, Parse.text().absent("-"))
          .takeIfThere(
              "Provider Companies House Number", TABLE.providerCompaniesHouseNumber, Parse.text())
          .take("Provider ID", TABLE.providerId, Parse.text())
          .takeIfThere("Provider Name", TABLE.providerName, Parse.text())
          .takeIfThere("Provider HSCA start date", TABLE.providerHscaStartDate, DAY)
          .takeIfThere("Provider Type/Sector", TABLE.providerTypeSector, Parse.text())
          .takeIfThere("Provider Ownership Type", TABLE.providerOwnershipType, Parse.text())
          .takeIfThere(
              "Regulated activity - Accommodation for persons who require nursing or personal care",
              TABLE.regulatedActivityAccommodationForPersonsWhoRequireNursingOrPersonalCare,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Regulated activity - Nursing care",
              TABLE.regulatedActivityNursingCare,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Regulated activity - Personal care",
              TABLE.regulatedActivityPersonalCare,
              Parse.flag("Y", ""))
          .take(
              "Service type - Care home service with nursing",
              TABLE.serviceTypeCareHomeServiceWithNursing,
              Parse.flag("Y", ""))
          .take(
              "Service type - Care home service without nursing",
              TABLE.serviceTypeCareHomeServiceWithoutNursing,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service type - Domiciliary care service",
              TABLE.serviceTypeDomiciliaryCareService,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service type - Extra Care housing services",
              TABLE.serviceTypeExtraCareHousingServices,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service type - Supported living service",
              TABLE.serviceTypeSupportedLivingService,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Children 0-18 years",
              TABLE.serviceUserBandChildren018Years,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Dementia", TABLE.serviceUserBandDementia, Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Learning disabilities or autistic spectrum disorder",
              TABLE.serviceUserBandLearningDisabilitiesOrAutisticSpectrumDisorder,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Mental Health",
              TABLE.serviceUserBandMentalHealth,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Older People",
              TABLE.serviceUserBandOlderPeople,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - People detained under the Mental Health Act",
              TABLE.serviceUserBandPeopleDetainedUnderTheMentalHealthAct,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - People who misuse drugs and alcohol",
              TABLE.serviceUserBandPeopleWhoMisuseDrugsAndAlcohol,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - People with an eating disorder",
              TABLE.serviceUserBandPeopleWithAnEatingDisorder,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Physical Disability",
              TABLE.serviceUserBandPhysicalDisability,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Sensory Impairment",
              TABLE.serviceUserBandSensoryImpairment,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Whole Population",
              TABLE.serviceUserBandWholePopulation,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Service user band - Younger Adults",
              TABLE.serviceUserBandYoungerAdults,
              Parse.flag("Y", ""))
          .takeIfThere(
              "Location Dual Registered", TABLE.locationDualRegistered, Parse.flag("Y", ""))
          .takeIfThere(
              "Primary ID (Dual registration locations)",
              TABLE.primaryIdDualRegistrationLocations,
              Parse.text())
          .takeIfThere("Predecessor Location ID", TABLE.predecessorLocationId, Parse.text())
          .takeIfThere("Successor Location ID", TABLE.successorLocationId, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "cqc_locations";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(DIRECTORY);
  }
}
