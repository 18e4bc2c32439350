package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;

/** Loads the divisions of industry. */
@AutoService(Job.class)
public final class SicDivisionsJob extends ResourceJob {
  public SicDivisionsJob() {
    super(SicDivisions.TABLE, "sic_divisions.tsv");
  }
}
