package careworkforce.pipelines.bronze.trustpolicies;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.TrustPolicy;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes one file of all policies of the world, named by its first year. */
@AutoService(SourceWriter.class)
public final class TrustPoliciesWriter implements SourceWriter<TrustPolicy> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<TrustPolicy> writes() {
    return TrustPolicy.class;
  }

  @Override
  public String folder() {
    return "trust_policies";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "TRUST_POLICIES_" + Math.floorDiv(month, 12) + ".csv" : null;
  }

  @Override
  public String header(int month) {
    return "trust,policy,from_month,to_month\n";
  }

  @Override
  public void row(TrustPolicy of, StringBuilder to) {
    to.append(of.code()).append(',').append(of.policy()).append(',');
    Cells.dashedMonth(of.from(), to);
    to.append(',');
  }
}
