package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Fact;

/** A respondent of five quarters; the month is the first of the fifth quarter. */
public record FiveQuarterRecord(int month, LfsRecord record) implements Fact {}
