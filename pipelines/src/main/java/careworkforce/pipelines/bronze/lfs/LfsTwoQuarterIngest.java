package careworkforce.pipelines.bronze.lfs;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes the files of two quarters. */
@AutoService(Job.class)
public final class LfsTwoQuarterIngest implements Ingest {
  @Override
  public DeliveredTable writes() {
    return LfsTwoQuarter.TABLE;
  }

  @Override
  public String folder() {
    return "lfs_two_quarter";
  }

  @Override
  public List<Layout> layouts() {
    return LfsLayouts.of(LfsTwoQuarter.TABLE);
  }
}
