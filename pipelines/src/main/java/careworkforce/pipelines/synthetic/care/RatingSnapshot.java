package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Fact;

/** A rating of a location in one domain as the latest-ratings file of a month shows it. */
public record RatingSnapshot(
    int month,
    Employer employer,
    Registration registration,
    Inspection inspection,
    String domain,
    boolean inherited)
    implements Fact {}
