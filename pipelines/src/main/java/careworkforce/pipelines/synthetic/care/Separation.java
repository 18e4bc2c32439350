package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Draw;
import java.time.LocalDate;

/**
 * The end of a job.
 *
 * @param reason as ASC-WDS words it until 2025
 */
record Separation(Job job, LocalDate date, String reason, boolean toOtherCareEmployer) {
  private static final String[] REASONS = {
    "They moved to another adult social care employer",
    "They moved to a role in the health sector",
    "They moved to a different sector (e.g. retail)",
    "They moved to another role in this organisation",
    "They chose to leave (destination unknown)",
    "They retired",
    "Their employment was terminated",
    "Other",
    "Reason not known"
  };

  static Separation of(Job job, LocalDate date, Draw draw) {
    int reason = draw.pick(45, 8, 12, 2, 14, 5, 4, 4, 6);
    return new Separation(job, date, REASONS[reason], reason == 0);
  }
}
