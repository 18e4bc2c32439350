package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Check;

/**
 * NHS trusts that merged, each with the trust it is part of in the end: those known between 2012
 * and 2021, and those delivered, in one step however many mergers follow one another. Every month
 * of a predecessor is counted under its successor, so that a merger makes no move and no exit.
 */
public final class OrganisationSuccessors extends SuccessorTable {
  public static final OrganisationSuccessors TABLE = new OrganisationSuccessors();

  private OrganisationSuccessors() {
    super(
        "organisation_successors",
        "one row a code of a trust or commissioner that a merger ended",
        "ODS code that it is part of in the end");
    check(
        Check.must(
            "LEADS_ELSEWHERE",
            "no code leads round in a circle, nor through more than eight mergers",
            organisation.col().notEqual(successor.col())));
    serves("03.1", "mergers of the known years and those delivered beside them");
    serves("03.8", "trusts compared under one code before and after a merger");
  }
}
