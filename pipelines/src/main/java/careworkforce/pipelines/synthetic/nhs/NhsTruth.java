package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Region;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is planted in the careers of NHS staff, for {@code truth.json}. */
public final class NhsTruth {
  private NhsTruth() {}

  /** Planted shares and ratios by name; those of the nurses' cohort where all of it is seen. */
  public static Map<String, Number> numbers(WorldSettings world) {
    Map<String, Number> planted = new TreeMap<>();
    for (Level level : Level.values()) {
      String name = level.name().toLowerCase(Locale.ROOT);
      planted.put("headcount_share_" + name, level.headcount());
      planted.put("fte_share_" + name, level.fte());
    }
    planted.put("eu_over_british_leave", Person.EU_LEAVING);
    planted.put("other_over_british_leave", Person.OTHER_LEAVING);
    planted.put(
        "women_in_thirties_over_others_leave",
        LeavingPropensity.WOMEN_IN_THIRTIES / LeavingPropensity.OTHER_WOMEN);
    planted.put(
        "men_from_55_over_younger_leave",
        LeavingPropensity.MEN_FROM_55 / LeavingPropensity.MEN_TO_55);
    planted.put(
        "male_assistants_under_30_over_30_to_54_leave",
        LeavingPropensity.YOUNG_MALE_ASSISTANTS / LeavingPropensity.OTHER_MALE_ASSISTANTS);
    planted.put("assistant_leave_highest_over_lowest_trust", TrustSpread.MOST_OVER_LEAST);
    planted.put(
        "nurse_training_south_east_over_north_east",
        Region.SOUTH_EAST.nurseTraining() / Region.NORTH_EAST.nurseTraining());
    if (NurseCohort.seenBy(world)) {
      planted.put("nurse_cohort_band_5", NurseCohort.IN_BAND_5);
      planted.put("nurse_cohort_band_6", NurseCohort.IN_BAND_6);
      planted.put("nurse_cohort_band_7_to_9", NurseCohort.IN_BANDS_7_TO_9);
      planted.put("nurse_cohort_left", NurseCohort.LEFT);
    }
    planted.put("nurse_monthly_rise_to_band_6", NurseCohort.TO_BAND_6);
    return planted;
  }
}
