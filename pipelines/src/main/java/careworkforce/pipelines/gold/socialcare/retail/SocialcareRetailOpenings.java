package careworkforce.pipelines.gold.socialcare.retail;

import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateTable;
import org.apache.spark.sql.types.DataTypes;

/**
 * What stores and warehouses that open do to the staff of care homes nearby: the stacked event
 * study of methods 2.7, with the path by event time, the mean effect after, what size of change
 * that rules out, and the same from placebo dates; each against all homes farther off and against
 * those of the same travel-to-work area ({@link Comparison}). Placebo dates, and quarters before an
 * opening, tell no effect but test that there is none.
 */
public final class SocialcareRetailOpenings extends EstimateTable {
  /** Name of the main sample, of all homes about an opening. */
  public static final String OPENINGS = "openings";

  /** How effects are estimated. */
  public static final String EVENT_STUDY = "stacked event study";

  /** Term of the mean effect. */
  public static final String AFTER = "after opening";

  public static final SocialcareRetailOpenings TABLE = new SocialcareRetailOpenings();

  public final Field radius =
      key("radius_km", DataTypes.IntegerType, "radius of the treated ring").unit("km");
  public final Field event =
      field("event_quarter", DataTypes.IntegerType, "quarters since opening; null for the mean");
  public final Field ruledOut =
      field("rules_out", DataTypes.DoubleType, "changes of at least this share are ruled out")
          .unit("share of the outcome's mean");
  public final Field statement =
      field("statement", DataTypes.StringType, "the equivalence bound as a sentence");

  public final Field pairs =
      field(
              "pairs_near",
              DataTypes.LongType,
              "homes near and openings, each two a pair, whose quarters about the opening are seen")
          .required();
  public final Field pairsLeftOut =
      field(
              "pairs_left_out",
              DataTypes.LongType,
              "of them, not in the estimate: another site opened near the home in those quarters")
          .required();

  private SocialcareRetailOpenings() {
    super(
        "socialcare_retail_openings",
        "one row an outcome, radius, sample (whom homes are compared with, real or placebo date, all"
            + " quarters or those to the last before COVID), and event time or mean effect");
    serves("06.10", "effect of retail openings nearby, with equivalence bounds");
    serves("06.13", "leaving of care homes' staff after openings nearby");
    serves("06.14", "starters and vacancies of care homes after openings nearby");
    serves("06.15", "staff numbers of care homes after openings nearby");
    limits(
        "06.10",
        "a home that several sites open near within eight quarters is left out, so that effects are"
            + " of openings that come alone: pairs_left_out of pairs_near");
    limits(
        "06.10",
        "quarters of COVID are in, but for the sample that names its last month, of openings whose"
            + " two years after are over by then");
    limits("06.10", "radius and rings are ours: those of the published study are not told");
  }
}
