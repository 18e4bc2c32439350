package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/** Takes {@code ascwds_workplace/YYYYMMDD/workplace.csv}, one folder an extract. */
@AutoService(Job.class)
public final class AscwdsWorkplacesIngest implements Ingest {
  private static final List<Layout> LAYOUTS =
      AscwdsWorkplaces.TABLE.layouts(
          "workplace",
          Set.of("establishmentid", "orgid", "mupddate", "totalstaff", "wkrrecs"),
          "establishmentname",
          "postcode");

  @Override
  public DeliveredTable writes() {
    return AscwdsWorkplaces.TABLE;
  }

  @Override
  public String folder() {
    return "ascwds_workplace";
  }

  @Override
  public List<Layout> layouts() {
    return LAYOUTS;
  }
}
