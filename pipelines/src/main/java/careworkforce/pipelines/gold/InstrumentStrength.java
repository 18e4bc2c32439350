package careworkforce.pipelines.gold;

import org.jspecify.annotations.Nullable;

/**
 * How strong the instruments of an estimate are, and what may be said however weak they are
 * (methods 2.8).
 *
 * @param effectiveF effective F (Montiel Olea and Pflueger 2013); NaN where it is not known
 * @param low lower end of Anderson and Rubin's 95% set, in the unit of the estimate; NaN where the
 *     set is no interval
 * @param high upper end; likewise
 * @param shape of the set, such as {@code interval} or {@code rays}; null where there is none
 */
public record InstrumentStrength(
    double effectiveF, double low, double high, @Nullable String shape) {}
