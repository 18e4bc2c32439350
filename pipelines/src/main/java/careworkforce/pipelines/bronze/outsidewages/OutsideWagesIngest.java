package careworkforce.pipelines.bronze.outsidewages;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code outside_wages/OUTSIDE_WAGES_YYYY.csv}, one file a year. */
@AutoService(Job.class)
public final class OutsideWagesIngest implements Ingest {
  private static final OutsideWages TABLE = OutsideWages.TABLE;

  /** Ours. */
  static final Layout YEARLY =
      Layout.named("outside-wages-yearly")
          .files("OUTSIDE_WAGES_(?<year>\\d{4})\\.csv")
          .take("ttwa_code", TABLE.ttwaCode, Parse.text())
          .take("month", TABLE.month, Parse.month("yyyy-MM", "yyyy-MM-dd"))
          .take("log_outside_wage", TABLE.logOutsideWage, Parse.real())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "outside_wages";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}
