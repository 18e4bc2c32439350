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
 * Takes {@code cqc_deactivated/CQC_DEACTIVATED_YYYYMM.csv} or {@code .xlsx}, the list as of a
 * month.
 */
@AutoService(Job.class)
public final class CqcDeactivatedIngest implements Ingest {
  private static final CqcDeactivated TABLE = CqcDeactivated.TABLE;

  /** Headers of the list of 2026; its other columns are reported as unknown and not taken. */
  static final Layout LIST =
      Layout.named("cqc-deactivated-2026")
          .files("CQC_DEACTIVATED_(?<year>\\d{4})(?<month>\\d{2})\\.(csv|xlsx)")
          .sheet("Deactivated_Locations")
          .charsetElse(Charset.forName("windows-1252"))
          .foldHeaders()
          .leaveIdentifiers(CqcLocationsIngest.OF_PERSONS)
          .take("Location ID", TABLE.locationId, Parse.text())
          .take("Location HSCA start date", TABLE.startDate, CqcLocationsIngest.DAY)
          .take("Location HSCA End Date", TABLE.endDate, CqcLocationsIngest.DAY)
          .take("Care home?", TABLE.careHome, Parse.flag("Y", "N"))
          .take(
              "Care homes beds at point location de-activated",
              TABLE.beds,
              Parse.integer().absent("-"))
          .takeIfThere(
              "Service type - Care home service with nursing", TABLE.nursing, Parse.flag("Y", ""))
          .takeIfThere("Location Region", TABLE.region, Parse.text())
          .takeIfThere("Location Local Authority", TABLE.localAuthority, Parse.text())
          .takeIfThere("Location Postal Code", TABLE.postcode, Parse.text())
          .takeIfThere("Location UPRN ID", TABLE.uprn, Parse.text().absent("-", "0"))
          .takeIfThere("Location Latitude", TABLE.latitude, Parse.real().absent("-"))
          .takeIfThere("Location Longitude", TABLE.longitude, Parse.real().absent("-"))
          .takeIfThere("Provider ID", TABLE.providerId, Parse.text())
          .takeIfThere("Provider Type/Sector", TABLE.providerSector, Parse.text())
          .takeIfThere("Provider Ownership Type", TABLE.providerOwnership, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "cqc_deactivated";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(LIST);
  }
}
