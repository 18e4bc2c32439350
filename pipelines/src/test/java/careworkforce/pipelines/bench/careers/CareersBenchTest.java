package careworkforce.pipelines.bench.careers;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.Application;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("slow")
class CareersBenchTest {
  @TempDir Path folder;

  @Test
  void shouldMakeAsManyPersonMonthsAndMovesAsDuckDbAndTimeOneMoreMonth() {
    StringWriter out = new StringWriter();
    CommandLine line = Application.commandLine().setOut(new PrintWriter(out, true));
    assertThat(
            line.execute(
                "bench", "careers", "--rows", "20000", "--months", "36", "--to", folder.toString()))
        .isZero();
    String told = out.toString();
    assertThat(rows(told, "DuckDB  person_months")).isPositive();
    assertThat(rows(told, "DuckDB  person_months"))
        .isEqualTo(rows(told, "Spark   silver.esr_person_months"));
    assertThat(rows(told, "DuckDB  moves")).isPositive();
    assertThat(rows(told, "DuckDB  moves"))
        .isEqualTo(rows(told, "Spark   silver.occupation_moves"));
    assertThat(told).contains("Spark   one more month in ");
  }

  private static long rows(String told, String line) {
    Matcher found = Pattern.compile(Pattern.quote(line) + "\\s+([\\d,]+) rows").matcher(told);
    assertThat(found.find()).as(line).isTrue();
    return Long.parseLong(found.group(1).replace(",", ""));
  }
}
