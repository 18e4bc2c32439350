package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.silver.person.EsrPersonMonths;

/**
 * What makes each kind of career event likelier: discrete-time competing-risk hazards on
 * person-months with trust, month and occupation group effects (methods 2.5). Estimates are log
 * hazard ratios; each kind of event is a model of its own, in which the other kinds end the time at
 * risk. Person-months before an absence are at risk of leaving alone. The house price of the
 * trust's district stands in the hazards of moving trust and of leaving, which are of the months
 * whose price is known. Moves between occupation groups are told of all months, and by that price
 * in a further hazard of those months; and each event by the price of the travel-to-work area in
 * its place. Of these further hazards the price alone is told, the other drivers being told of more
 * months. Moves are told by the band they lead to; of pathways, that from nursing support to nurse
 * is told apart too, among those who can take it.
 */
public final class CareersDrivers extends EstimateTable {
  /** How a driver's effect was estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator of drivers",
          "methods 2.5",
          "cloglog",
          "complementary log-log hazard: log hazard ratios",
          "linear",
          "linear probability of the event, in events for 1,000 person-months; where clusters are"
              + " few, for its bootstrap");

  public static final CareersDrivers TABLE = new CareersDrivers();

  private CareersDrivers() {
    super("careers_drivers", "one row a kind of event, sample, estimator and driver");
    estimator.codes(ESTIMATOR);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("07.14", "leaving after sickness in the last three months");
    limits(
        "07.14", "who leaves is gone from the staff record, which is more than the acute sector");
    serves(
        "03.13",
        "moves, those of nursing support and its learners to nurse apart, moves of trust and leaving while a trust's"
            + " policy is in force");
    serves(
        "03.14",
        "moves between occupation groups, moves of trust and leaving by house prices of the trust's"
            + " district and of its travel-to-work area, clustered by that area");
    serves("03.15", "each kind of move in the year after parental leave");
    limits(
        "03.15",
        "parenthood is parental leave on the payroll: parents who took none, and those who were"
            + " parents before the record, are not told from others; the year after the return is"
            + " one term, and a move found on the return itself is no event");
    serves("03.16", "each kind of move and leaving after sickness in the last three months");
    limits(
        "03.16",
        "illness is sickness absence; the staff record tells no disability; leaving is the record,"
            + " not the acute sector alone, and of who leaves after months of sickness it is dated"
            + " by the last of them");
  }
}
