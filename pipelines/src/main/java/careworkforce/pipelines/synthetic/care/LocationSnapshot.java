package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A registration as CQC's directory of a month shows it. */
public record LocationSnapshot(
    int month,
    Employer employer,
    Registration registration,
    boolean active,
    @Nullable String rating,
    @Nullable LocalDate published,
    boolean inherited)
    implements Fact {}
