package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;

/** Loads the occupation groups. */
@AutoService(Job.class)
public final class OccupationGroupsJob extends ResourceJob {
  public OccupationGroupsJob() {
    super(OccupationGroups.TABLE, "occupation_groups.tsv");
  }
}
