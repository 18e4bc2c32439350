package careworkforce.pipelines.gold.careers.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RareLevelsTest {
  private static final RareLevels TENURE = levels(Map.of("short", 5L, "middle", 9L, "unknown", 4L));

  private static RareLevels levels(Map<String, Long> events) {
    return new RareLevels(new TreeMap<>(events));
  }

  @Test
  void shouldPutALevelWithFewerThanFiveEventsToTheReference() {
    MergedLevels merged = TENURE.merged("short");
    assertThat(merged.reference()).isEqualTo("short");
    assertThat(merged.kept()).containsExactly("middle", "short");
  }

  @Test
  void shouldKeepTheReferenceHoweverRare() {
    assertThat(TENURE.merged("unknown").kept()).containsExactly("middle", "short", "unknown");
  }

  @Test
  void shouldPutItToTheFirstLevelWhereTheReferenceIsNotThere() {
    assertThat(TENURE.merged("long").reference()).isEqualTo("middle");
  }

  @Test
  void shouldTellWhetherTheEventHappensOftenInEveryLevel() {
    assertThat(TENURE.allFrequent()).isFalse();
    assertThat(levels(Map.of("0", 5L, "1", 9L)).allFrequent()).isTrue();
    assertThat(levels(Map.of("0", 5L)).allFrequent()).isFalse();
  }
}
