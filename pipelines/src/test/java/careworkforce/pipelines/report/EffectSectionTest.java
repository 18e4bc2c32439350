package careworkforce.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectSectionTest {
  private static final Effects EFFECTS =
      new Effects(
          List.of(
              Effect.of(row("iv", 0.0031, 0.0019, 0.0043, 41.2, "causal")),
              Effect.of(row("ols", 0.0004, 0.0002, 0.0006, null, "association")),
              Effect.of(row("reduced_form", 0.0046, 0.0028, 0.0064, null, "causal"))));

  private static Row row(
      String estimator,
      double at,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double f,
      String design) {
    return Rows.of(
        SocialcareOutcomeEffects.TABLE,
        "arrivals_per_resident_month",
        "home-months to 2020-02",
        estimator,
        "turnover",
        "10 percentage points",
        at,
        0.0006,
        low,
        high,
        0.001,
        17_000L,
        90L,
        "cluster",
        design,
        "a reason",
        "arrivals ~ turnover",
        "silver.care_homes v3",
        f,
        0.0823,
        "log_outside_wage",
        f,
        0.001,
        low,
        high,
        "interval");
  }

  private static String html(@Nullable Double truth) {
    return Rows.html(EffectSection.blocks(EFFECTS, truth));
  }

  @Test
  void shouldSayTheEstimateWithItsIntervalInWords() {
    assertThat(html(null))
        .contains(
            "change A&amp;E arrivals of its residents by 0.00310 a resident-month (95% interval 0.00190"
                + " to 0.00430), on a mean of 0.0823.");
  }

  @Test
  void shouldClaimNoMoreThanTheEstimateShows() {
    assertThat(sentence(row("iv", 0.0031, -0.0010, 0.0072, 41.2, "causal")))
        .contains(
            "are not shown to change A&amp;E arrivals of its residents: the estimate is 0.00310");
    assertThat(sentence(row("iv", 0.0031, 0.0019, 0.0043, 41.2, "association")))
        .contains("go together with A&amp;E arrivals of its residents that differ by 0.00310");
    assertThat(sentence(row("iv", 0.0031, null, null, 3.2, "association")))
        .contains("do not clearly go together with A&amp;E arrivals");
  }

  private static String sentence(Row iv) {
    Effect ols = Effect.of(row("ols", 0.0004, 0.0002, 0.0006, null, "association"));
    return Rows.html(EffectSection.blocks(new Effects(List.of(Effect.of(iv), ols)), null));
  }

  @Test
  void shouldSayOfWhichMonthsTheEstimateIs() {
    assertThat(html(null)).contains("weighted by resident-days; home-months to 2020-02.");
  }

  @Test
  void shouldSayWhetherTheIntervalHoldsTheTruth() {
    assertThat(html(0.00328)).contains("inside the interval", "planted truth 0.00328");
    assertThat(html(0.006)).contains("outside the interval");
  }

  @Test
  void shouldSayThatThereIsNoIntervalWhereAreasAreTooFew() {
    Effects few =
        new Effects(
            List.of(
                Effect.of(row("iv", 0.0031, null, null, 41.2, "causal")),
                Effect.of(row("ols", 0.0004, null, null, null, "association"))));
    assertThat(Rows.html(EffectSection.blocks(few, 0.00328)))
        .contains(
            "are not shown to change A&amp;E arrivals of its residents: the estimate is 0.00310 a"
                + " resident-month (no interval, areas are too few)",
            "no interval to hold it")
        .doesNotContain("NaN", "inside the interval", "outside the interval");
  }

  @Test
  void shouldClaimNoTruthWhereNoneWasPlanted() {
    assertThat(html(null)).doesNotContainIgnoringCase("planted");
  }

  @Test
  void shouldSetEveryEstimatorBesideWithItsDesign() {
    assertThat(html(null)).contains("2SLS", "OLS", "Reduced form", "association", "causal");
  }

  @Test
  void shouldSayThatTheSampleIsEmptyWhereAnEstimateIsMissing() {
    assertThatThrownBy(() -> new Effects(List.of()).by("iv"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its sample is empty");
  }
}
