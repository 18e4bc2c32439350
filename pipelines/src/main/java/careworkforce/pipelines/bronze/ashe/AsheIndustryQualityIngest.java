package careworkforce.pipelines.bronze.ashe;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code ashe_table_5_cv/Table 5.5b Hourly pay - Gross YYYY CV.csv} or {@code .xlsx}. */
@AutoService(Job.class)
public final class AsheIndustryQualityIngest implements Ingest {
  static final Layout SHEET =
      AsheLayout.of(
          "ashe-industry-quality",
          "Table 5\\.5b +Hourly pay - Gross (?<year>\\d{4}) CV\\.(csv|xlsx)",
          AsheIndustryQuality.TABLE);

  @Override
  public DeliveredTable writes() {
    return AsheIndustryQuality.TABLE;
  }

  @Override
  public String folder() {
    return "ashe_table_5_cv";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(SHEET);
  }
}
