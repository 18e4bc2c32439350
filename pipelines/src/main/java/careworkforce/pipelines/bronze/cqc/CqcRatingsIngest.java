package careworkforce.pipelines.bronze.cqc;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Takes {@code cqc_ratings/CQC_RATINGS_YYYYMM.csv} or {@code .xlsx}, the latest ratings as of a
 * month.
 */
@AutoService(Job.class)
public final class CqcRatingsIngest implements Ingest {
  private static final CqcRatings TABLE = CqcRatings.TABLE;

  /**
   * Headers of the published file, where older ones say Key Question for Domain; the inspection
   * date is ours.
   */
  static final Layout LATEST =
      Layout.named("cqc-ratings-latest")
          .files("CQC_RATINGS_(?<year>\\d{4})(?<month>\\d{2})\\.(csv|xlsx)")
          .sheet("Locations")
          .charsetElse(Charset.forName("windows-1252"))
          .foldHeaders()
          .alsoNamed("Key Question", "Domain")
          .alsoNamed("Region", "Location Region")
          .leave("Location ODS Code", "Location Type", "Location Street Address")
          .leave("Location Address Line 2", "Location City", "Location County", "URL")
          .leave("Brand ID", "Brand Name")
          .take("Location ID", TABLE.locationId, Parse.text())
          .takeIfThere("Location Name", TABLE.locationName, Parse.text())
          .takeIfThere("Care Home?", TABLE.careHome, Parse.flag("Y", "N"))
          .takeIfThere(
              "Location Primary Inspection Category",
              TABLE.locationPrimaryInspectionCategory,
              Parse.text())
          .takeIfThere("Location Post Code", TABLE.locationPostCode, Parse.text())
          .takeIfThere("Location Local Authority", TABLE.locationLocalAuthority, Parse.text())
          .takeIfThere("Location Region", TABLE.locationRegion, Parse.text())
          .takeIfThere("Service / Population Group", TABLE.servicePopulationGroup, Parse.text())
          .take("Domain", TABLE.domain, Parse.text())
          .take("Latest Rating", TABLE.latestRating, Parse.text())
          .takeIfThere(
              "Inspection Date",
              TABLE.inspectionDate,
              Parse.date("dd/MM/yyyy", "yyyy-MM-dd").absent("30/12/1899", "1899-12-30", "-"))
          .take(
              "Publication Date",
              TABLE.publicationDate,
              Parse.date("dd/MM/yyyy", "yyyy-MM-dd").absent("30/12/1899", "1899-12-30", "-"))
          .takeIfThere("Report Type", TABLE.reportType, Parse.text())
          .takeIfThere("Inherited Rating (Y/N)", TABLE.inheritedRatingYN, Parse.flag("Y", "N"))
          .takeIfThere("Provider ID", TABLE.providerId, Parse.text())
          .takeIfThere("Provider Name", TABLE.providerName, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "cqc_ratings";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(LATEST);
  }
}
