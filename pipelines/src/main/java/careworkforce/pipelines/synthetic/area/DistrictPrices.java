package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;

/**
 * The median house price of a district by quarter.
 *
 * @param first the quarter of the first price
 * @param pounds price of each quarter
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record DistrictPrices(int month, LocalAuthority district, int first, long[] pounds)
    implements Fact {}
