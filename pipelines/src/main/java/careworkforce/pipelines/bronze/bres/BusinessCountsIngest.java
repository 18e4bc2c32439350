package careworkforce.pipelines.bronze.bres;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code nomis_business_counts/NM_141_1_YYYY.csv}. */
@AutoService(Job.class)
public final class BusinessCountsIngest implements Ingest {
  @Override
  public DeliveredTable writes() {
    return BusinessCounts.TABLE;
  }

  @Override
  public String folder() {
    return "nomis_business_counts";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(NomisLayout.of("NM_141_1", BusinessCounts.TABLE).layout());
  }
}
