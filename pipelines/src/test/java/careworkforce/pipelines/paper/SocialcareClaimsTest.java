package careworkforce.pipelines.paper;

import static careworkforce.pipelines.paper.PaperRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.gold.socialcare.nhs.SocialcareNhsOpenings;
import careworkforce.pipelines.gold.socialcare.options.SocialcareOutsideOptions;
import careworkforce.pipelines.gold.socialcare.retail.SocialcareRetailOpenings;
import careworkforce.pipelines.gold.socialcare.users.SocialcareSatisfactionEffects;
import careworkforce.pipelines.gold.socialcare.workforce.SocialcareOwnWage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each row is of the size, and under the names, that its job writes. */
class SocialcareClaimsTest {
  @Test
  void shouldSayWhatTurnoverDoesToSatisfaction() {
    EstimateRow row =
        row(
            "65 and over in residential or nursing care, councils and financial years that begin"
                + " by 2020-02",
            "3A",
            "iv",
            "turnover",
            -4,
            1);
    assertThat(said(SocialcareSatisfactionEffects.TABLE, row))
        .containsExactly(
            "Ten percentage points more staff turnover a year brings about a fall in satisfaction"
                + " of older people in care homes with their care and support: \u22124.0 (95%"
                + " interval \u22126.0 to \u22122.0 percentage points of people satisfied).");
  }

  @Test
  void shouldNotTakeAContrastForTheMainSample() {
    assertThat(said(SocialcareOutcomeEffects.TABLE, arrivals("home-months to 2020-02"))).hasSize(1);
    assertThat(said(SocialcareOutcomeEffects.TABLE, arrivals("home-months to 2020-02 by postcode")))
        .isEmpty();
    assertThat(
            said(
                SocialcareOutsideOptions.TABLE,
                row("all homes, retail jobs", "turnover", "iv_akm0", "outside_wage_here", 1, 1)))
        .isEmpty();
  }

  private static EstimateRow arrivals(String sample) {
    return row(sample, "arrivals_per_resident_month", "iv", "turnover", 0.0037, 0.0008);
  }

  @Test
  void shouldSayWhatOtherPayAndAdvertsDoToLeaving() {
    assertThat(
            said(
                SocialcareOutsideOptions.TABLE,
                row("all homes", "turnover", "iv_akm0", "outside_wage_here", 0.015, 0.004)))
        .containsExactly(
            "A rise of 0.1 in the index of log pay in other local jobs brings about a rise in"
                + " leaving from care homes: +1.5 (95% interval +0.70 to +2.3 percentage points a"
                + " year).");
    assertThat(
            said(
                SocialcareOutsideOptions.TABLE,
                row(
                    "all homes, every option",
                    "turnover",
                    "joint_iv",
                    "vacancy_index",
                    0.02,
                    0.005)))
        .containsExactly(
            "One more job advert for every hundred jobs outside care brings about a rise in leaving"
                + " from care homes: +2.0 (95% interval +1.0 to +3.0 percentage points a year).");
  }

  /** Errors by area are far too small where few industries drive pay elsewhere. */
  @Test
  void shouldNotGoByErrorsByAreaOfOtherPay() {
    EstimateRow byArea = row("all homes", "turnover", "iv", "outside_wage_here", 0.115, 0.05);
    assertThat(said(SocialcareOutsideOptions.TABLE, byArea)).isEmpty();
  }

  @Test
  void shouldSayWhatOpeningsOfTheNhsDoForATenthOfAnOpeningAJob() {
    assertThat(
            said(
                SocialcareNhsOpenings.TABLE,
                row("homes by month to 2020-02", "turnover", "iv", "nhs_openings", 0.5, 0.1)))
        .containsExactly(
            "One more NHS opening a year for every ten support jobs brings about a rise in leaving"
                + " from care homes: +5.0 (95% interval +3.0 to +7.0 percentage points a year).");
  }

  @Test
  void shouldSayWhatOwnPayGoesTogetherWith() {
    EstimateRow found =
        row(
            "care staff of care homes, aged 16 to 59, by Kent's rules",
            "separated",
            "home_effects",
            "log_pay",
            -0.03,
            0.005);
    assertThat(said(SocialcareOwnWage.TABLE, found))
        .singleElement()
        .asString()
        .endsWith(
            "a fall in leaving from care homes: \u22123.0 (95% interval \u22124.0 to"
                + " \u22122.0 percentage points a year).");
  }

  @Test
  void shouldTellOfStoresWithinTheMainRadius() {
    EstimateRow near = openings(7);
    assertThat(said(SocialcareRetailOpenings.TABLE, near))
        .singleElement()
        .asString()
        .startsWith("A store that opens near brings about a rise in leaving from care homes: +2.0");
    assertThat(said(SocialcareRetailOpenings.TABLE, openings(5))).isEmpty();
  }

  private static EstimateRow openings(int km) {
    return row(
        "openings, radius km " + km,
        "leaving_rate",
        "stacked event study",
        "after opening",
        0.02,
        0.005);
  }

  @Test
  void shouldAskOfEveryAimOfTheProgramme() {
    assertThat(SocialcareClaims.all(7))
        .map(Claim::table)
        .map(Table::fullName)
        .contains(
            "gold.socialcare_outcome_effects",
            "gold.socialcare_satisfaction_effects",
            "gold.socialcare_outside_options",
            "gold.socialcare_nhs_openings",
            "gold.socialcare_own_wage",
            "gold.socialcare_retail_openings");
  }

  private static List<String> said(EstimateTable table, EstimateRow row) {
    return SocialcareClaims.all(7).stream()
        .filter(claim -> claim.table() == table && claim.isAbout(row))
        .map(claim -> claim.sentence(row))
        .toList();
  }
}
