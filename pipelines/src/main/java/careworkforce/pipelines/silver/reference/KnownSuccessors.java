package careworkforce.pipelines.silver.reference;

/**
 * NHS trusts that merged between 2012 and 2021, each with the trust it is part of at the end of
 * 2021: the project's own list, to which later mergers are delivered.
 */
public final class KnownSuccessors extends SuccessorTable {
  public static final KnownSuccessors TABLE = new KnownSuccessors();

  private KnownSuccessors() {
    super(
        "known_successors",
        "one row a trust code that a merger ended, 2012 to 2021",
        "ODS code at the end of 2021");
    limits(
        "03.1", "trusts alone, and mergers to 2021: later ones, and commissioners, are delivered");
  }
}
