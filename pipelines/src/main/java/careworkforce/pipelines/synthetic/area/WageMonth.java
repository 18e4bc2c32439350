package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;

/** The log outside wage of an area in a month. */
public record WageMonth(int month, Area area, double log) implements Fact {}
