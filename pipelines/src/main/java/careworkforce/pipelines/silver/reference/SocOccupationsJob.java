package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;

/** Loads the occupations of the surveys. */
@AutoService(Job.class)
public final class SocOccupationsJob extends ResourceJob {
  public SocOccupationsJob() {
    super(SocOccupations.TABLE, "soc_occupations.tsv");
  }
}
