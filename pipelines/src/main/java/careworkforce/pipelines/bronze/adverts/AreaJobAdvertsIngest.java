package careworkforce.pipelines.bronze.adverts;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code area_job_adverts/AREA_JOB_ADVERTS_YYYY.csv}, the months of a year. */
@AutoService(Job.class)
public final class AreaJobAdvertsIngest implements Ingest {
  private static final AreaJobAdverts TABLE = AreaJobAdverts.TABLE;

  /** Ours. */
  static final Layout YEARLY =
      Layout.named("area-job-adverts-yearly")
          .files("AREA_JOB_ADVERTS_(?<year>\\d{4})\\.csv")
          .take("lad_code", TABLE.ladCode, Parse.text())
          .take("soc2010", TABLE.occupation, Parse.text())
          .take("month", TABLE.month, Parse.month("yyyy-MM"))
          .take("adverts", TABLE.adverts, Parse.wholeNumber().absent(".."))
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "area_job_adverts";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}
