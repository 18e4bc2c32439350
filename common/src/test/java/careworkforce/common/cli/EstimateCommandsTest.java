package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateCommandsTest {
  @TempDir static Path folder;
  private static String lake = "";

  @BeforeAll
  static void writeVisits() {
    lake = Terminal.lake(folder.resolve("lake"));
  }

  @Test
  void shouldTakeTheAnswerToAQueryAsData() {
    Terminal answer =
        Terminal.type(
            "estimate",
            "--lake",
            lake,
            "--query",
            "SELECT x, 1 + 2 * x AS y FROM (SELECT explode(sequence(1, minutes)) AS x"
                + " FROM silver.visits)",
            "--formula",
            "y ~ x",
            "--format",
            "csv");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("x,2");
  }

  @Test
  void shouldReadNothingOfTheMachineThroughAVariableOfTheQuery() {
    String kept = "'${env:PATH}' = concat('$', '{env:PATH}')";
    Terminal answer =
        Terminal.type(
            "estimate",
            "--lake",
            lake,
            "--query",
            "SELECT x, IF("
                + kept
                + ", 3 * x, -x) AS y"
                + " FROM (SELECT explode(sequence(1, minutes)) AS x FROM silver.visits)",
            "--formula",
            "y ~ x",
            "--format",
            "csv",
            "--set",
            "spark.sql.variable.substitute=true");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("x,3");
  }

  /** The visits are, and so is what is estimated on them or on a file that says so. */
  @Test
  void shouldSayThatAnEstimateOnSyntheticRowsIsNoFinding() throws IOException {
    String says = "Synthetic data: no number here is a finding.";
    String query =
        "SELECT x, x % 7 AS y FROM (SELECT explode(sequence(1, minutes)) AS x FROM silver.visits)";
    Path csv = folder.resolve("effect.csv");
    Path beside = folder.resolve("effect.csv.SYNTHETIC.txt");
    estimate(query, "csv", csv);
    assertThat(csv).content().startsWith("model,outcome,term").doesNotContain(says);
    assertThat(beside).hasContent(says);

    Path line = Files.writeString(folder.resolve("rows.csv"), "y,x\n1,0\n3,1\n6,2\n");
    Path note = Files.writeString(folder.resolve("rows.csv.SYNTHETIC.txt"), says);
    for (String format : new String[] {"json", "latex", "html", "text"}) {
      Path to = folder.resolve("effect." + format);
      estimate("" + line, format, to);
      assertThat(to).content().as(format).contains(says);
      assertThat(folder.resolve("effect." + format + ".SYNTHETIC.txt")).doesNotExist();
    }

    Files.delete(note);
    estimate("" + line, "csv", csv);
    assertThat(beside).doesNotExist();
  }

  /** A table of another place than the lake tells it by its log. */
  @Test
  void shouldSayThatAnEstimateOnASyntheticFolderIsNoFinding() {
    Path rows = folder.resolve("elsewhere");
    Sparks.session()
        .sql(
            "CREATE TABLE delta.`%s` USING delta TBLPROPERTIES ('careworkforce.synthetic' = 'true')"
                    .formatted(rows)
                + " AS SELECT CAST(id AS INT) AS x, CAST(id * id AS INT) AS y FROM range(9)");
    estimate("" + rows, "csv", folder.resolve("other.csv"));
    assertThat(folder.resolve("other.csv.SYNTHETIC.txt"))
        .hasContent("Synthetic data: no number here is a finding.");
  }

  private static void estimate(String data, String format, Path to) {
    Terminal answer =
        Terminal.type(
            "estimate",
            "--lake",
            lake,
            "--data",
            data,
            "--formula",
            "y ~ x",
            "--format",
            format,
            "--to",
            to.toString());
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  @Test
  void shouldSayWhichTableThereIsNot() {
    Terminal answer =
        Terminal.type("estimate", "--lake", lake, "--data", "silver.visit", "--formula", "y ~ x");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("Did you mean silver.visits?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT minutes / 0 AS y, minutes AS x FROM silver.visits",
        "SELECT CAST(person_id AS INT) AS y, minutes AS x FROM silver.visits",
        "SELECT hours AS y, minutes AS x FROM silver.visits"
      })
  void shouldTakeAnErrorOfTheQueryForItsMistakeWheneverItShows(String query) {
    Terminal answer =
        Terminal.type("estimate", "--lake", lake, "--data", query, "--formula", "y ~ x");
    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err())
        .startsWith("Cannot run the query:")
        .contains("'describe TABLE' shows the columns of [silver.visits]");
  }

  @Test
  void shouldRefuseAQueryThatWrites() {
    Terminal answer =
        Terminal.type(
            "estimate",
            "--lake",
            lake,
            "--data",
            "WITH v AS (SELECT 1 AS a) INSERT INTO silver.visits SELECT * FROM v",
            "--formula",
            "y ~ x");
    assertThat(answer.exit()).isNotZero();
    assertThat(answer.err()).contains("Cannot");
  }

  @Test
  void shouldSayThatTheDiskIsFullWhereTheEstimateHasNoRoom() throws IOException {
    Path file = folder.resolve("line.csv");
    Files.writeString(file, "y,x\n1,0\n3,1\n6,2\n");
    Terminal answer =
        Terminal.type("estimate", "--data", "" + file, "--formula", "y ~ x", "--to", "/dev/full");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).contains("Cannot write /dev/full: the disk of");
  }

  @Test
  void shouldEstimateFromAFileWithoutALake() throws IOException {
    Path file = folder.resolve("counts.csv");
    Files.writeString(file, "y,x,t\n1,0,1\n3,0,1\n4,1,2\n8,1,2\n");
    Terminal answer =
        Terminal.type(
            "estimate",
            "--data",
            "" + file,
            "--formula",
            "y ~ x",
            "--family",
            "poisson",
            "--vcov",
            "hetero");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("PPML").contains("1.0986");
  }

  @Test
  void shouldTimeADesign() {
    Terminal answer =
        Terminal.type(
            "bench", "estimate", "--rows", "2000", "--repeats", "1", "--family", "poisson");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("largest group mean left").contains("fixest");
  }

  @Test
  void shouldShowExamples() {
    assertThat(Terminal.help("estimate")).contains("careworkforce estimate --data panel.csv");
    assertThat(Terminal.type("bench", "estimate", "--help").out())
        .contains("--design nhs --family poisson");
  }
}
