package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands tell of past runs: a lake with two runs, one a version of the visits. */
class PastRunsTest {
  @TempDir static Path folder;
  private static String lake = "";

  @BeforeAll
  static void accountForTwoRuns() {
    lake = Terminal.lake(folder.resolve("lake"));
    Manifests manifests = new Manifests(new Lake(Sparks.session(), lake));
    manifests.write(account("20210327-010000-000", "2021-03-27T01:00:00Z", 1, 2));
    manifests.write(account("20210328-010000-000", "2021-03-28T01:00:00Z", 2, 1));
  }

  private static Manifest account(String run, String started, long version, long rows) {
    return new Manifest(run, started, 61.5, true, List.of(entry("ran", version, rows)));
  }

  private static Manifest.Entry entry(String status, long version, long rows) {
    return new Manifest.Entry(
        "silver.visits",
        status,
        List.of("input bronze.doors moved"),
        Map.of(),
        version,
        rows,
        60,
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void shouldCountJobsThatRanAndThoseThatDidNotEndWell() {
    List<Manifest.Entry> jobs =
        List.of(entry("ran", 1, 7), entry("failed", -1, -1), entry("held", -1, -1));
    StringWriter text = new StringWriter();
    RunHistory.print(
        List.of(new Manifest("a", "2021-03-27T01:00:00Z", 2, true, jobs)), new PrintWriter(text));
    String[] lines = text.toString().split("\n");
    assertThat(lines[0].trim().split(" {2,}"))
        .containsSequence(
            "jobs ran", "files", "rows", "unfinished", "failed", "set aside", "warned");
    assertThat(lines[2].split(" +")).containsSequence("2.0", "1", "0", "7", "2");
  }

  @Test
  void shouldShowTheLastRunsNewestFirst() {
    String[] lines = Terminal.type("history", "--lake", lake).out().split("\n");
    assertThat(lines).hasSize(4);
    assertThat(lines[2]).matches("20210328-010000-000  2021-03-28T01:00:00Z +61.5 +1 +0 +1 .*done");
    assertThat(lines[3]).startsWith("20210327-010000-000");
    assertThat(Terminal.type("history", "--last", "1", "--lake", lake).out().split("\n"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "history --last -1",
        "history silver.visits --last 0",
        "rejects silver.visits --show -1"
      })
  void shouldRefuseToShowFewerThanThereCanBe(String command) {
    Terminal answer = Terminal.type((command + " --lake " + lake).split(" "));
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("Invalid value for option", "is less than");
  }

  @Test
  void shouldShowWhatDiffersBetweenTwoRuns() {
    Terminal answer = Terminal.type("diff", "2021-03-27", "20210328-010000-000", "--lake", lake);
    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .containsPattern(
            "silver\\.visits +1 +2 +1 +2 +0 +1 +minutes \\(1 rows, by up to 85\\.0+\\)");
  }

  @Test
  void shouldSayNothingOfATableAtTheSameVersion() {
    assertThat(Terminal.type("diff", "2021-03-28", "2021-03-28", "--lake", lake).out())
        .doesNotContain("silver.visits");
  }

  @Test
  void shouldTellATableThatFailedFromOneThatWasNotLookedAt() {
    String other = Terminal.lake(folder.resolve("of-a-failure"));
    Manifests manifests = new Manifests(new Lake(Sparks.session(), other));
    manifests.write(new Manifest("1", "2021-03-27T01:00:00Z", 1, true, List.of()));
    manifests.write(
        new Manifest("2", "2021-03-27T02:00:00Z", 1, true, List.of(entry("failed", -1, -1))));
    manifests.write(account("3", "2021-03-27T03:00:00Z", 1, 2));
    assertThat(Terminal.type("diff", "1", "3", "--lake", other).out())
        .containsPattern("silver\\.visits .*not looked at in the first run");
    assertThat(Terminal.type("diff", "2", "3", "--lake", other).out())
        .containsPattern("silver\\.visits .*not there after the first run");
    assertThat(Terminal.type("diff", "3", "2", "--lake", other).out())
        .containsPattern("silver\\.visits .*not there after the second run");
    assertThat(Terminal.type("diff", "1", "2", "--lake", other).out()).doesNotContain("visits");
  }

  @Test
  void shouldReproduceATableOfAPastRun() {
    String past = folder.resolve("past").toString();
    Terminal answer =
        Terminal.type("refresh", "--as-of", "2021-03-27", "--to", past, "--lake", lake);
    assertThat(answer.out()).startsWith("1 tables as run 20210327-010000-000 left them");
    assertThat(new Lake(Sparks.session(), past).count(Visits.TABLE)).isEqualTo(1);
  }

  /** A run of one table alone says nothing of the others, which stand as the night left them. */
  @Test
  void shouldReproduceADayWhoseLastRunLookedAtAnotherTable() {
    String other = Terminal.lake(folder.resolve("of-one-table"));
    Manifests manifests = new Manifests(new Lake(Sparks.session(), other));
    manifests.write(account("20210327-010000-000", "2021-03-27T01:00:00Z", 1, 2));
    manifests.write(
        new Manifest("20210327-150000-000", "2021-03-27T15:00:00Z", 1, true, List.of()));

    String past = folder.resolve("past-of-day").toString();
    Terminal answer =
        Terminal.type("refresh", "--as-of", "2021-03-27", "--to", past, "--lake", other);
    assertThat(answer.out()).startsWith("1 tables as run 20210327-150000-000 left them");
    assertThat(new Lake(Sparks.session(), past).count(Visits.TABLE)).isEqualTo(1);
  }

  /** An error leaves every table as the last good run left it, not as the first one did. */
  @Test
  void shouldReproduceADayWhoseLastRunFailed() {
    String other = Terminal.lake(folder.resolve("of-an-error"));
    Manifests manifests = new Manifests(new Lake(Sparks.session(), other));
    manifests.write(account("20210326-010000-000", "2021-03-26T01:00:00Z", 1, 1));
    manifests.write(account("20210327-010000-000", "2021-03-27T01:00:00Z", 2, 2));
    manifests.write(
        new Manifest(
                "20210327-150000-000",
                "2021-03-27T15:00:00Z",
                1,
                true,
                List.of(entry("failed", -1, 0)))
            .failed(Map.of("silver.visits", 2L), "no power"));

    String past = folder.resolve("past-of-error").toString();
    Terminal answer =
        Terminal.type("refresh", "--as-of", "2021-03-27", "--to", past, "--lake", other);
    assertThat(answer.out()).startsWith("1 tables as run 20210327-150000-000 left them");
    assertThat(new Lake(Sparks.session(), past).count(Visits.TABLE)).isEqualTo(2);
  }

  @Test
  void shouldSayWhichRunsThereAreForOneThatIsNot() {
    Terminal answer = Terminal.type("diff", "2021-03-27", "nineteen", "--lake", lake);
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err())
        .contains("Cannot find the run nineteen")
        .contains("careworkforce history");
  }
}
