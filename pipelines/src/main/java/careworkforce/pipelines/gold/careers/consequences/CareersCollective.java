package careworkforce.pipelines.gold.careers.consequences;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;

/**
 * Collective outcomes of moves: rates of a trust's occupation group in a year on the share of its
 * staff who came by a move in the year, with trust, occupation group and year effects, weighted by
 * person-months, clustered by trust (methods 2.5). Moves and person-months are those of the same
 * months, those of the risk set, and the share is by the year.
 */
public final class CareersCollective extends EstimateTable {
  public static final CareersCollective TABLE = new CareersCollective();

  private CareersCollective() {
    super("careers_collective", "one row a collective outcome");
    estimator.codes(
        CodeList.of(
            "estimator", "methods 2.5", "ols", "least squares within trust, group and year"));
    serves("03.18", "leaving of a trust's occupation group by the share who moved into it");
    serves("03.20", "shares of women and of minorities by the share who moved into the group");
  }
}
