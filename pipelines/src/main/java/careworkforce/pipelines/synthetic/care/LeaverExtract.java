package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;

/** An ended job as the cumulative leaver file of a month shows it: no person key. */
public record LeaverExtract(
    int month, Job job, Registration registration, LocalDate deleted, String reason)
    implements Fact {}
