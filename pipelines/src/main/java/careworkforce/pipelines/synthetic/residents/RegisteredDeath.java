package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;

/**
 * A death as registered, in the month of registration.
 *
 * @param cause 0 to 4: what of
 * @param matchRank how surely it is linked to the person's hospital records
 */
public record RegisteredDeath(
    int month,
    Resident resident,
    long recordId,
    LocalDate died,
    LocalDate registered,
    boolean inHospital,
    int cause,
    int matchRank)
    implements Fact {}
