package careworkforce.common.estimate.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hazards by cause of twelve intervals, in which names of causes look alike. */
class CompetingRisksTest {
  private static final String[] ENDS = {
    "quit job", "quit-job", "stay", "stay", "quit job", "stay",
    "quit-job", "stay", "quit job", "stay", "quit-job", "stay"
  };
  private static final Frame TWELVE =
      Frame.empty()
          .with("x", 0, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1)
          .with("c_quit_job", 5, 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5)
          .with("c", ENDS)
          .with("odd ~ name", ENDS);

  private static Map<String, Fit> fits(String formula) {
    return CompetingRisks.fit(new Logit(), formula, TWELVE, "stay", e -> e);
  }

  @Test
  void shouldNameOutcomesApartFromOneAnotherAndFromColumns() {
    Map<String, Fit> fits = fits("c ~ x + c_quit_job");
    assertThat(fits.keySet()).containsExactly("quit job", "quit-job");
    assertThat(fits.values())
        .extracting(Fit::outcome)
        .containsExactly("c_quit_job_2", "c_quit_job_3");
    Frame plain = TWELVE.with("event", 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
    Fit expected = Estimate.of(new Logit(), "event ~ x + c_quit_job", plain).fit();
    assertThat(fits.get("quit job").coefficients()).isEqualTo(expected.coefficients());
  }

  @Test
  void shouldFindCausesBetweenBackQuotes() {
    assertThat(fits("`c` ~ x").get("quit-job").coefficients())
        .isEqualTo(fits("c ~ x").get("quit-job").coefficients());
    assertThat(fits("`odd ~ name` ~ x").values())
        .extracting(Fit::outcome)
        .containsExactly("odd ~ name_quit_job", "odd ~ name_quit_job_2");
  }

  @Test
  void shouldRefuseAValueThatTheOutcomeDoesNotHave() {
    assertThatThrownBy(() -> CompetingRisks.fit(new Logit(), "c ~ x", TWELVE, "Stay", e -> e))
        .hasMessage(
            "Cannot fit hazards by cause: column 'c' nowhere holds 'Stay', but"
                + " [quit job, quit-job, stay]. Say which of these means that nothing happened.");
  }

  @ParameterizedTest
  @CsvSource({"gaussian", "poisson"})
  void shouldRefuseFamiliesOfOtherThanBinaryOutcomes(String family) {
    assertThatThrownBy(
            () -> CompetingRisks.fit(Family.named(family), "c ~ x", TWELVE, "stay", e -> e))
        .hasMessage(
            "Cannot fit hazards by cause: a cause happens or not, which family "
                + family
                + " is not for. Give logit, probit, cloglog or clogit.");
  }

  @ParameterizedTest
  @CsvSource({"log(x) ~ c_quit_job", "'c(c, x) ~ c_quit_job'"})
  void shouldRefuseAnythingButOneColumnOfCauses(String formula) {
    assertThatThrownBy(() -> fits(formula))
        .hasMessageContaining("its left side is not one column")
        .hasMessageEndingWith("Give causes ~ regressors.");
  }
}
