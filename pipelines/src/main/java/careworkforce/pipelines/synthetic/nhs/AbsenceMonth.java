package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An absence of an assignment, in one of the months it falls in.
 *
 * @param reason code of a sickness reason, such as S10; empty for other absences
 * @param end last day; null while it lasts beyond the month
 * @param daysLost days of the month
 * @param fte hundredths of a whole-time equivalent
 */
public record AbsenceMonth(
    int month,
    Person person,
    String number,
    String category,
    String reason,
    LocalDate start,
    @Nullable LocalDate end,
    int daysLost,
    int fte)
    implements Fact {}
