package careworkforce.pipelines.synthetic.area;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Resource;
import java.time.LocalDate;
import java.util.List;

/**
 * A rate of the National Minimum Wage or National Living Wage, as published on gov.uk.
 *
 * @param ageTo oldest age; empty for no bound
 * @param rate pounds an hour
 */
public record WageFloor(
    int month, LocalDate from, int ageFrom, String ageTo, boolean apprentice, String rate)
    implements Fact {
  /** Every rate in force from October 2011 to March 2023. */
  static final List<WageFloor> ALL =
      Resource.rows(WageFloor.class, "minimum_wage.tsv").stream().map(WageFloor::of).toList();

  private static WageFloor of(String[] row) {
    LocalDate from = LocalDate.parse(row[0]);
    return new WageFloor(
        Month.of(from).number(),
        from,
        Integer.parseInt(row[1]),
        row[2],
        row[3].equals("Y"),
        row[4]);
  }

  /** The same, delivered no earlier than a month. */
  WageFloor deliveredFrom(int first) {
    return new WageFloor(Math.max(first, month), from, ageFrom, ageTo, apprentice, rate);
  }
}
