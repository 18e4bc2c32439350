package careworkforce.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void shouldPutTicksAtRoundNumbersAroundTheValues() {
    Axis axis = Axis.around(0.0019, 0.0043, 0, 100, 5);
    assertThat(axis.ticks().stream().map(axis::label))
        .containsExactly("0.0015", "0.0020", "0.0025", "0.0030", "0.0035", "0.0040", "0.0045");
  }

  @Test
  void shouldCrossZeroWithAMinusSign() {
    Axis axis = Axis.around(-1.2, 2, 0, 100, 3);
    assertThat(axis.ticks().stream().map(axis::label)).containsExactly("−2", "0", "2");
  }

  @Test
  void shouldMapItsEndsToThePixelsGiven() {
    Axis up = Axis.around(0, 10, 300, 20, 5);
    assertThat(up.at(0)).isEqualTo(300);
    assertThat(up.at(10)).isCloseTo(20, Assertions.within(1e-9));
  }

  @Test
  void shouldStandWithOneValueOnly() {
    Axis flat = Axis.around(0, 0, 0, 100, 5);
    assertThat(flat.ticks()).isNotEmpty();
    assertThat(flat.at(0)).isFinite();
  }
}
