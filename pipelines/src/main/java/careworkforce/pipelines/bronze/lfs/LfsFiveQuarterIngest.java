package careworkforce.pipelines.bronze.lfs;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes the files of five quarters. */
@AutoService(Job.class)
public final class LfsFiveQuarterIngest implements Ingest {
  @Override
  public DeliveredTable writes() {
    return LfsFiveQuarter.TABLE;
  }

  @Override
  public String folder() {
    return "lfs_five_quarter";
  }

  @Override
  public List<Layout> layouts() {
    return LfsLayouts.of(LfsFiveQuarter.TABLE);
  }
}
