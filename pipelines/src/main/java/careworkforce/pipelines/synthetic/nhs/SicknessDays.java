package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;

/**
 * Days that a member of staff could have worked in a month and those lost to sickness; the
 * published file sums them by trust.
 *
 * @param lost hundredths of full-time equivalent days
 * @param available hundredths of full-time equivalent days
 */
public record SicknessDays(int month, Trust trust, long lost, long available) implements Fact {}
