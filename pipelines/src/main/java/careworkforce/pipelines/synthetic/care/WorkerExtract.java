package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Fact;

/** A job as the worker file of a month shows it. */
public record WorkerExtract(int month, Job job, Registration registration, boolean payRecorded)
    implements Fact {}
