package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Fact;

/**
 * A resident whom the monthly address link finds at the home's property.
 *
 * @param died in the month
 */
public record AddressMonth(int month, Resident resident, boolean died) implements Fact {}
