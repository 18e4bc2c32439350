package careworkforce.common.estimate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code --collapse}: the same estimate from distinct rows, and said so. */
class EstimateCollapseTest {
  @TempDir private static Path folder;
  private String months = "";

  /** Twenty thousand person-months of 2 contracts and 10 months of tenure. */
  @BeforeEach
  void write() {
    months = folder.resolve("months").toString();
    Sparks.session()
        .range(20_000)
        .selectExpr(
            "CAST(id % 2 AS INT) AS permanent",
            "CAST(id % 10 AS INT) AS tenure",
            "CAST(pmod(xxhash64(id), 17 + 6 * (id % 2)) = 0 AS INT) AS left",
            "IF(id >= 15000 AND pmod(xxhash64(id), 3) = 0, 'gone', 'there') AS fate")
        .write()
        .mode("overwrite")
        .parquet(months);
  }

  private String estimate(String... more) {
    return estimateOf("left", more);
  }

  private String estimateOf(String outcome, String... more) {
    StringWriter out = new StringWriter();
    String[] all = {
      "--data", months, "--formula", outcome + " ~ permanent + tenure", "--family", "cloglog"
    };
    CommandLine command =
        new CommandLine(new EstimateCommand())
            .setOut(new PrintWriter(out))
            .setExecutionExceptionHandler(
                (e, line, parsed) -> {
                  out.write(e.getMessage());
                  return 1;
                });
    command.execute(
        java.util.stream.Stream.of(all, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
    return out.toString();
  }

  @Test
  void shouldSayThatItFittedDistinctRows() {
    String line = "Note: Collapsed from 20,000 rows to 10 cells.";
    String collapsed = estimate();
    assertThat(collapsed).contains(line).contains("Rows: 20,000 of 20,000");
    String never = estimate("--collapse", "never");
    assertThat(never).doesNotContain("Collapsed");
    assertThat(collapsed.replace(line + "\n", "")).isEqualTo(never);
  }

  /** A part of the rows may lack one of the words, and would take the other for 1. */
  @Test
  void shouldTakeTheSameWordForOneInAllParts() {
    String never = estimateOf("fate", "--collapse", "never");
    assertThat(never).contains("Outcome fate is 1 where it is 'there' and 0 where it is 'gone'.");
    assertThat(estimateOf("fate")).isEqualTo(never);
  }

  @Test
  void shouldRefuseToCollapseWhatNeedsRows() {
    assertThat(estimate("--collapse", "always", "--vcov", "hc3"))
        .contains("Cannot collapse the rows of 'left ~ permanent + tenure'");
    assertThat(estimate("--collapse", "sometimes"))
        .contains("Cannot collapse rows 'sometimes'")
        .contains("[auto, always, never]");
  }
}
