package careworkforce.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.report.Block;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectSectionTest {
  private static final Effect IV =
      new Effect("iv", 0.0031, 0.0006, 0.0019, 0.0043, 17_000, 90, 41.2, "causal");
  private static final Effect OLS =
      new Effect("ols", 0.0004, 0.0001, 0.0002, 0.0006, 17_000, 90, Double.NaN, "association");

  private static String html(@Nullable Double truth) {
    return Arrays.stream(EffectSection.blocks(IV, OLS, truth))
        .map(Block::html)
        .collect(Collectors.joining());
  }

  @Test
  void shouldSayTheEstimateWithItsIntervalInWords() {
    assertThat(html(null))
        .contains("by 0.00310 a resident-month (95% interval 0.00190 to 0.00430).");
  }

  @Test
  void shouldSayWhetherTheIntervalHoldsTheTruth() {
    assertThat(html(0.00328)).contains("inside the interval", "planted truth 0.00328");
    assertThat(html(0.006)).contains("outside the interval");
  }

  @Test
  void shouldClaimNoTruthWhereNoneWasPlanted() {
    assertThat(html(null)).doesNotContainIgnoringCase("planted");
  }

  @Test
  void shouldSetOlsBesideWithItsDesign() {
    assertThat(html(null)).contains("association", "causal", "<td class=\"n\">–</td>");
  }
}
