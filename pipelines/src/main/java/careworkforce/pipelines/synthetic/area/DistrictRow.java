package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;

/** A district with the travel-to-work area it lies in. */
public record DistrictRow(int month, LocalAuthority district, Area area) implements Fact {}
