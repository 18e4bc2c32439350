package careworkforce.pipelines.bronze.bres;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.jobs.IndustryJobs;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes a file of business counts for every third year. */
@AutoService(SourceWriter.class)
public final class BusinessCountsWriter implements SourceWriter<IndustryJobs> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<IndustryJobs> writes() {
    return IndustryJobs.class;
  }

  @Override
  public String folder() {
    return "nomis_business_counts";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    int year = Math.floorDiv(month, 12);
    return year % 3 == 0 ? "NM_141_1_" + year + ".csv" : null;
  }

  @Override
  public String header(int month) {
    return NomisText.HEADER;
  }

  @Override
  public void row(IndustryJobs of, StringBuilder to) {
    NomisText.row(of, of.units(), to);
  }
}
