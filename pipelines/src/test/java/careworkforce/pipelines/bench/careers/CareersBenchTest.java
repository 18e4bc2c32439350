package careworkforce.pipelines.bench.careers;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.Application;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** Under rules of moves, leaving and mass exits that are not the default. */
  private static final List<String> RULES =
      List.of(
          "careers.moves.held=2",
          "careers.moves.of=2",
          "careers.moves.no-return=9",
          "careers.leaving.gap=2",
          "careers.mass-exit.share=0.5",
          "careers.mass-exit.least-staff=1");

  @Test
  void shouldMakeAsManyRowsOfEveryTableAsDuckDbAndTimeOneMoreMonth() {
    StringWriter out = new StringWriter();
    CommandLine line = Application.commandLine().setOut(new PrintWriter(out, true));
    List<String> arguments =
        new ArrayList<>(List.of("bench", "careers", "--rows", "20000", "--months", "36", "--to"));
    arguments.add(folder.toString());
    RULES.forEach(rule -> arguments.addAll(List.of("--set", rule)));
    assertThat(line.execute(arguments.toArray(String[]::new))).isZero();
    String told = out.toString();
    SAME.forEach(
        (peer, table) ->
            assertThat(rows(told, "DuckDB  " + peer))
                .as(peer)
                .isEqualTo(rows(told, "Spark   " + table)));
    assertThat(rows(told, "DuckDB  moves")).isPositive();
    assertThat(rows(told, "DuckDB  mass_exits")).isPositive();
    assertThat(told).contains("Spark   one more month in ");
  }

  private static long rows(String told, String line) {
    Matcher found = Pattern.compile(Pattern.quote(line) + "\\s+([\\d,]+) rows").matcher(told);
    assertThat(found.find()).as(line).isTrue();
    return Long.parseLong(found.group(1).replace(",", ""));
  }
}
