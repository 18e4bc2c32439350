package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommandTest {
  private static final String SUBSTITUTES = "spark.sql.variable.substitute";

  @TempDir static Path folder;
  private static String lake = "";

  @BeforeAll
  static void writeTwoVersions() {
    lake = Terminal.lake(folder.resolve("lake"));
  }

  private static Terminal sql(String query, String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "sql";
    words[1] = query;
    words[2] = "--lake";
    words[3] = lake;
    System.arraycopy(more, 0, words, 4, more.length);
    return Terminal.type(words);
  }

  @Test
  void shouldPrintColumnsForATerminal() {
    assertThat(sql("SELECT person_id, minutes FROM silver.visits ORDER BY 1").out())
        .isEqualTo(
            "person_id  minutes\n---------  -------\na               90\nb             NULL\n");
  }

  @Test
  void shouldPrintCsvWithQuotesWhereNeeded() {
    assertThat(
            sql(
                    "SELECT person_id, 'say \"a, b\"' AS said, minutes FROM silver.visits ORDER BY 1",
                    "--format",
                    "csv")
                .out())
        .isEqualTo("person_id,said,minutes\na,\"say \"\"a, b\"\"\",90\nb,\"say \"\"a, b\"\"\",\n");
  }

  @Test
  void shouldPrintAJsonArrayToAFile() throws IOException {
    Path file = folder.resolve("answer.json");
    sql(
        "SELECT person_id, minutes FROM silver.visits ORDER BY person_id",
        "--format",
        "json",
        "--to",
        "" + file);
    assertThat(file)
        .hasContent(
            """
            [
            {"person_id":"a","minutes":90},
            {"person_id":"b","minutes":null}
            ]
            """);
    assertThat(
            sql("SELECT minutes FROM silver.visits WHERE minutes > 100", "--format", "json").out())
        .isEqualTo("[]\n");
  }

  @Test
  void shouldSayThatTheDiskIsFullWhereTheAnswerHasNoRoom() {
    Terminal answer = sql("SELECT minutes FROM silver.visits", "--to", "/dev/full");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).contains("Cannot write /dev/full: the disk of");
  }

  @Test
  void shouldTellOfADamagedDataFile() throws IOException {
    String other = Terminal.lake(folder.resolve("damaged"));
    try (Stream<Path> files = Files.walk(Path.of(other))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.writeString(file, "PAR1 and nothing after");
      }
    }

    String query = "SELECT minutes FROM silver.visits";
    Path file = folder.resolve("none.csv");
    for (Terminal answer :
        List.of(
            Terminal.type("sql", query, "--lake", other),
            Terminal.type("sql", query, "--lake", other, "--to", "" + file))) {
      assertThat(answer.exit()).isEqualTo(3);
      assertThat(answer.err())
          .startsWith("Cannot run the query: the data file ")
          .contains(
              ".parquet is damaged or gone. If a past version was asked for",
              "If not, restore it from a copy");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldReadAnEarlierVersion() {
    assertThat(sql("SELECT minutes FROM silver.visits VERSION AS OF 1", "--format", "csv").out())
        .isEqualTo("minutes\n5\n");
  }

  @Test
  void shouldAnswerWithJoinsSubqueriesAndNamedParts() {
    assertThat(
            sql(
                    "WITH long AS (SELECT person_id FROM silver.visits WHERE minutes > 60)"
                        + " SELECT count(*) AS n FROM silver.visits v LEFT JOIN long l"
                        + " ON l.person_id = v.person_id"
                        + " WHERE v.person_id IN (SELECT person_id FROM long)",
                    "--format",
                    "csv")
                .out())
        .isEqualTo("n\n1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE silver.visits",
        "DELETE FROM silver.visits",
        "INSERT INTO silver.visits SELECT * FROM silver.visits",
        "CREATE TABLE x AS SELECT 1",
        "SET spark.sql.ansi.enabled=false",
        "INSERT OVERWRITE DIRECTORY '/tmp/x' USING csv SELECT 1",
        "SELECT TRANSFORM(person_id) USING 'cat' FROM silver.visits",
        "SELECT reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT 1 WHERE EXISTS (SELECT java_method('java.lang.System', 'lineSeparator'))",
        "ADD JAR '/tmp/x.jar'",
        "ADD FILE '/etc/passwd'",
        "LOAD DATA LOCAL INPATH '/etc/passwd' INTO TABLE silver.visits",
        "CREATE TABLE x USING parquet LOCATION '/tmp/x'",
        "CREATE TEMPORARY VIEW v USING csv OPTIONS (path '/etc/passwd')",
        "CREATE TEMPORARY FUNCTION f AS 'org.example.F' USING JAR '/tmp/x.jar'",
        "MERGE INTO silver.visits t USING silver.visits s ON t.person_id = s.person_id"
            + " WHEN MATCHED THEN DELETE",
        "VACUUM silver.visits RETAIN 0 HOURS",
        "SELECT * FROM read_files('/etc/passwd')",
        "SELECT * FROM IDENTIFIER('text.`/etc/passwd`')",
        "SELECT try_reflect('java.lang.System', 'getenv', 'HOME')",
        "SELECT IDENTIFIER('ref' || 'lect')('java.lang.System', 'getProperty', 'user.home')",
        "SELECT IDENTIFIER('reflect')('java.lang.System', 'getProperty', 'user.home')",
        "SELECT upper(IDENTIFIER('java_' || 'method')('java.lang.System', 'lineSeparator'))",
        "EXECUTE IMMEDIATE 'DROP TABLE silver.visits'",
        "FROM silver.visits INSERT INTO silver.visits SELECT *",
        "BEGIN DROP TABLE silver.visits; END"
      })
  void shouldRefuseAnythingButAQuery(String statement) {
    Terminal answer = sql(statement);
    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err()).contains("Select from tables by name").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM csv.`/etc/passwd`",
        "SELECT * FROM text.`file:/etc/passwd`",
        "SELECT 1 WHERE 2 IN (SELECT value FROM text.`/etc/passwd`)",
        "WITH p AS (SELECT * FROM parquet.`/tmp/x`) SELECT * FROM p"
      })
  void shouldRefuseToReadPaths(String query) {
    Terminal answer = sql(query);
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("it reads the path");
  }

  @Test
  void shouldNotReadAFileThroughAnXmlEntity() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "hush");
    Terminal answer =
        sql(
            "SELECT xpath_string('<!DOCTYPE a [<!ENTITY e SYSTEM \"file:%s\">]><a>&e;</a>', 'a')"
                .formatted(secret));
    assertThat(answer.out() + answer.err()).doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:PATH}", "${system:user.home}", "${spark.app.id}", "${x}"})
  void shouldReadNothingOfTheMachineThroughAVariable(String variable) throws IOException {
    Path conf = Files.writeString(folder.resolve("on.conf"), SUBSTITUTES + " = true");
    String query = "SELECT '%s' AS said".formatted(variable);
    for (Terminal answer :
        List.of(
            sql(query, "--format", "csv"),
            sql(query, "--format", "csv", "--set", SUBSTITUTES + "=true"),
            sql(query, "--format", "csv", "--conf", "" + conf))) {
      assertThat(answer.out()).isEqualTo("said\n" + variable + "\n");
    }
  }

  @Test
  void shouldNameTheNearestTableAndTheColumnsCommand() {
    assertThat(sql("SELECT * FROM visits").err()).contains("Did you mean silver.visits?");
    Terminal column = sql("SELECT minute FROM silver.visits");
    assertThat(column.exit()).isEqualTo(2);
    assertThat(column.err()).contains("minute", "describe TABLE");
  }

  @Test
  void shouldTakeAValueThatCannotBeCastAsTheQuerysMistake() {
    Terminal answer = sql("SELECT CAST(person_id AS INT) FROM silver.visits WHERE minutes = 90");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot run the query:").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELEC 1", "COPY INTO silver.visits FROM '/tmp/x'"})
  void shouldSayWhereTheQueryCannotBeRead(String statement) {
    Terminal answer = sql(statement);
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot read the query:");
  }

  @Test
  void shouldLeaveNothingBehindInTheLake() throws IOException {
    sql("SELECT * FROM silver.visits");
    try (var files = Files.list(Path.of(lake))) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("silver");
    }
  }
}
