package careworkforce.pipelines.bronze.bres;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code nomis_bres/NM_172_1_YYYY.csv} and {@code nomis_bres/NM_189_1_YYYY.csv}. */
@AutoService(Job.class)
public final class BresJobsIngest implements Ingest {
  @Override
  public DeliveredTable writes() {
    return BresJobs.TABLE;
  }

  @Override
  public String folder() {
    return "nomis_bres";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(layout("NM_172_1"), layout("NM_189_1"));
  }

  private static Layout layout(String dataSet) {
    return NomisLayout.of(dataSet, BresJobs.TABLE)
        .takeIfThere("EMPLOYMENT_STATUS_NAME", BresJobs.TABLE.employmentStatus, Parse.text())
        .layout();
  }
}
