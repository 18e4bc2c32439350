package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;

/** A synthetic LSOA of a district. */
public record LsoaRow(int month, LocalAuthority district, int number) implements Fact {}
