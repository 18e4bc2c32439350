package careworkforce.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventPlotTest {
  private final EventPlot plot =
      new EventPlot(
          "Stores opening near",
          "log staff",
          "quarters since the opening",
          List.of(
              new EventPlot.Point(-1, 0, 0, 0),
              new EventPlot.Point(0, 0.01, -0.01, 0.03),
              new EventPlot.Point(1, 0.02, -0.02, 0.06)),
          3);

  @Test
  void shouldSpaceEventTimesEvenlyAndMarkTheEventBetweenMinusOneAndNought() {
    // Three times share 70 to 696: centres at 174.33, 383, 591.67; the event stands at 278.67.
    assertThat(plot.svg())
        .contains("cx=\"174.33\"")
        .contains("cx=\"383\"")
        .contains("cx=\"591.67\"")
        .containsPattern("class=\"truth\" x1=\"278.67\"");
  }

  @Test
  void shouldDrawAnOpenIntervalToTheEdgeAndNoneWhereThereIsNone() {
    EventPlot few =
        new EventPlot(
            "Stores opening near",
            "log staff",
            "quarters since the opening",
            List.of(
                new EventPlot.Point(0, 0.01, Double.NEGATIVE_INFINITY, 0.03),
                new EventPlot.Point(1, 0.02, Double.NaN, Double.NaN)),
            3);
    assertThat(few.svg()).doesNotContain("NaN", "∞").containsOnlyOnce("whisker s1");
    assertThat(few.table().html()).contains("−∞", "–");
  }

  @Test
  void shouldTellItsNumbers() {
    assertThat(plot.table().html()).contains("\u22121").contains("0.020").contains("0.060");
  }
}
