package careworkforce.pipelines.bronze.storeopenings;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code store_openings/STORE_OPENINGS_YYYY.csv}, the openings of a year. */
@AutoService(Job.class)
public final class StoreOpeningsIngest implements Ingest {
  private static final StoreOpenings TABLE = StoreOpenings.TABLE;

  /** Ours. */
  static final Layout YEARLY =
      Layout.named("store-openings-yearly")
          .files("STORE_OPENINGS_(?<year>\\d{4})\\.csv")
          .take("site_id", TABLE.siteId, Parse.text())
          .take("kind", TABLE.kind, Parse.code(StoreOpenings.KINDS))
          .take("opened_on", TABLE.openedOn, Parse.date("yyyy-MM-dd"))
          .take("lad_code", TABLE.ladCode, Parse.text())
          .take("postcode", TABLE.postcode, Parse.text())
          .take("latitude", TABLE.latitude, Parse.real())
          .take("longitude", TABLE.longitude, Parse.real())
          .take("jobs", TABLE.jobs, Parse.integer())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "store_openings";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}
