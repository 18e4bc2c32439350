package careworkforce.pipelines.bronze.trustpolicies;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Takes {@code trust_policies/TRUST_POLICIES_YYYY.csv}: trust, policy, from_month, to_month. Who
 * studies no policy delivers the header alone.
 */
@AutoService(Job.class)
public final class TrustPoliciesIngest implements Ingest {
  private static final TrustPolicies TABLE = TrustPolicies.TABLE;

  /** Ours. */
  static final Layout EDITION =
      Layout.named("trust-policies")
          .files("TRUST_POLICIES_(?<year>\\d{4})\\.csv")
          .take("trust", TABLE.trust, Parse.text())
          .take("policy", TABLE.policy, Parse.text())
          .take("from_month", TABLE.fromMonth, Parse.month("yyyy-MM"))
          .take("to_month", TABLE.toMonth, Parse.month("yyyy-MM"))
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "trust_policies";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(EDITION);
  }
}
