package careworkforce.pipelines.bench.careers;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.Application;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("slow")
class CareersBenchTest {
  private static final Map<String, String> SAME =
      Map.of(
          "person_descriptions", "silver.esr_person_descriptions",
          "persons", "silver.esr_persons",
          "person_conflicts", "silver.esr_person_conflicts",
          "person_months", "silver.esr_person_months",
          "spells", "silver.esr_spells",
          "mass_exits", "silver.mass_exits",
          "moves", "silver.occupation_moves",
          "matrix", "gold.careers_transition_matrix");

  @TempDir Path folder;

  @Test
  void shouldMakeAsManyRowsOfEveryTableAsDuckDbAndTimeOneMoreMonth() {
    StringWriter out = new StringWriter();
    CommandLine line = Application.commandLine().setOut(new PrintWriter(out, true));
    assertThat(
            line.execute(
                "bench", "careers", "--rows", "20000", "--months", "36", "--to", folder.toString()))
        .isZero();
    String told = out.toString();
    SAME.forEach(
        (peer, table) ->
            assertThat(rows(told, "DuckDB  " + peer))
                .as(peer)
                .isEqualTo(rows(told, "Spark   " + table)));
    assertThat(rows(told, "DuckDB  moves")).isPositive();
    assertThat(told).contains("Spark   one more month in ");
  }

  private static long rows(String told, String line) {
    Matcher found = Pattern.compile(Pattern.quote(line) + "\\s+([\\d,]+) rows").matcher(told);
    assertThat(found.find()).as(line).isTrue();
    return Long.parseLong(found.group(1).replace(",", ""));
  }
}
