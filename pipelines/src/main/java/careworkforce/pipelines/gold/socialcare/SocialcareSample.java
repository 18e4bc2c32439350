package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import java.util.List;

/**
 * What bounds the home-months of the headline: the last month of the sample, and how residents were
 * matched to homes.
 */
public final class SocialcareSample {
  public static final Setting<Month> LAST_MONTH =
      Setting.month("socialcare.sample.last-month", "last month of the sample, such as 2020-02");
  public static final Setting<String> MATCH_TIER =
      Setting.oneOf(
          "socialcare.sample.match-tier",
          "residents of this match tier: uprn or postcode",
          ResidentMonths.MATCH_TIER.codes());

  private SocialcareSample() {}

  /** The settings that bound the sample. */
  public static List<Setting<?>> settings() {
    return List.of(LAST_MONTH, MATCH_TIER);
  }

  /** First day of the last month of the sample. */
  public static java.sql.Date lastMonth(Inputs inputs) {
    return java.sql.Date.valueOf(inputs.value(LAST_MONTH).firstDay());
  }
}
