package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A trust as the Organisation Data Service lists it.
 *
 * @param icb integrated care board
 * @param opened number of the month, if it opened by a merger of the world
 * @param closed number of the first month in which it is no more
 */
public record TrustRow(
    int month,
    String code,
    String name,
    careworkforce.pipelines.synthetic.area.Region region,
    String icb,
    @Nullable Integer opened,
    @Nullable Integer closed)
    implements Fact {}
