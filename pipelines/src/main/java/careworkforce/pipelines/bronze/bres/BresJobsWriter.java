package careworkforce.pipelines.bronze.bres;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.jobs.IndustryJobs;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes a file of jobs a year. */
@AutoService(SourceWriter.class)
public final class BresJobsWriter implements SourceWriter<IndustryJobs> {
  private static final long serialVersionUID = 1L;
  private static final int PAYE_ONLY = 2015;

  @Override
  public Class<IndustryJobs> writes() {
    return IndustryJobs.class;
  }

  @Override
  public String folder() {
    return "nomis_bres";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    int year = Math.floorDiv(month, 12);
    return (year < PAYE_ONLY ? "NM_172_1_" : "NM_189_1_") + year + ".csv";
  }

  @Override
  public String header(int month) {
    return NomisText.HEADER;
  }

  @Override
  public void row(IndustryJobs of, StringBuilder to) {
    NomisText.row(of, of.jobs(), to);
  }
}
