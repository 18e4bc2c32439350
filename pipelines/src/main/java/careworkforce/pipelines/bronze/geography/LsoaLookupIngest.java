package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import careworkforce.common.time.Month;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code lsoa/lsoa11_msoa11_lad.csv}. */
@AutoService(Job.class)
public final class LsoaLookupIngest implements Ingest {
  private static final LsoaLookup TABLE = LsoaLookup.TABLE;

  /** The 2011 areas, as exported by geographr (British Red Cross). */
  static final Layout OF_2011 =
      Layout.named("lsoa-2011")
          .files("lsoa11_msoa11_lad\\.csv")
          .period(Month.of(2011, 1))
          .take("lsoa11_code", TABLE.lsoa11Code, Parse.text())
          .take("lsoa11_name", TABLE.lsoa11Name, Parse.text())
          .take("msoa11_code", TABLE.msoa11Code, Parse.text())
          .take("msoa11_name", TABLE.msoa11Name, Parse.text())
          .take("lad_code", TABLE.ladCode, Parse.text())
          .take("lad_name", TABLE.ladName, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "lsoa";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(OF_2011);
  }
}
