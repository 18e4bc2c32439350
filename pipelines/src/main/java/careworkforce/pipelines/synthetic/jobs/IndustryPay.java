package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Fact;

/** Pay of an industry in a region and year. */
public record IndustryPay(int month, Industry industry, PayEstimate pay) implements Fact {}
