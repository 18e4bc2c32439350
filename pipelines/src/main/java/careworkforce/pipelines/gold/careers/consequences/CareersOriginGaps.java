package careworkforce.pipelines.gold.careers.consequences;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.silver.person.EsrPersonMonths;

/**
 * Gaps that moves leave in the job left: change of a trust's FTE in an occupation group since the
 * last month before, three and twelve months after, on the FTE that moved out; who moves through a
 * training post moved out when training began, who moves from leave when the leave ended, as staff
 * on leave keep their FTE. Minus one: the gap stays open; nought: it is filled. A group that is
 * left without staff counts with no FTE. The change of the three months before, to the last month
 * from what FTE was then, stands beside as a placebo. Vacancies are not in the record: FTE stands
 * for them.
 */
public final class CareersOriginGaps extends EstimateTable {
  public static final CareersOriginGaps TABLE = new CareersOriginGaps();

  private CareersOriginGaps() {
    super("careers_origin_gaps", "one row a horizon");
    estimator.codes(
        CodeList.of(
            "estimator",
            "methods 2.5",
            "ols",
            "least squares within occupation group of a trust, and within month"));
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.27", "FTE of the origin job after an outflow, as a proxy of vacancies");
    limits(
        "03.27",
        "vacancies are not in the staff record: FTE stands for them; the placebo is not nil where"
            + " nothing is planted, as who has just come does not move on: read the gap beside it");
  }
}
