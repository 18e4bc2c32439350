package careworkforce.pipelines.bronze.commuting;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code commuting/wu03ew_YYYY.csv}, one file a census. */
@AutoService(Job.class)
public final class CommutingFlowsIngest implements Ingest {
  private static final CommutingFlows TABLE = CommutingFlows.TABLE;

  /** WU03EW. */
  static final Layout WU03EW =
      Layout.named("wu03ew")
          .files("wu03ew_(?<year>\\d{4})\\.csv")
          .take("Area of residence", TABLE.residence, Parse.text())
          .take("Area of workplace", TABLE.workplace, Parse.text())
          .take("All categories: Method of travel to work", TABLE.workers, Parse.wholeNumber())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "commuting";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(WU03EW);
  }
}
