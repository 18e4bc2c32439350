package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WideRowTest {
  private static final List<String> COLUMNS = List.of("a", "bflag", "c", "d", "e");

  @Test
  void shouldPutCellsInTheirColumnsWhateverOrderTheyAreGivenIn() {
    WideRow row = new WideRow(COLUMNS, '|', List.of("d", "a"), c -> c.endsWith("flag") ? "0" : "");
    StringBuilder line = new StringBuilder();
    row.expand("four|one", line);
    assertThat(line).hasToString("one|0||four|");
    assertThat(row.header()).isEqualTo("a|bflag|c|d|e\n");
  }

  @Test
  void shouldKeepEmptyCellsAtTheEnds() {
    WideRow row = new WideRow(COLUMNS, ',', List.of("a", "e"), c -> "");
    StringBuilder line = new StringBuilder();
    row.expand(",", line);
    assertThat(line).hasToString(",,,,");
  }

  @Test
  void shouldRefuseAColumnThatIsNotDelivered() {
    assertThatThrownBy(() -> new WideRow(COLUMNS, ',', List.of("z"), c -> ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column z");
  }
}
