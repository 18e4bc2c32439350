package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.area.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A registration as CQC's directory of a month shows it. */
public record LocationSnapshot(
    int month,
    Employer employer,
    Place place,
    Registration registration,
    boolean active,
    @Nullable String rating,
    @Nullable LocalDate published,
    boolean inherited)
    implements Fact {}
