package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;

/** Adverts for an occupation in a district and month. */
public record AdvertMonth(int month, LocalAuthority district, String occupation, long adverts)
    implements Fact {}
