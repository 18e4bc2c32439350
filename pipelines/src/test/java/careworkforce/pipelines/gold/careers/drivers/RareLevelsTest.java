package careworkforce.pipelines.gold.careers.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.data.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class RareLevelsTest {
  private static final Column.Codes TENURE =
      new Column.Codes(new int[] {0, 1, 2, 2}, List.of("short", "middle", "unknown"));

  /** Events: 5 in short, 9 in middle, 4 in unknown. */
  private static final double[] HAPPENS = {1, 1, 1, 0};

  private static final double[] COUNTS = {5, 9, 4, 100};

  @Test
  void shouldPutALevelWithFewerThanFiveEventsToTheReference() {
    Column.Codes merged = RareLevels.of(TENURE, HAPPENS, COUNTS).merged("middle").codes();
    assertThat(merged.levels()).containsExactly("short", "middle");
    assertThat(merged.values()).containsExactly(0, 1, 1, 1);
  }

  @Test
  void shouldPutItToTheFirstLevelWhereTheReferenceIsNotThere() {
    assertThat(RareLevels.of(TENURE, HAPPENS, COUNTS).merged("long").codes().values())
        .containsExactly(0, 1, 0, 0);
  }

  @Test
  void shouldTellWhetherTheEventHappensOftenInEveryLevel() {
    assertThat(RareLevels.of(TENURE, HAPPENS, COUNTS).allFrequent()).isFalse();
    assertThat(RareLevels.of(TENURE, HAPPENS, new double[] {5, 9, 5, 0}).allFrequent()).isTrue();
  }
}
