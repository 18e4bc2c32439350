package careworkforce.pipelines.gold.careers.drivers;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Three headline estimates under every variant of methods 2.10 that applies, a row a variant, to be
 * read down: linear probabilities of an event in events for 1,000 person-months, with trust,
 * quarter and occupation group effects, weighted by person-months, clustered by trust (house prices
 * by travel-to-work area) unless said otherwise; months before an absence are at risk of leaving
 * alone. Recent sickness and one policy stand in each, the house price beside moves of trust and
 * leaving alone, which are of the months whose price is known: variants of prices leave moves, and
 * so the policy's estimate, as in the headline. Age, sex, ethnicity, nationality, tenure and
 * parenthood stand in none, so that every variant can be estimated on few cells: careers_drivers
 * has them. Null where a variant is no question to an estimate, or where its sample has no
 * variation; p is null too with clusters too few to tell one.
 */
public final class CareersRobustness extends Table {
  public static final CareersRobustness TABLE = new CareersRobustness();

  public final Field variant = key("variant", DataTypes.StringType, "short name");
  public final Field place =
      field("place", DataTypes.IntegerType, "place in the table, from 0: the headline").required();
  public final Field meaning =
      field("meaning", DataTypes.StringType, "what is done otherwise").required();
  public final Field policy =
      field("policy_on_moves", DataTypes.DoubleType, "moves while the policy is in force")
          .unit("events for 1,000 person-months");
  public final Field policyError =
      field("policy_on_moves_se", DataTypes.DoubleType, "its standard error");
  public final Field policyP =
      field("policy_on_moves_p", DataTypes.DoubleType, "two-sided, that it is nil");
  public final Field housePrice =
      field(
              "house_price_on_trust_moves",
              DataTypes.DoubleType,
              "moves of trust a log point; clusters are areas")
          .unit("events for 1,000 person-months");
  public final Field housePriceError =
      field("house_price_on_trust_moves_se", DataTypes.DoubleType, "its standard error");
  public final Field housePriceP =
      field("house_price_on_trust_moves_p", DataTypes.DoubleType, "two-sided, that it is nil");
  public final Field sickness =
      field("sickness_on_leaving", DataTypes.DoubleType, "leaving after sickness")
          .unit("events for 1,000 person-months");
  public final Field sicknessError =
      field("sickness_on_leaving_se", DataTypes.DoubleType, "its standard error");
  public final Field sicknessP =
      field("sickness_on_leaving_p", DataTypes.DoubleType, "two-sided, that it is nil");
  public final Field observations =
      field("n_obs", DataTypes.LongType, "person-months of the first estimate that there is")
          .required();
  public final Field clusters =
      field("n_clusters", DataTypes.LongType, "clusters of the same").required();
  public final Field variance =
      field("variance", DataTypes.StringType, "kind of variance").required();
  public final Field design =
      field("design", DataTypes.StringType, "association: see careers_drivers").required();

  private CareersRobustness() {
    super(
        Layer.GOLD,
        "careers_robustness",
        "one row a variant of the headline estimates",
        Sensitivity.AGGREGATE);
    serves("03.13", "the policy estimate under placebo dates, leads, samples and variances");
    serves("03.14", "the house price estimate under other areas, samples and variances");
    serves("03.16", "the sickness estimate under other samples and variances");
    serves("03.26", "every row says association");
    limits(
        "03.26",
        "traits of staff are not held fixed in the variants: their headline is set beside"
            + " themselves, and differs a little from that of careers_drivers");
  }
}
