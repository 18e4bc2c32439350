package careworkforce.pipelines.gold.careers.consequences;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.silver.person.EsrPersonMonths;

/**
 * Collective outcomes of moves: rates of a trust's occupation group in a year on its inflow, the
 * moves into it a person-year of its staff, weighted by person-months, clustered by trust (methods
 * 2.5). Moves and person-months are those of the same months, those of the risk set. A group that
 * is small or there for a short while may have an inflow above one. Movers are left out of the
 * person-months in which a person may leave until their move is proved, as none of them can.
 */
public final class CareersCollective extends EstimateTable {
  public static final CareersCollective TABLE = new CareersCollective();

  private CareersCollective() {
    super("careers_collective", "one row a collective outcome");
    estimator.codes(
        CodeList.of(
            "estimator",
            "methods 2.5",
            "ols",
            "least squares within trust, group and year: the headline",
            "ols within cells",
            "the same within each trust's group and year, beside the headline, in which levels that"
                + " differ between a trust's groups more than trust and group explain stay in"));
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.18", "leaving of a trust's occupation group by moves into it a person-year");
    serves("03.20", "shares of women and of minorities by moves into the group a person-year");
  }
}
