package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever reads while a refresh is under way, or after one that was cut off. It wrote version 2 of
 * the visits, of two rows; before it stood version 1, of one person for five minutes.
 */
class UnfinishedNightTest {
  private static final String MOVED = "read as they stood before it: silver.visits";
  @TempDir Path folder;
  private String lake = "";
  private Path note = Path.of("");

  @BeforeEach
  void beginANight() throws IOException {
    lake = Terminal.lake(folder.resolve("lake"));
    note = folder.resolve("lake/unfinished/refresh.json");
    Files.createDirectories(note.getParent());
    note(1);
  }

  private void note(long version) throws IOException {
    Files.writeString(
        note,
        "{\"takingBack\":false,\"versions\":{\"silver.visits\":%d},\"runs\":{},\"passed\":[]}"
            .formatted(version));
  }

  private Terminal sql() {
    String query = "SELECT person_id, minutes FROM silver.visits ORDER BY 1";
    return Terminal.type("sql", query, "--format", "csv", "--lake", lake);
  }

  @Test
  void shouldAnswerAQueryAsBeforeIt() throws IOException {
    assertThat(sql().out()).isEqualTo("person_id,minutes\na,5\n");
    assertThat(sql().err()).contains(MOVED);
    Files.delete(note);
    assertThat(sql().out()).isEqualTo("person_id,minutes\na,90\nb,\n");
    assertThat(sql().err()).isEmpty();
  }

  @Test
  void shouldExportATableAsBeforeIt() throws IOException {
    Path to = folder.resolve("export");
    Terminal answer =
        Terminal.type(
            "export-table", "silver.visits", "--format", "csv", "--to", "" + to, "--lake", lake);
    assertThat(answer.err()).contains(MOVED);
    assertThat(to.resolve("silver.visits.csv")).content().contains("a,5,").doesNotContain("90");
  }

  @Test
  void shouldEstimateFromTheRowsOfBeforeIt() {
    Terminal answer =
        Terminal.type(
            "estimate",
            "--lake",
            lake,
            "--query",
            "SELECT x, 1 + 2 * x AS y FROM (SELECT explode(sequence(1, minutes)) AS x"
                + " FROM silver.visits)",
            "--formula",
            "y ~ x");
    assertThat(answer.out()).contains("5").doesNotContain("90");
  }

  @Test
  void shouldTakeAFolderOfTheLakeForItsTable() {
    String visits = folder.resolve("lake/silver/visits").toString();
    Terminal answer =
        Terminal.type("estimate", "--lake", lake, "--data", visits, "--formula", "minutes ~ 1");
    assertThat(answer.err()).contains("'minutes': it is 5.0 in all 1 rows");
  }

  @Test
  void shouldCountTheRowsThatItChecks() {
    assertThat(Terminal.type("check", "silver.visits", "--lake", lake).out())
        .containsPattern("silver\\.visits +1 ");
  }

  /** Of a first night nothing stands yet. */
  @Test
  void shouldHaveNoTableThatWasNotThereBeforeIt() throws IOException {
    note(-1);
    Terminal answer = sql();
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).contains(MOVED).contains("there is no such table");
  }
}
