package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;

/** Loads the mergers to 2021. */
@AutoService(Job.class)
public final class KnownSuccessorsJob extends ResourceJob {
  public KnownSuccessorsJob() {
    super(KnownSuccessors.TABLE, "known_successors.tsv");
  }
}
