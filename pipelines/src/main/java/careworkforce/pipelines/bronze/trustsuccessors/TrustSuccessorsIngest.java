package careworkforce.pipelines.bronze.trustsuccessors;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Takes {@code trust_successors/TRUST_SUCCESSORS_YYYY.csv}: organisation, successor, effective,
 * name, source. Who has no record beyond 2021 delivers none.
 */
@AutoService(Job.class)
public final class TrustSuccessorsIngest implements Ingest {
  private static final TrustSuccessors TABLE = TrustSuccessors.TABLE;

  /** Ours. */
  static final Layout EDITION =
      Layout.named("trust-successors")
          .files("TRUST_SUCCESSORS_(?<year>\\d{4})\\.csv")
          .take("organisation", TABLE.organisation, Parse.text())
          .take("successor", TABLE.successor, Parse.text())
          .take("effective", TABLE.effective, Parse.date("yyyy-MM-dd"))
          .take("name", TABLE.organisationName, Parse.text())
          .take("source", TABLE.source, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "trust_successors";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(EDITION);
  }
}
