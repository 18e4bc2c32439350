package careworkforce.pipelines.bronze.adverts;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code online_job_adverts/online-job-adverts-YYYY.csv}, the weeks of a year. */
@AutoService(Job.class)
public final class OnlineJobAdvertsIngest implements Ingest {
  private static final OnlineJobAdverts TABLE = OnlineJobAdverts.TABLE;

  /** CMD version 4. */
  static final Layout CMD_V4 =
      Layout.named("cmd-v4")
          .files("online-job-adverts-(?<year>\\d{4})\\.csv")
          .take("v4_1", TABLE.indexValue, Parse.real().absent(".."))
          .take("Data Marking", TABLE.marking, Parse.code(OnlineJobAdverts.MARKINGS))
          .take("calendar-years", TABLE.year, Parse.integer())
          .take("uk-only", TABLE.geographyCode, Parse.text())
          .take("adzunajobscategory", TABLE.category, Parse.text())
          .take("week-number", TABLE.week, Parse.text())
          .leave("time", "geography", "adzuna-jobs-category", "week")
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "online_job_adverts";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(CMD_V4);
  }
}
