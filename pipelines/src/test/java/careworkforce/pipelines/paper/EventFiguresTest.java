package careworkforce.pipelines.paper;

import static careworkforce.pipelines.paper.PaperRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventFiguresTest {
  @Test
  void shouldDrawAPathOfEachOutcomeByEventTimeInOrder() {
    var figures =
        EventFigures.of(
            "Openings",
            List.of(
                row("all", "log_staff", "stacked", "event 0", 0.01, 0.001),
                row("all", "log_staff", "stacked", "event -2", 0.02, 0.001),
                row("all", "log_staff", "stacked", "event 1", 0.03, 0.001),
                row("all", "log_staff", "stacked", "overall", 0.02, 0.001),
                row("all", "turnover", "stacked", "event 0", 0.01, 0.001)));
    assertThat(figures).hasSize(1);
    assertThat(figures.get(0).html())
        .contains("Openings: log staff, all")
        .contains("event time")
        .containsSubsequence("\u22122", "0.0200", "0.0100", "0.0300");
  }

  @Test
  void shouldReadMonthsSinceAMoveAsEventTimes() {
    var figures =
        EventFigures.of(
            "Moves",
            List.of(
                row("all", "fte", "matched", "k=+12", 0.01, 0.001),
                row("all", "fte", "matched", "k=-03", 0.02, 0.001),
                row("all", "fte", "matched", "k=+00", 0.03, 0.001)));
    assertThat(figures).hasSize(1);
    assertThat(figures.get(0).html())
        .contains("Moves: fte, all")
        .containsSubsequence("\u22123", "0.0200", "0.0300", "12", "0.0100");
  }

  @Test
  void shouldDrawNothingWithoutEventTimes() {
    assertThat(EventFigures.of("Main", List.of(row("all", "a", "iv", "turnover", 1, 1)))).isEmpty();
  }
}
