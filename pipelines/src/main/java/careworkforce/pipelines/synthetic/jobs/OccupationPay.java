package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Fact;

/** Pay of an occupation in a region and year. */
public record OccupationPay(int month, Destination occupation, PayEstimate pay) implements Fact {
  private static final int SOC2020 = 2021;

  /** Unit group in the classification of the year. */
  public String code() {
    return pay.year() < SOC2020 ? occupation.soc2010() : occupation.soc2020();
  }
}
