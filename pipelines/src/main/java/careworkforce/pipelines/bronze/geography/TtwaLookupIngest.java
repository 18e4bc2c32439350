package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code ttwa/LAD_TTWA_YYYY.csv}, one edition a year of areas. */
@AutoService(Job.class)
public final class TtwaLookupIngest implements Ingest {
  private static final TtwaLookup TABLE = TtwaLookup.TABLE;

  /** Ours. */
  static final Layout EDITION =
      Layout.named("lad-ttwa")
          .files("LAD_TTWA_(?<year>\\d{4})\\.csv")
          .take("lad_code", TABLE.ladCode, Parse.text())
          .take("lad_name", TABLE.ladName, Parse.text())
          .take("ttwa_code", TABLE.ttwaCode, Parse.text())
          .take("ttwa_name", TABLE.ttwaName, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "ttwa";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(EDITION);
  }
}
