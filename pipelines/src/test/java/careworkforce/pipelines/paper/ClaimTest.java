package careworkforce.pipelines.paper;

import static careworkforce.pipelines.paper.PaperRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private final Claim claim =
      new Claim(
          SocialcareOutcomeEffects.TABLE,
          "arrivals",
          "all",
          "iv",
          "turnover",
          "more turnover",
          "arrivals",
          "arrivals a year",
          1200);

  @Test
  void shouldSayWhichWayAnEffectGoesWithItsNumbers() {
    assertThat(claim.sentence(row("all", "arrivals", "iv", "turnover", 0.004, 0.001)))
        .isEqualTo(
            "More turnover brings about a rise in arrivals: +4.8 (95% interval +2.4 to +7.2"
                + " arrivals a year).");
    assertThat(claim.sentence(row("all", "arrivals", "iv", "turnover", -0.004, 0.001)))
        .contains("brings about a fall in arrivals: \u22124.8");
  }

  @Test
  void shouldNotClaimAnEffectWhoseIntervalHoldsNought() {
    assertThat(claim.sentence(row("all", "arrivals", "iv", "turnover", 0.001, 0.001)))
        .startsWith("More turnover is not shown to change arrivals: the estimate is +1.2");
  }

  @Test
  void shouldSayThatAnIntervalWithoutEndsRulesNothingOut() {
    EstimateRow row = row("all", "arrivals", "iv", "turnover", 0.004, Double.POSITIVE_INFINITY);
    assertThat(claim.sentence(row))
        .isEqualTo(
            "More turnover is not shown to change arrivals: the estimate is +4.8 arrivals a year,"
                + " and the data rule out nothing.");
  }

  @Test
  void shouldClaimNothingWithoutAnInterval() {
    EstimateRow row = row("all", "arrivals", "iv", "turnover", 0.004, 0.001);
    assertThat(claim.sentence(without(row)))
        .isEqualTo(
            "How sure the answer is to what more turnover does to arrivals cannot be told from 81"
                + " clusters: the estimate is +4.8 arrivals a year, without an interval.");
  }

  @Test
  void shouldSayThatAWeakInstrumentTellsNoInterval() {
    EstimateRow row = row("all", "arrivals", "iv", "turnover", 0.004, 0.001);
    String weak = row.variance() + ", no test and no interval: first-stage F 1.6, and they take 10";
    assertThat(claim.sentence(without(row, weak)))
        .startsWith(
            "How sure the answer is to what more turnover does to arrivals cannot be told by")
        .contains(" by so weak an instrument: the estimate is +4.8 arrivals a year");
  }

  private static EstimateRow without(EstimateRow row) {
    return without(row, row.variance());
  }

  private static EstimateRow without(EstimateRow row, String variance) {
    return new EstimateRow(
        row.outcome(),
        row.sample(),
        row.estimator(),
        row.term(),
        row.per(),
        row.estimate(),
        row.stdError(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        row.observations(),
        row.clusters(),
        variance,
        row.design(),
        row.why(),
        row.strength());
  }

  @Test
  void shouldNotCallAnAssociationAnEffect() {
    assertThat(claim.sentence(row("all", "arrivals", "ols", "turnover", 0.004, 0.001)))
        .startsWith("More turnover goes together with a rise in arrivals")
        .doesNotContain("brings about");
  }

  @Test
  void shouldAnswerOnlyToItsOwnOutcomeAndEstimator() {
    assertThat(claim.isAbout(row("all", "arrivals", "iv", "turnover", 0, 1))).isTrue();
    assertThat(claim.isAbout(row("all", "arrivals", "ols", "turnover", 0, 1))).isFalse();
    assertThat(claim.isAbout(row("nursing", "arrivals", "iv", "turnover", 0, 1))).isFalse();
    assertThat(claim.isAbout(row("all", "arrivals", "iv", "vacancies", 0, 1))).isFalse();
    assertThat(claim.isAbout(row("all", "deaths", "iv", "turnover", 0, 1))).isFalse();
  }
}
