package careworkforce.pipelines.bronze.ashe;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code ashe_table_5/Table 5.5a Hourly pay - Gross YYYY.csv} or {@code .xlsx}. */
@AutoService(Job.class)
public final class AsheIndustryPayIngest implements Ingest {
  static final Layout SHEET =
      AsheLayout.of(
          "ashe-industry-pay",
          "Table 5\\.5a +Hourly pay - Gross (?<year>\\d{4})\\.(csv|xlsx)",
          AsheIndustryPay.TABLE);

  @Override
  public DeliveredTable writes() {
    return AsheIndustryPay.TABLE;
  }

  @Override
  public String folder() {
    return "ashe_table_5";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(SHEET);
  }
}
