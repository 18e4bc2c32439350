package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.estimate.data.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes and regressors of words, on eight rows. */
class WordOutcomeTest {
  private static final Frame EIGHT =
      Frame.empty()
          .with("x", 1, 2, 3, 4, 5, 6, 7, 8)
          .with("y", 3, 1, 4, 1, 5, 9, 2, 6)
          .with("work", "out", "in", "out", "in", "in", "out", "in", "in")
          .with("rating", "good", "bad", "good", "fair", "bad", "good", "fair", "bad")
          .with("only", "k", "k", "k", "k", "k", "k", "k", "k")
          .with("comma", "0,5", "1,2", "3,1", "0,7", "1,25", "2,5", "9,1", "1")
          .with("spoilt", "0.5", "1.2", "N/A", "0.7", "1.25", "2.5", "-", "1")
          .with("pair", 1, 1, 2, 2, 3, 3, 4, 4)
          .with("band", "2", "3", "8a", "2", "3", "8a", "4", "4");

  @ParameterizedTest
  @CsvSource({"gaussian, work ~ x", "logit, work ~ x", "clogit, work ~ x | pair"})
  void shouldSayWhichWordIsOne(String family, String formula) {
    Fit fit = Estimate.of(Family.named(family), formula, EIGHT).fit();
    String note = "Outcome work is 1 where it is 'out' and 0 where it is 'in'.";
    assertThat(fit.notes()).contains(note);
    assertThat(fit.toString()).contains("Note: " + note);
    Estimate estimate = Estimate.of(Family.named(family), formula, EIGHT);
    assertThat(estimate.fitAll().get(0).notes()).isEqualTo(fit.notes());
    assertThat(estimate.fitUnder(estimate.options().variance()).get(0).notes())
        .isEqualTo(fit.notes());
    assertThat(Estimate.ols("y ~ x", EIGHT).fit().notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rating; it holds 3 words: [bad, fair, good]",
        "only; it holds 1 word: [k]",
        "comma; of its 8 words '0,5' is no number",
        "spoilt; of its 8 words '-' is no number"
      })
  void shouldRefuseWordsOtherThanTwo(String outcome, String why) {
    assertThatThrownBy(() -> Estimate.ols(outcome + " ~ x", EIGHT).fit())
        .hasMessage(
            "Cannot use '" + outcome + "' as an outcome: " + why + ". Give one number a row.");
  }

  /** What makes words of a measure is a word or two, of which dummies would tell nothing. */
  @Test
  void shouldNameTheWordThatMakesWordsOfNumbers() {
    assertThatThrownBy(() -> Estimate.ols("y ~ spoilt", EIGHT).fit())
        .hasMessage(
            "Cannot use column 'spoilt' as a number: of its 8 words '-' is no number. Mend the"
                + " column, or use it as an effect, a cluster or i(spoilt).");
    assertThatThrownBy(() -> Estimate.ols("y ~ comma:x", EIGHT).fit())
        .hasMessageContaining("of its 8 words '0,5' is no number");
    assertThatThrownBy(() -> Estimate.ols("y ~ log(spoilt)", EIGHT).fit())
        .hasMessageContaining("of its 8 words '-' is no number");
    assertThat(Estimate.ols("y ~ band", EIGHT).fit().coefficients()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "gaussian, y ~ x + only, (Intercept)",
    "poisson, y ~ x + i(only), (Intercept)",
    "gaussian, y ~ x + only | rating, rating",
    "gaussian, y ~ 0 + x + rating + only, ratingbad"
  })
  void shouldListAFactorOfOneLevelAsDropped(String family, String formula, String with) {
    Fit fit = Estimate.of(Family.named(family), formula, EIGHT).fit();
    assertThat(fit.sample().collinear())
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.name()).startsWith("only").endsWith("k");
              assertThat(dropped.with()).contains(with);
            });
    Fit without =
        Estimate.of(
                Family.named(family),
                formula.replace(" + i(only)", "").replace(" + only", ""),
                EIGHT)
            .fit();
    assertThat(fit.coefficients()).isEqualTo(without.coefficients());
  }
}
