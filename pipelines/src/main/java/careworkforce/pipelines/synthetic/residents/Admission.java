package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;

/**
 * A finished emergency stay in hospital, in the month of discharge.
 *
 * @param complaint 0 to 4: what is wrong
 * @param fall whether a fall is its external cause
 */
public record Admission(
    int month,
    Resident resident,
    long key,
    LocalDate admitted,
    LocalDate discharged,
    boolean died,
    String provider,
    int complaint,
    boolean fall)
    implements Fact {}
