package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;

/** Loads the former districts. */
@AutoService(Job.class)
public final class FormerDistrictsJob extends ResourceJob {
  public FormerDistrictsJob() {
    super(FormerDistricts.TABLE, "former_districts.tsv");
  }
}
