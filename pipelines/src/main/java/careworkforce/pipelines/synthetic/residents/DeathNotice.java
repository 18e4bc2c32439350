package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;

/** A home's notice of a death to CQC, in the month of the notice. */
public record DeathNotice(
    int month, long noticeId, String locationId, LocalDate notified, boolean inHospital)
    implements Fact {}
