package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandsTest {
  @TempDir static Path folder;
  private static String lake = "";

  @BeforeAll
  static void writeTwoVersions() {
    lake = Terminal.lake(folder.resolve("lake"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refresh",
        "diff",
        "maintain",
        "tables",
        "check",
        "describe",
        "history",
        "pseudonym",
        "sql",
        "export-table",
        "coverage",
        "catalogue",
        "cluster",
        "config",
        "completion",
        "help"
      })
  void shouldShowExamplesInTheHelpOf(String command) {
    assertThat(Terminal.help(command)).contains("Examples:", "careworkforce " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "refresh", "maintain erase"})
  void shouldHelpAsTheOptionOfTheCommandDoes(String command) {
    String[] words = ("help " + command).trim().split(" ");
    Terminal answer = Terminal.type(words);
    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .startsWith(("Usage: careworkforce " + command).trim())
        .isEqualTo(Terminal.help(command));
  }

  @Test
  void shouldSayWhichCommandsThereAreWhereHelpIsAskedForAnother() {
    Terminal answer = Terminal.type("help", "maintain", "erse");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .startsWith("There is no command 'erse' of 'careworkforce maintain', only ");
    assertThat(Terminal.type("help", "refresh", "x").err())
        .startsWith("There is no command 'x' of 'careworkforce refresh', only []");
  }

  @Test
  void shouldListTablesWithVersionAndGrain() {
    Terminal answer = Terminal.type("tables", "--lake", lake);
    assertThat(answer.exit()).isZero();
    assertThat(answer.out()).containsPattern("silver\\.visits +2 .* one row a visitor");
  }

  @Test
  void shouldListATableThatWasNeverWritten() {
    Terminal answer = Terminal.type("tables", "--lake", folder.resolve("none").toString());
    assertThat(answer.out()).containsPattern("silver\\.visits +– ");
  }

  @Test
  void shouldDescribeColumnsWithUnitsCodesAndPromises() {
    assertThat(Terminal.type("describe", "silver.visits").out())
        .contains("silver.visits: one row a visitor", "key: person_id", "how long (minutes)")
        .contains("keyed pseudonym of a resident", "2  by bus", "MINUTES_NOT_NEGATIVE")
        .contains("Serves 03.1: every visitor", "Limits 03.2: no visitors by water");
  }

  @ParameterizedTest
  @ValueSource(strings = {"describe", "history", "export-table"})
  void shouldNameTheNearestTableForAMistypedOne(String command) {
    Terminal answer =
        command.equals("export-table")
            ? Terminal.type(command, "silver.visit", "--format", "csv", "--to", "x")
            : Terminal.type(command, "silver.visit");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .startsWith("Cannot find the table silver.visit: no table has that name.")
        .contains("Did you mean silver.visits?")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldShowVersionsNewestFirstWithRunAndInputs() {
    String[] lines = Terminal.type("history", "silver.visits", "--lake", lake).out().split("\n");
    assertThat(lines).hasSize(5);
    assertThat(lines[2]).matches("      2 .*WRITE +2  run-1  bronze\\.doors v4");
    assertThat(lines[3]).matches("      1 .*WRITE +1  run-1  bronze\\.doors v4");
  }

  @Test
  void shouldSayWhatToRunWhereATableIsNotThere() {
    Terminal answer = Terminal.type("history", "silver.visits", "--lake", folder + "/none");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).contains("careworkforce run +silver.visits");
  }

  @Test
  void shouldRedactSecretsAndTellWhereAKeyWasSet() throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), "spark.some.password = hush");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Terminal answer = Terminal.type("config", "--lake", "/data/lake", "--conf", "" + file);
    assertThat(answer.out())
        .containsPattern("lake\\.path +/data/lake ")
        .containsPattern("spark\\.some\\.password +\\(redacted\\)")
        .containsPattern("run\\.synthetic +false +reference\\.conf.*: \\d+")
        .doesNotContain("hush");
  }

  @Test
  void shouldCompleteCommandsInTheShell() {
    assertThat(Terminal.type("completion").out())
        .contains("complete -F _complete_careworkforce", "export-table", "--lake");
  }

  /** Told of an error that a command threw. */
  private static String told(Runnable command, int exit) {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(CommandSpec.wrapWithoutInspection(command));
    line.setErr(new PrintWriter(err));
    int ended = ErrorMessages.tellOn(line).execute();
    assertThat(ended).as(err.toString()).isEqualTo(exit);
    return err.toString();
  }

  @Test
  void shouldShowAStackTraceForABugOnly() {
    Runnable ours =
        () -> {
          throw new IllegalStateException("ours");
        };
    assertThat(told(ours, 1)).contains("This is a bug", "ours", "\tat ");
    assertThat(told(CommandsTest::writeToAFullDisk, 3))
        .contains("is full")
        .doesNotContain("bug", "\tat ");
  }

  private static void writeToAFullDisk() {
    try (RawLocalFileSystem disk = new RawLocalFileSystem()) {
      disk.initialize(disk.getUri(), new Configuration());
      try (OutputStream out = disk.create(new org.apache.hadoop.fs.Path("/dev/full"))) {
        out.write(1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
