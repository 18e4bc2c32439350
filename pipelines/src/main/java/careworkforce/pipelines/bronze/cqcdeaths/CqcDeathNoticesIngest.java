package careworkforce.pipelines.bronze.cqcdeaths;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code cqc_deaths/CQC_DEATH_NOTIFICATIONS_YYYY.csv}, laid out by us [M]. */
@AutoService(Job.class)
public final class CqcDeathNoticesIngest implements Ingest {
  private static final CqcDeathNotices TABLE = CqcDeathNotices.TABLE;

  static final Layout YEARLY =
      Layout.named("cqc-death-notifications")
          .files("CQC_DEATH_NOTIFICATIONS_(?<year>\\d{4})\\.csv")
          .take("Notification ID", TABLE.noticeId, Parse.text())
          .take("Location ID", TABLE.locationId, Parse.text())
          .take("Notification Date", TABLE.notifiedOn, Parse.date("dd/MM/yyyy"))
          .take("Place of Death", TABLE.place, Parse.code(CqcDeathNotices.PLACE))
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "cqc_deaths";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}
