package careworkforce.pipelines.bronze.trustsuccessors;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.nhs.TrustSuccessor;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes one file of the mergers of 2021, named by the world's first year. */
@AutoService(SourceWriter.class)
public final class TrustSuccessorsWriter implements SourceWriter<TrustSuccessor> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<TrustSuccessor> writes() {
    return TrustSuccessor.class;
  }

  @Override
  public String folder() {
    return "trust_successors";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "TRUST_SUCCESSORS_" + Math.floorDiv(month, 12) + ".csv" : null;
  }

  @Override
  public String header(int month) {
    return "organisation,successor,effective,name,source\n";
  }

  @Override
  public void row(TrustSuccessor of, StringBuilder to) {
    to.append(of.code()).append(',').append(of.successor()).append(',');
    Cells.dashedMonth(of.from(), to);
    to.append("-01,").append(of.name()).append(",synthetic");
  }
}
