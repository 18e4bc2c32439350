package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * The grid of methods 2.10: headline numbers of careers under every variant that applies, and under
 * other values of the rules that moves and exits are told by. The sample's name says what is other;
 * read down an outcome and term by their place.
 *
 * <p>What a policy, parental leave, house prices and sickness do to moves and leaving is told in
 * linear probabilities, with trust, quarter and occupation group effects, weighted by
 * person-months, clustered by trust (house prices by travel-to-work area) unless said otherwise;
 * months before an absence are at risk of leaving alone. Recent sickness and one policy stand in
 * each model, recent parental leave beside them in that of moves between occupation groups, the
 * house price in that of moves of trust, which is of the months whose price is known. Age, sex,
 * ethnicity, nationality and tenure stand in none, so that every variant can be estimated on few
 * cells: careers_drivers has them. There is no row where a variant is no question to a number, or
 * where its sample has no variation.
 */
public final class CareersRobustness extends EstimateTable {
  /** A move between any two occupation groups, as an outcome. */
  public static final String MOVE = "move";

  /** An exit as counted under a gap, as an outcome. */
  public static final String EXIT = "exit";

  /** The sample that others are set beside. */
  public static final String HEADLINE = "headline";

  /** How a number was estimated. */
  public static final CodeList ESTIMATOR =
      CodeList.of(
          "estimator of the robustness grid",
          "methods 2.5 and 2.10",
          "linear",
          "linear probability of the event, in events for 1,000 person-months",
          "rate",
          "events counted over person-months at risk",
          "matched difference in differences",
          "as in careers_event_paths",
          "matched difference",
          "as in careers_event_paths");

  public static final CareersRobustness TABLE = new CareersRobustness();

  public final Field place =
      field(
              "place",
              DataTypes.IntegerType,
              "order among the rows of an outcome and term, from 0: the headline")
          .required();
  public final Field meaning =
      field("meaning", DataTypes.StringType, "what is done otherwise").required();

  private CareersRobustness() {
    super("careers_robustness", "one row a headline number and variant of it");
    estimator.codes(ESTIMATOR);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.5", "the rate of moves by the months that prove one, and with swaps of assignments");
    serves("03.13", "the policy estimate under placebo dates, leads, samples and variances");
    serves("03.14", "the house price estimate under other areas, samples and variances");
    serves("03.15", "the estimate of parental leave under other samples and variances");
    serves("03.16", "the sickness estimate under other samples and variances");
    limits("03.16", "illness is sickness absence; the staff record tells no disability");
    serves(
        "03.17",
        "the rate of exits by the months of absence that make one; staying two years after a move"
            + " beside each group it is compared with");
    limits(
        "03.26",
        "traits of staff are not held fixed in the variants: their headline is set beside"
            + " themselves, and differs a little from that of careers_drivers");
    limits(
        "03.13",
        "rules of moves and exits are varied in their rates: estimates under another rule take a run"
            + " with it set (careers.moves.held and .of, careers.leaving.gap)");
  }
}
