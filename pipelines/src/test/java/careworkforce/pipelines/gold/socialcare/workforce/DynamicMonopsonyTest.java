package careworkforce.pipelines.gold.socialcare.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DynamicMonopsonyTest {

  @Test
  void shouldTakeMovesWithinTheSectorOut() {
    // -1 = 0.5 · -0.5 + 0.5 · e_out
    DynamicMonopsony homes = new DynamicMonopsony(-1, -0.5, 0.5);
    assertThat(homes.outside()).isCloseTo(-1.5, within(1e-12));
    assertThat(homes.employment()).isCloseTo(3, within(1e-12));
  }

  @Test
  void shouldGiveThePublishedTwoPercentWhereAllSeparationsAnswerAlike() {
    DynamicMonopsony homes = new DynamicMonopsony(-1, -1, 0.6);
    assertThat(homes.outside()).isCloseTo(-1, within(1e-12));
    assertThat(homes.employment()).isCloseTo(2, within(1e-12));
  }

  @Test
  void shouldGiveMoreThanTheSeparationElasticityTellsIfOnlyExitsAnswer() {
    assertThat(new DynamicMonopsony(-1, 0, 0.6).employment()).isCloseTo(5, within(1e-12));
  }
}
