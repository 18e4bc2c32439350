package careworkforce.pipelines.gold.socialcare;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * What bounds the home-months of the headline: the last month of the sample, and how residents were
 * matched to homes; and what the samples are called in the tables of estimates, which those who
 * look for the headline know them by.
 */
public final class SocialcareSample {
  public static final Setting<Month> LAST_MONTH =
      Setting.month("socialcare.sample.last-month", "last month of the sample, such as 2020-02");
  public static final Setting<String> MATCH_TIER =
      Setting.oneOf(
          "socialcare.sample.match-tier",
          "residents of this match tier: uprn or postcode",
          ResidentMonths.MATCH_TIER.codes());

  /** Name of the headline's sample, before its last month. */
  public static final String HEADLINE = "home-months to ";

  /** Name of the same of nursing homes alone. */
  public static final String NURSING = "nursing " + HEADLINE;

  private static final String BY = " by ";

  private SocialcareSample() {}

  /** The settings that bound the sample. */
  public static List<Setting<?>> settings() {
    return List.of(LAST_MONTH, MATCH_TIER);
  }

  /** Name of the headline's sample. */
  public static String headline(Inputs inputs) {
    return HEADLINE + inputs.value(LAST_MONTH);
  }

  /** Name of a sample whose residents are matched by another tier than the usual one. */
  public static String byTier(String sample, String tier) {
    return sample + BY + tier;
  }

  /** Whether a sample's name is that of the headline. */
  static Column isHeadline(Column name) {
    return name.startsWith(HEADLINE).and(name.contains(BY).equalTo(lit(false)));
  }

  /**
   * The match tier of a sample, from its name.
   *
   * @param usual that of a sample whose name tells none
   */
  public static Column tier(Column name, String usual) {
    Column tier = lit(usual);
    for (String other : ResidentMonths.MATCH_TIER.codes()) {
      tier = when(name.endsWith(BY + other), lit(other)).otherwise(tier);
    }
    return tier;
  }

  /** First day of the last month of the sample. */
  public static java.sql.Date lastMonth(Inputs inputs) {
    return java.sql.Date.valueOf(inputs.value(LAST_MONTH).firstDay());
  }
}
