package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/** Takes {@code ascwds_leaver/YYYYMMDD/leaver.csv}, one folder an extract. */
@AutoService(Job.class)
public final class AscwdsLeaversIngest implements Ingest {
  private static final List<Layout> LAYOUTS =
      AscwdsLeavers.TABLE.layouts(
          "leaver", Set.of("establishmentid", "workerid", "deletedate", "reason"));

  @Override
  public DeliveredTable writes() {
    return AscwdsLeavers.TABLE;
  }

  @Override
  public String folder() {
    return "ascwds_leaver";
  }

  @Override
  public List<Layout> layouts() {
    return LAYOUTS;
  }
}
