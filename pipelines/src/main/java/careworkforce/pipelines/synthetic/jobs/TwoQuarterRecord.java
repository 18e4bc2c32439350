package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Fact;

/** A respondent of two quarters; the month is the first of the second quarter. */
public record TwoQuarterRecord(int month, LfsRecord record) implements Fact {}
