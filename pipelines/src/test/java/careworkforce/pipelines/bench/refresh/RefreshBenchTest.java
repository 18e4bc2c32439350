package careworkforce.pipelines.bench.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.Application;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("slow")
class RefreshBenchTest {
  @TempDir Path folder;

  @Test
  void shouldTimeAMonthOnAHistoryAndOnHalfOfItAndANightWithNothingNew() {
    StringWriter out = new StringWriter();
    CommandLine line = Application.commandLine().setOut(new PrintWriter(out, true));
    assertThat(
            line.execute(
                "bench",
                "refresh",
                "+silver.esr_person_months",
                "--scale",
                "0.0005",
                "--months",
                "8",
                "--to",
                folder.toString()))
        .isZero();
    assertThat(out.toString())
        .contains("4 months of history taken in", "8 months of history taken in")
        .containsPattern("\\d files of 2019-12 arrive")
        .containsPattern("silver.esr_person_months +1 month ")
        .containsPattern("bronze.esr_assignments +taken in ")
        .containsPattern("(?m)^  8 months +[\\d.]+ s +[\\d.]+ s +[\\d.]+ s +\\d+ MB +\\d+ MB$")
        .contains("A month on twice the history takes");
  }
}
