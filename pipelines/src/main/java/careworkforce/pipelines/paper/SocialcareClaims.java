package careworkforce.pipelines.paper;

import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.gold.socialcare.retail.SocialcareRetailOpenings;
import java.util.List;

/** What the summary of programme 06 says, the headline first. */
final class SocialcareClaims {
  private static final EstimateTable EFFECTS = SocialcareOutcomeEffects.TABLE;
  private static final EstimateTable RETAIL = SocialcareRetailOpenings.TABLE;
  private static final String TURNOVER = "ten percentage points more staff turnover a year";
  private static final String ALL = "home-months to ";

  /** From a resident-month to a hundred residents and a year. */
  private static final double HUNDRED_YEARS = 1200;

  private static final double PERCENT = 100;

  private SocialcareClaims() {}

  static List<Claim> all() {
    return List.of(
        ofTurnover(
            ALL,
            "arrivals_per_resident_month",
            "unplanned arrivals of residents at A&E",
            "arrivals for each 100 residents a year"),
        ofTurnover(
            "nursing " + ALL,
            "arrivals_per_resident_month",
            "unplanned arrivals at A&E of residents of nursing homes",
            "arrivals for each 100 residents a year"),
        ofTurnover(
            ALL,
            "emergency_admissions_per_resident_month",
            "emergency admissions of residents",
            "admissions for each 100 residents a year"),
        ofTurnover(
            ALL,
            "deaths_per_resident_month",
            "deaths of residents",
            "deaths for each 100 residents a year"),
        ofOpenings("log_staff", "staff in care homes", "per cent"),
        ofOpenings("leaving_rate", "leaving from care homes", "percentage points a year"));
  }

  private static Claim ofTurnover(String sample, String outcome, String effect, String unit) {
    return new Claim(
        EFFECTS, outcome, sample, "iv", "turnover", TURNOVER, effect, unit, HUNDRED_YEARS);
  }

  private static Claim ofOpenings(String outcome, String effect, String unit) {
    return new Claim(
        RETAIL,
        outcome,
        "openings, radius km 5",
        "stacked event study",
        "after opening",
        "a store that opens near",
        effect,
        unit,
        PERCENT);
  }
}
