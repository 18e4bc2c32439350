package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/** Takes {@code ascwds_worker/YYYYMMDD/worker.csv}, one folder an extract. */
@AutoService(Job.class)
public final class AscwdsWorkersIngest implements Ingest {
  private static final List<Layout> LAYOUTS =
      AscwdsWorkers.TABLE.layouts(
          "worker", Set.of("establishmentid", "workerid", "wrkglbid", "strtdate", "emplstat"));

  @Override
  public DeliveredTable writes() {
    return AscwdsWorkers.TABLE;
  }

  @Override
  public String folder() {
    return "ascwds_worker";
  }

  @Override
  public List<Layout> layouts() {
    return LAYOUTS;
  }
}
