package careworkforce.pipelines.bronze.adverts;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code occupation_jobs/OCCUPATION_JOBS_YYYY.csv}, one file a census. */
@AutoService(Job.class)
public final class OccupationJobsIngest implements Ingest {
  private static final OccupationJobs TABLE = OccupationJobs.TABLE;

  /** Ours. */
  static final Layout CENSUS =
      Layout.named("occupation-jobs-census")
          .files("OCCUPATION_JOBS_(?<year>\\d{4})\\.csv")
          .take("lad_code", TABLE.ladCode, Parse.text())
          .take("soc2010", TABLE.occupation, Parse.text())
          .take("jobs", TABLE.jobs, Parse.wholeNumber())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "occupation_jobs";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(CENSUS);
  }
}
