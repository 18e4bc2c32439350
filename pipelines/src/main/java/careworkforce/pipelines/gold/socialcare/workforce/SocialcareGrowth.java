package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.table.CodeList;
import careworkforce.pipelines.gold.EstimateTable;

/**
 * Turnover and hiring of establishments that grow or shrink, within establishment. Published (Teo,
 * Vadean and Saloniki 2022): a point of contraction goes with 0.71 points more turnover and 0.26
 * less hiring, a point of expansion with 0.76 points more hiring and 0.23 less turnover. All are
 * shares of the mean of staff at both cuts, a year; hiring less turnover is growth by definition,
 * so that the two estimates of a term differ by one. Here cuts are the extracts, a quarter apart
 * where they are delivered so; the published ones are a year apart, in which who comes and goes
 * between cuts is not seen and growth is of a year, so that the numbers are not of one kind.
 */
public final class SocialcareGrowth extends EstimateTable {
  public static final SocialcareGrowth TABLE = new SocialcareGrowth();

  private SocialcareGrowth() {
    super("socialcare_growth", "one row an outcome and direction of growth");
    outcome.codes(
        CodeList.of(
            "outcome of growth",
            "methods 2.6",
            "turnover",
            "staff of the cut who are not there at the next",
            "hiring",
            "staff of the next cut who were not there at this"));
    term.codes(
        CodeList.of(
            "direction of growth",
            "methods 2.6",
            "expansion",
            "growth where positive, else 0",
            "contraction",
            "growth where negative, without its sign, else 0"));
    limits(
        "06.14", "from extract to extract, mostly a quarter: published facts are of annual cuts");
    limits("06.14", "months of COVID are in: staff are those of all extracts");
    serves("06.14", "hiring of establishments that expand or contract");
    serves("06.15", "growth of establishments, and the turnover that goes with it");
  }
}
