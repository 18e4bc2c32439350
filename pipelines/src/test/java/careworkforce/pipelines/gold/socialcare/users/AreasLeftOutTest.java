package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreasLeftOutTest {
  private static final String ARRIVALS = CareOutcome.ARRIVALS.label();

  @Test
  void shouldTellTheHeadlineWithoutEachAreaAndTheExtremesFirst() {
    Frame sample = DrawnCare.frame(0.05);
    List<Finding> told =
        AreasLeftOut.of(CareModel.HEADLINE, sample).stream().map(CareEffect::finding).toList();
    List<Finding> areas = told.subList(2, told.size());
    List<String> codes = sample.column(CarePanel.TTWA).codes().levels().stream().sorted().toList();
    assertThat(areas)
        .extracting(f -> f.question().sample())
        .containsExactlyElementsOf(codes.stream().map(code -> "without area " + code).toList());
    assertThat(areas).extracting(Finding::effect).contains(told.get(0).effect());
    double[] effects = areas.stream().mapToDouble(f -> f.effect().estimate()).toArray();
    assertThat(told.get(0).question().sample()).startsWith("lowest: without area ");
    assertThat(told.get(0).effect().estimate())
        .isEqualTo(java.util.Arrays.stream(effects).min().orElseThrow());
    assertThat(told.get(1).question().sample()).startsWith("highest: without area ");
    assertThat(told.get(1).effect().estimate())
        .isEqualTo(java.util.Arrays.stream(effects).max().orElseThrow());
  }

  @Test
  void shouldLeaveOutTheHomesOfTheArea() {
    Frame sample = DrawnCare.frame(0.05);
    List<String> areas = sample.column(CarePanel.TTWA).codes().levels();
    int[] codes = sample.column(CarePanel.TTWA).codes().values();
    Frame rest =
        sample.take(
            IntStream.range(0, sample.rows())
                .filter(i -> !areas.get(codes[i]).equals(areas.get(3)))
                .toArray());
    double expected =
        new CareVariant("", CareModel.HEADLINE, rest).iv(ARRIVALS).finding().effect().estimate();
    Finding without =
        AreasLeftOut.of(CareModel.HEADLINE, sample).stream()
            .map(CareEffect::finding)
            .filter(f -> f.question().sample().equals("without area " + areas.get(3)))
            .findFirst()
            .orElseThrow();
    assertThat(without.effect().estimate()).isCloseTo(expected, within(1e-12));
  }

  /** Area 3 has one home-month of each home, which the homes' own effects take whole. */
  @Test
  void shouldNotRepeatTheHeadlineWithoutAnAreaThatItDoesNotRestOn() {
    Frame sample =
        DrawnCare.frame(0.05)
            .where(i -> i / DrawnCare.MONTHS / 2 != 3 || i % DrawnCare.MONTHS == 0);
    assertThat(AreasLeftOut.of(CareModel.HEADLINE, sample))
        .extracting(e -> e.finding().question().sample())
        .contains("without area T2")
        .doesNotContain("without area T3");
  }
}
