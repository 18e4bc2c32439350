package careworkforce.pipelines.bronze.adverts;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.JobStock;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code occupation_jobs/OCCUPATION_JOBS_2011.csv}. */
@AutoService(SourceWriter.class)
public final class OccupationJobsWriter implements SourceWriter<JobStock> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<JobStock> writes() {
    return JobStock.class;
  }

  @Override
  public String folder() {
    return "occupation_jobs";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month == world.from() ? "OCCUPATION_JOBS_2011.csv" : null;
  }

  @Override
  public String header(int month) {
    return "lad_code,soc2010,jobs\n";
  }

  @Override
  public void row(JobStock of, StringBuilder to) {
    to.append(of.district().code()).append(',').append(of.occupation());
    to.append(',').append(of.jobs());
  }
}
