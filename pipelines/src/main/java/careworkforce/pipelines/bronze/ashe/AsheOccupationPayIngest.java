package careworkforce.pipelines.bronze.ashe;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code ashe_table_15/Table 15.5a Hourly pay - Gross YYYY.csv} or {@code .xlsx}. */
@AutoService(Job.class)
public final class AsheOccupationPayIngest implements Ingest {
  static final Layout SHEET =
      AsheLayout.of(
          "ashe-occupation-pay",
          "Table 15\\.5a +Hourly pay - Gross (?<year>\\d{4})\\.(csv|xlsx)",
          AsheOccupationPay.TABLE);

  @Override
  public DeliveredTable writes() {
    return AsheOccupationPay.TABLE;
  }

  @Override
  public String folder() {
    return "ashe_table_15";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(SHEET);
  }
}
