package careworkforce.pipelines.synthetic.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What a respondent says in one quarter.
 *
 * @param activity 1 in employment, 2 unemployed, 3 inactive
 * @param job the occupation and industry; null without a job
 * @param care whether the job is one of a care worker
 * @param quarters in the job
 * @param answered whether occupation and industry are told
 */
record Wave(int activity, @Nullable Destination job, boolean care, int quarters, boolean answered) {

  /** Whether the respondent has a job. */
  boolean employed() {
    return activity == 1;
  }
}
