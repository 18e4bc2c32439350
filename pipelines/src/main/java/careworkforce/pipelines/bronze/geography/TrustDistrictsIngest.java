package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code trust_districts/TRUST_LAD_YYYY.csv}. */
@AutoService(Job.class)
public final class TrustDistrictsIngest implements Ingest {
  private static final TrustDistricts TABLE = TrustDistricts.TABLE;

  /** Ours. */
  static final Layout EDITION =
      Layout.named("trust-lad")
          .files("TRUST_LAD_(?<year>\\d{4})\\.csv")
          .take("organisation_code", TABLE.organisationCode, Parse.text())
          .take("lad_code", TABLE.ladCode, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "trust_districts";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(EDITION);
  }
}
