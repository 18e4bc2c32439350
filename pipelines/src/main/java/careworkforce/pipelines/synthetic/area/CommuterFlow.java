package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;

/** People who live in one district and work in another, or the same. */
public record CommuterFlow(
    int month, LocalAuthority residence, LocalAuthority workplace, long workers) implements Fact {}
