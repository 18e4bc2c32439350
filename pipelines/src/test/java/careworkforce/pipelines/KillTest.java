package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.JavaCommand;
import careworkforce.common.SameTables;
import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Exit;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Progress;
import careworkforce.common.refresh.Holdings;
import careworkforce.common.refresh.Readers;
import careworkforce.common.refresh.Refresh;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of the application in a process of its own, killed as no process can prevent: every table
 * is what it was or what it was to be, and the next run completes.
 */
class KillTest {
  private static final Predicate<String> FIRST_YEAR = f -> !f.contains("2014");
  private static final int SEED = 20;

  /** A second year is many times the first, which is of two months. */
  private static final Map<String, String> NIGHTLY = Map.of("gates.volume.severity", "WARN");

  @TempDir Path folder;

  @Test
  void shouldLeaveEveryTableGoodAndCompleteAfterwards() throws Exception {
    assertSurvives("+silver.esr_persons", 1, 3);
  }

  @Test
  @Tag("slow")
  void shouldSurviveOneKillAfterAnother() throws Exception {
    assertSurvives("+silver.occupation_moves", 6, 4);
  }

  /** Of the payroll's files, with all that is made of these. */
  @Test
  @Tag("slow")
  void shouldLetReadersHaveWhatStoodUntilARefreshOfTheProgrammeEnds() throws Exception {
    Predicate<String> payroll = f -> f.startsWith("esr/");
    Path landing = folder.resolve("landing");
    SmallEngland.deliver(landing, payroll.and(FIRST_YEAR));
    Lake first = refreshed("first", landing, 1);
    FileUtils.copyDirectory(folder.resolve("first").toFile(), folder.resolve("lake").toFile());
    SmallEngland.deliver(landing, payroll);
    Lake whole = refreshed("whole", landing, 2);
    List<Table> tables = Holdings.of(Catalogue.declared());
    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    Random moments = new Random(SEED);
    for (int kill = 0; kill < 3; kill++) {
      boolean killed =
          killedAfter("refresh", landing, 1 + moments.nextInt(8), moments.nextInt(400));
      assertThat(killed || kill > 0).as("a refresh was killed before its end").isTrue();
      boolean ended = !Files.exists(folder.resolve("lake/unfinished/refresh.json"));
      assertSame(ended ? whole : first, Readers.of(lake, tables, said -> {}));
    }
    assertSame(whole, refreshed("lake", landing, 3));
  }

  private Lake refreshed(String name, Path landing, int night) {
    Map<String, String> set = new HashMap<>(SmallEngland.settings(landing));
    set.putAll(NIGHTLY);
    Lake lake = new Lake(Sparks.session(), folder.resolve(name).toString());
    new Refresh(Catalogue.declared(), lake, Settings.load(List.of(), set), Progress.silent())
        .run("2021032" + night + "-010000-000", Instant.EPOCH);
    return lake;
  }

  private static void assertSame(Lake expected, Lake read) {
    assertThat(SmallEngland.tables(read))
        .isNotEmpty()
        .containsExactlyElementsOf(SmallEngland.tables(expected));
    for (Table table : SmallEngland.tables(read)) {
      SameTables.assertSameCounts(
          SmallEngland.values(expected, table), SmallEngland.values(read, table));
    }
  }

  /**
   * Kills runs that take in a second year.
   *
   * @param selector what is run
   * @param kills how many, one after another
   * @param within each at most so many commits after its start
   */
  private void assertSurvives(String selector, int kills, int within) throws Exception {
    Lake whole = SmallEngland.lake(selector);
    Path landing = folder.resolve("landing");
    SmallEngland.deliver(landing, FIRST_YEAR);
    Lake first = SmallEngland.run(folder.resolve("first"), landing, List.of(selector));
    FileUtils.copyDirectory(folder.resolve("first").toFile(), folder.resolve("lake").toFile());
    SmallEngland.deliver(landing, f -> true);
    Random moments = new Random(SEED);
    Lake lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    for (int kill = 0; kill < kills; kill++) {
      boolean killed =
          killedAfter(
              "run " + selector, landing, 1 + moments.nextInt(within), moments.nextInt(400));
      assertThat(killed || kill > 0).as("a run was killed before its end").isTrue();
      for (Table table : SmallEngland.tables(first)) {
        assertOneOf(table, lake, first, whole);
      }
    }
    SmallEngland.run(folder.resolve("lake"), landing, List.of(selector));
    for (Table table : SmallEngland.tables(first)) {
      SameTables.assertSameCounts(
          SmallEngland.values(whole, table), SmallEngland.values(lake, table));
    }
  }

  /** As Ctrl-C does, and systemd or Kubernetes where a night is to end. */
  @Test
  void shouldSayThatItWasStoppedAndNotThatItHasABug() throws Exception {
    Path landing = folder.resolve("landing");
    SmallEngland.deliver(landing, FIRST_YEAR);
    Files.createDirectory(folder.resolve("lake"));
    Process run = begun("run +silver.esr_persons", landing, 4);
    run.destroy();
    assertThat(run.waitFor()).isEqualTo(Exit.STOPPED.code());
    assertThat(folder.resolve("run.txt"))
        .content()
        .contains("Stopped by a signal. Run it again")
        .doesNotContain("bug of careworkforce", "\tat ");
  }

  private static void assertOneOf(Table table, Lake killed, Lake before, Lake after) {
    Dataset<Row> rows = SmallEngland.values(killed, table);
    try {
      SameTables.assertSameCounts(SmallEngland.values(before, table), rows);
    } catch (AssertionError notTheOld) {
      SameTables.assertSameCounts(SmallEngland.values(after, table), rows);
    }
  }

  /** Starts a run and kills it so many commits and milliseconds later; false if it ended first. */
  private boolean killedAfter(String words, Path landing, int commits, int millis)
      throws IOException, InterruptedException {
    Process run = begun(words, landing, commits);
    try {
      run.waitFor(millis, TimeUnit.MILLISECONDS);
      return run.isAlive();
    } finally {
      run.destroyForcibly().waitFor();
    }
  }

  /** Starts a run that has made so many commits, or has ended. */
  private Process begun(String words, Path landing, int commits)
      throws IOException, InterruptedException {
    long standing = commits();
    Process run =
        new ProcessBuilder(command(words, landing))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("run.txt").toFile())
            .start();
    while (run.isAlive() && commits() < standing + commits) {
      run.waitFor(20, TimeUnit.MILLISECONDS);
    }
    return run;
  }

  private long commits() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
      return files.filter(f -> f.toString().matches(".*_delta_log/\\d+\\.json")).count();
    } catch (java.io.UncheckedIOException goneMeanwhile) {
      return 0;
    }
  }

  private List<String> command(String words, Path landing) {
    List<String> command = JavaCommand.likeThisOne();
    command.addAll(
        List.of(
            "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
            "-cp",
            System.getProperty("java.class.path"),
            Application.class.getName()));
    command.addAll(List.of(words.split(" ")));
    command.addAll(
        List.of(
            "--lake",
            folder.resolve("lake").toString(),
            "--set",
            "spark.master=\"local[2]\"",
            "--set",
            "spark.sql.shuffle.partitions=2"));
    Map<String, String> set = new HashMap<>(SmallEngland.settings(landing));
    set.putAll(NIGHTLY);
    set.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return command;
  }
}
