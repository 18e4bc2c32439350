package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.socialcare.CareEffectTable;
import org.apache.spark.sql.types.DataTypes;

/**
 * The headline under other samples, clusters, weights and effects, and placebos that ought to be
 * nil (methods 2.10). The sample's name says what is other. Placebo dates ask whether arrivals
 * answer to wages that lie ahead, given the wage of the month.
 */
public final class SocialcareRobustness extends CareEffectTable {
  public static final SocialcareRobustness TABLE = new SocialcareRobustness();

  public final Field place =
      field("place", DataTypes.IntegerType, "order in which variants are told").required();
  public final Field adjustedP =
      field(
          "p_adjusted",
          DataTypes.DoubleType,
          "p-value for the whole family of outcomes together (Romano and Wolf 2005), wild cluster"
              + " bootstrap; null outside the family, and of fewer than 6 clusters");

  private SocialcareRobustness() {
    super("socialcare_robustness", "one row a variant of the headline, or a placebo");
    serves("06.17", "the second step under other samples, clusters, weights and months");
    serves("06.18", "placebo outcomes and dates; the family of outcomes tested together");
    serves("06.22", "the effect on deaths under three definitions");
    serves("06.1", "the headline with homes that report weighted to all homes");
    serves("06.24", "the headline where every home reports throughout, and by match tier");
  }
}
