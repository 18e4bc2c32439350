package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;

/** A finished emergency stay in hospital, in the month of discharge. */
public record Admission(
    int month,
    Resident resident,
    long key,
    LocalDate admitted,
    LocalDate discharged,
    boolean died,
    String provider,
    int complaint)
    implements Fact {}
