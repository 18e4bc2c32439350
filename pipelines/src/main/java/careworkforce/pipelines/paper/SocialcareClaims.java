package careworkforce.pipelines.paper;

import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.gold.socialcare.nhs.SocialcareNhsOpenings;
import careworkforce.pipelines.gold.socialcare.options.SocialcareOutsideOptions;
import careworkforce.pipelines.gold.socialcare.retail.SocialcareRetailOpenings;
import careworkforce.pipelines.gold.socialcare.users.SocialcareSatisfactionEffects;
import careworkforce.pipelines.gold.socialcare.workforce.SocialcareOwnWage;
import java.util.ArrayList;
import java.util.List;

/** What the summary of programme 06 says, the headline first. */
final class SocialcareClaims {
  private static final EstimateTable EFFECTS = SocialcareOutcomeEffects.TABLE;
  private static final EstimateTable RETAIL = SocialcareRetailOpenings.TABLE;
  private static final String TURNOVER = "ten percentage points more staff turnover a year";
  private static final String ALL = SocialcareSample.HEADLINE;
  private static final String LEAVING = "leaving from care homes";

  /**
   * Errors by area are far too small where few industries drive pay elsewhere; these hold there too
   * (Adão, Kolesár and Morales 2019).
   */
  private static final String OTHER_PAY = SocialcareOutsideOptions.IV_AKM0;

  private static final String POINTS = "percentage points a year";

  /** From a resident-month to a hundred residents and a year. */
  private static final double HUNDRED_YEARS = 1200;

  private static final double PERCENT = 100;

  private SocialcareClaims() {}

  /**
   * All of them.
   *
   * @param nearKm the main radius of stores that open near
   */
  static List<Claim> all(int nearKm) {
    List<Claim> claims = new ArrayList<>(ofResidents());
    claims.add(ofSatisfaction());
    claims.add(
        ofOptions(
            SocialcareOutsideOptions.ALL_HOMES,
            OTHER_PAY,
            "outside_wage_here",
            "a rise of 0.1 in the index of log pay in other local jobs"));
    claims.add(
        ofOptions(
            SocialcareOutsideOptions.EVERY_OPTION,
            SocialcareOutsideOptions.JOINT_IV,
            "vacancy_index",
            "one more job advert for every hundred jobs outside care"));
    claims.add(ofNhsOpenings());
    claims.add(ofOwnPay());
    claims.add(ofOpenings(nearKm, "log_staff", "staff in care homes", "per cent"));
    claims.add(ofOpenings(nearKm, "leaving_rate", LEAVING, POINTS));
    return claims;
  }

  /** The study's main result. */
  static Claim headline() {
    return ofTurnover(
        ALL,
        "arrivals_per_resident_month",
        "unplanned arrivals of residents at A&E",
        "arrivals for each 100 residents a year");
  }

  private static List<Claim> ofResidents() {
    return List.of(
        headline(),
        ofTurnover(
            SocialcareSample.NURSING,
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
            "deaths for each 100 residents a year"));
  }

  private static Claim ofSatisfaction() {
    return new Claim(
        SocialcareSatisfactionEffects.TABLE,
        "3A",
        SocialcareSatisfactionEffects.careHomes(),
        "iv",
        "turnover",
        TURNOVER,
        "satisfaction of older people in care homes with their care and support",
        "percentage points of people satisfied",
        1);
  }

  private static Claim ofOptions(String sample, String estimator, String term, String cause) {
    return new Claim(
        SocialcareOutsideOptions.TABLE,
        "turnover",
        sample,
        estimator,
        term,
        cause,
        LEAVING,
        POINTS,
        PERCENT);
  }

  private static Claim ofNhsOpenings() {
    return new Claim(
        SocialcareNhsOpenings.TABLE,
        "turnover",
        SocialcareNhsOpenings.HOMES_BY_MONTH,
        "iv",
        "nhs_openings",
        "one more NHS opening a year for every ten support jobs",
        LEAVING,
        POINTS,
        PERCENT / 10);
  }

  private static Claim ofOwnPay() {
    return new Claim(
        SocialcareOwnWage.TABLE,
        "separated",
        SocialcareOwnWage.STAFF,
        "home_effects",
        "log_pay",
        "a tenth more pay within a home",
        LEAVING,
        POINTS,
        PERCENT);
  }

  private static Claim ofTurnover(String sample, String outcome, String effect, String unit) {
    return new Claim(
        EFFECTS, outcome, sample, "iv", "turnover", TURNOVER, effect, unit, HUNDRED_YEARS);
  }

  private static Claim ofOpenings(int nearKm, String outcome, String effect, String unit) {
    return new Claim(
        RETAIL,
        outcome,
        SocialcareRetailOpenings.OPENINGS + ", radius km " + nearKm,
        SocialcareRetailOpenings.EVENT_STUDY,
        SocialcareRetailOpenings.AFTER,
        "a store that opens near",
        effect,
        unit,
        PERCENT);
  }
}
